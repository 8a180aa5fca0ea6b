/** What technicians said will come back: a tap fills the return with it, under the notice's own id (PART-6). */
import { Icon } from '../../parts/icon'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import type { Id, UnusedNotice } from '../../rules/wire'
import { useLive } from '../../store/live'
import { openNotices } from '../../store/stock_room'
import { partName } from '../part_name'

const w = words({
  title: ['报了要退的', 'Announced'],
  take: [(who: string) => `收${who}报的`, (who: string) => `Take in what ${who} announced`],
  pieces: [(name: string, n: number) => `${name} ${n}`, (name: string, n: number) => `${n} × ${name}`],
  somebody: ['服务人员', 'a technician'],
})

interface Props {
  /** The notice that is being taken in. */
  taken: Id | undefined
  onTake: (row: UnusedNotice) => void
}

export function Announced({ taken, onTake }: Props) {
  const notices = useLive(openNotices) ?? []
  if (notices.length === 0) return null
  return (
    <section>
      <h2 class="cap">{w.title()}</h2>
      <ul class="sheet flush list cases" aria-label={w.title()}>
        {notices.map(({ row, technician, parts }) => {
          const who = technician?.name ?? w.somebody()
          return (
            <li key={row.id}>
              <button
                type="button"
                class="pick"
                aria-label={w.take(who)}
                aria-pressed={row.id === taken}
                onClick={() => onTake(row)}
              >
                <span class="grow">
                  <b>{who}</b>
                  <span class="meta line">
                    {row.lines
                      .map(({ part_id, quantity }) => {
                        const part = parts.get(part_id)
                        return w.pieces(part ? partName(part) : '', quantity)
                      })
                      .join(' · ')}
                  </span>
                  <span class="meta line">{dayAndClock(row.announced_at)}</span>
                </span>
                <Icon name="caret-right" tone="quiet" />
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
