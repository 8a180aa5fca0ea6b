/** The outings of a job, each with its own report; shown once there is more than one, or one must follow (JOB-7). */
import { Icon } from '../../parts/icon'
import { Heading, Sheet } from '../../parts/sheet'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import type { Job } from '../../rules/wire'
import { comesAgain } from '../../store/jobs'
import type { Outing } from '../../store/leaving'

const w = words({
  outings: ['几次上门', 'Visits of this job'],
  nth: [(n: number) => `第 ${n} 次`, (n: number) => `Visit ${n}`],
  under_way: ['正在做', 'under way'],
  ended: ['做完了，没签', 'ended, not signed'],
  signed: ['签好了', 'signed'],
  unsigned: ['没签字，交给主管', 'closed unsigned'],
  approved: ['主管批了', 'approved'],
  sent_back: ['主管退回，要改', 'sent back'],
  done: ['离场时说：做完了', 'Told on leaving: done'],
  another_visit: ['离场时说：要再来一次', 'Told on leaving: another visit needed'],
  waiting_for_parts: ['离场时说：等件', 'Told on leaving: waiting for parts'],
  next: ['还要再来一次，等办公室定日子', 'One more visit; the office sets the day'],
})

interface Props {
  job: Job
  outings: readonly Outing[]
}

export function Outings({ job, outings }: Props) {
  const last = outings.at(-1)
  const again = last !== undefined && comesAgain({ job, visit: last.visit })
  if (outings.length < 2 && !again) return null
  return (
    <>
      <Heading>{w.outings()}</Heading>
      <Sheet flush>
        <ul class="list">
          {outings.map((outing, place) => (
            <Row key={outing.visit.id} job={job} outing={outing} nth={place + 1} />
          ))}
          {again && (
            <li>
              <Icon name="calendar-blank" tone="warn" />
              <b class="grow">{w.next()}</b>
            </li>
          )}
        </ul>
      </Sheet>
    </>
  )
}

function Row({ job, outing: { visit, report, told, technician }, nth }: { job: Job; outing: Outing; nth: number }) {
  const decided = report?.state === 'approved' || report?.state === 'sent_back' ? report.state : null
  const face = (
    <>
      <Icon
        name={visit.state === 'signed' ? 'seal-check' : 'clipboard-text'}
        tone={visit.state === 'signed' ? 'acc' : 'quiet'}
      />
      <div class="grow">
        <b>{w.nth(nth)}</b> <span class="meta">{dayAndClock(visit.arrived_at)}</span>
        <p class="meta">
          {[technician?.name, w[decided ?? visit.state](), report?.number].filter(Boolean).join(' · ')}
        </p>
        {told && (
          <p class="meta">
            {w[told.outcome]()}
            {told.note && ` · ${told.note}`}
          </p>
        )}
      </div>
    </>
  )
  if (job.equipment_id === null || report === null) return <li>{face}</li>
  return (
    <li>
      <a class="row grow" href={`/unit/${job.equipment_id}/visit/${visit.id}`}>
        {face}
        <Icon name="caret-right" tone="quiet" />
      </a>
    </li>
  )
}
