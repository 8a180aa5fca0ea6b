/** The jobs that nobody has yet, the most urgent on top. */
import { Plate } from '../../parts/sheet'
import { SlaClock, slaState } from '../../parts/sla_clock'
import { Tagline } from '../../parts/tagline'
import { words } from '../../parts/words'
import type { Rows } from '../../rules/wire'
import { faultClass, fieldName, together, urgency } from './words'

const w = words({
  over: ['已超', 'Overdue'],
  soon: ['快到', 'Soon'],
  lacks: [(fields: string) => `缺${fields}`, (fields: string) => `No ${fields.toLowerCase()}`],
  lacksMany: [(count: number) => `缺 ${count} 项`, (count: number) => `${count} missing`],
  nobody: ['用户没登记', 'Customer unknown'],
  noFault: ['故障没登记', 'Fault not told'],
  clockStands: ['信息补齐后起算', 'Starts when nothing is missing'],
})

interface Props {
  jobs: readonly Rows['job'][]
  now: Date
  chosen: string | null
  onChoose: (job: Rows['job']) => void
}

export function Queue({ jobs, now, chosen, onChoose }: Props) {
  return (
    <ul class="queue">
      {jobs.map((job) => (
        <li key={job.id} class="sheet">
          <button type="button" class="pick" aria-pressed={job.id === chosen} onClick={() => onChoose(job)}>
            <span class="row between">
              <b>{job.plate ? <Plate>{job.plate}</Plate> : (job.customer_name ?? w.nobody())}</b>
              <State job={job} now={now} />
            </span>
            <span class="meta line">{summary(job)}</span>
            <JobClock job={job} now={now} />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** A job's clock; until it has a deadline it stands still. */
export function JobClock({ job, now }: { job: Rows['job']; now: Date }) {
  const running = job.due_at !== null
  return (
    <SlaClock
      from={job.opened_at}
      due={job.due_at ?? job.opened_at}
      now={now.getTime()}
      paused={!running}
      {...(!running && { label: w.clockStands() })}
    />
  )
}

function State({ job, now }: { job: Rows['job']; now: Date }) {
  const clock = clockState(job, now)
  if (clock === 'over')
    return (
      <Tagline icon="warning" kind="no">
        {w.over()}
      </Tagline>
    )
  if (clock === 'soon')
    return (
      <Tagline icon="clock" kind="doubt">
        {w.soon()}
      </Tagline>
    )
  const [first] = job.lacks
  if (first === undefined) return null
  return (
    <Tagline icon="file-text">
      {job.lacks.length > 1 ? w.lacksMany(job.lacks.length) : w.lacks(fieldName(first))}
    </Tagline>
  )
}

function clockState(job: Rows['job'], now: Date) {
  if (job.due_at === null) return 'paused'
  const whole = Date.parse(job.due_at) - Date.parse(job.opened_at)
  return slaState({ rest: Date.parse(job.due_at) - now.getTime(), whole, met: false, paused: false })
}

/** Fault, class, urgency and distance in one line. */
function summary(job: Rows['job']): string {
  const urgent = job.urgency !== null && job.urgency !== 'normal' ? urgency(job.urgency) : null
  const kind = job.fault_class === null ? null : faultClass(job.fault_class)
  const far = job.distance_km === null ? null : `${job.distance_km} km`
  return [job.fault_reported ?? w.noFault(), kind, urgent, far].filter((one) => one !== null).join(' · ')
}

/** The most urgent first; a clock that stands still comes last. */
export function byDeadline(a: Rows['job'], b: Rows['job']): number {
  return (a.due_at ?? '9').localeCompare(b.due_at ?? '9') || a.opened_at.localeCompare(b.opened_at)
}

/** What a job lacks before it can be dispatched, in words (JOB-2). */
export function lacking(job: Rows['job']): string {
  return together(job.lacks.map(fieldName))
}
