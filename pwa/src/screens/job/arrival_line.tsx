/** When the technician came, and how that compares with the deadline. */
import { Icon } from '../../parts/icon'
import { clock, length } from '../../parts/times'
import { words } from '../../parts/words'

const w = words({
  onSite: [(time: string) => `${time} 到场`, (time: string) => `On site ${time}`],
  early: [(rest: string) => `，比时限早 ${rest}`, (rest: string) => `, ${rest} inside the limit`],
  late: [(rest: string) => `，比时限晚 ${rest}`, (rest: string) => `, ${rest} after the limit`],
})

export function ArrivalLine({ arrived_at, due_at }: { arrived_at: string; due_at: string | null }) {
  const rest = due_at === null ? null : Date.parse(due_at) - Date.parse(arrived_at)
  return (
    <p class="arr meta">
      <Icon
        name={rest !== null && rest < 0 ? 'clock' : 'check-circle'}
        tone={rest !== null && rest < 0 ? 'bad' : 'acc'}
      />
      <span>
        <b>{w.onSite(clock(arrived_at))}</b>
        {rest !== null && (rest < 0 ? w.late(length(rest)) : w.early(length(rest)))}
      </span>
    </p>
  )
}
