/** When the technician came, how that compares with the deadline, and the tap with which work starts (VIS-15). */
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { clock, length } from '../../parts/times'
import { words } from '../../parts/words'
import type { Instant, Visit } from '../../rules/wire'
import { position } from '../arrive'

const w = words({
  onSite: [(time: string) => `${time} 到场`, (time: string) => `On site ${time}`],
  early: [(rest: string) => `，比时限早 ${rest}`, (rest: string) => `, ${rest} inside the limit`],
  late: [(rest: string) => `，比时限晚 ${rest}`, (rest: string) => `, ${rest} after the limit`],
  start: ['开工', 'Start work'],
})

interface Props {
  visit: Visit
  due_at: Instant | null
  /** Whoever goes there starts; the office only reads. */
  mine: boolean
}

export function ArrivalLine({ visit, due_at, mine }: Props) {
  const rest = due_at === null ? null : Date.parse(due_at) - Date.parse(visit.arrived_at)
  return (
    <div class="arr meta">
      <Icon
        name={rest !== null && rest < 0 ? 'clock' : 'check-circle'}
        tone={rest !== null && rest < 0 ? 'bad' : 'acc'}
      />
      <span class="grow">
        <b>{w.onSite(clock(visit.arrived_at))}</b>
        {rest !== null && (rest < 0 ? w.late(length(rest)) : w.early(length(rest)))}
      </span>
      {mine && visit.started_at === null && visit.ended_at === null && (
        <Button size="mid" icon="wrench" onTap={() => void start(visit)}>
          {w.start()}
        </Button>
      )}
    </div>
  )
}

async function start(visit: Visit): Promise<void> {
  await mutate('visit.start', { visit_id: visit.id, position: await position() })
}
