/** The last check before the road, in one line, and the way to it. */
import { Icon } from '../../parts/icon'
import { clock, startOfDay } from '../../parts/times'
import { words } from '../../parts/words'
import { feedPlace } from '../../store/cache'
import { cache } from '../../store/db'
import { useLive } from '../../store/live'
import { lastCheck } from '../../store/ready'

const w = words({
  ok: [
    (time: string) => `出车检查 ${time} 通过：断网也能打开今天的单子、签字板和目录。`,
    (time: string) => `Checked ${time}: jobs, signature pad and catalogue open without signal.`,
  ],
  doubts: [
    (time: string, n: number) => `出车检查 ${time} 通过，有 ${n} 样留意。`,
    (time: string, n: number) => `Checked ${time}: ready, ${n} to watch.`,
  ],
  lost: [
    (time: string, n: number) => `出车检查 ${time}：${n} 样没装好。`,
    (time: string, n: number) => `Checked ${time}: ${n} missing.`,
  ],
  notYet: ['今天还没做出车检查，断网前查一遍。', 'Not checked today. Check before you lose the signal.'],
  loading: ['资料还没装齐，出车前连一下网。', 'Not all is loaded yet. Connect before you drive off.'],
})

export function Ready({ midnight }: { midnight: number }) {
  const place = useLive(() => feedPlace(cache()))
  if (place === undefined) return null
  const last = lastCheck()
  const today = last !== null && startOfDay(Date.parse(last.at)) === midnight ? last : null
  const passed = place.complete_at !== null && today?.lost === 0
  return (
    <a class="ready meta" href="/ready">
      <Icon name={passed ? 'check-circle' : 'warning'} tone={passed ? 'acc' : 'warn'} />
      <span class="grow">{said()}</span>
      <Icon name="caret-right" tone="quiet" />
    </a>
  )

  function said(): string {
    if (place?.complete_at === null) return w.loading()
    if (today === null) return w.notYet()
    const time = clock(today.at)
    if (today.lost > 0) return w.lost(time, today.lost)
    return today.doubts > 0 ? w.doubts(time, today.doubts) : w.ok(time)
  }
}
