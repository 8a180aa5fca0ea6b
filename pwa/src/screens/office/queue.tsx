/** The jobs that nobody has yet, or that have no time yet. */
import { Plate } from '../../parts/sheet'
import { clockLook, PromiseClock, SlaClock } from '../../parts/sla_clock'
import { Tagline } from '../../parts/tagline'
import { words } from '../../parts/words'
import { type Clock, inOrder, nextDue } from '../../rules/sla'
import type { Rows } from '../../rules/wire'
import type { QueueBooks } from '../../store/office'
import type { JobMoney } from '../../store/quotes'
import { faultClass, fieldName, together, urgency } from './words'

const w = words({
  over: ['已超', 'Overdue'],
  soon: ['快到', 'Soon'],
  lacks: [(fields: string) => `缺${fields}`, (fields: string) => `No ${fields.toLowerCase()}`],
  lacksMany: [(count: number) => `缺 ${count} 项`, (count: number) => `${count} missing`],
  elsewhere: ['别的站的人', 'somebody of another station'],
  nobody: ['用户没登记', 'Customer unknown'],
  noFault: ['故障没登记', 'Fault not told'],
  quote: ['等报价', 'To be quoted'],
  approval: ['等主管批', 'To be approved'],
  payment: ['等付款', 'To be paid'],
  quoteFirst: ['先报价', 'Quote first'],
  approvalFirst: ['批了、付了款再派', 'Approval and payment first'],
  paymentFirst: ['付款后再派', 'Payment first'],
})

/** Stands still anyway. */
const STANDS = '2000-01-01T00:00:00.000Z'

interface Props extends QueueBooks {
  /** How far the nearest technician was last, or the caller said, in metres. */
  metres: (job: Rows['job']) => number | null
  onHold: (job: Rows['job'] | null) => void
  jobs: readonly Rows['job'][]
  /** Those who may have the jobs already; each job then says whose it is. */
  people?: readonly Rows['person'][]
  now: Date
  chosen: string | null
  onChoose: (job: Rows['job']) => void
}

export function Queue({ jobs, people = [], clocks, money, now, chosen, metres, onHold, onChoose }: Props) {
  return (
    <ul class="queue">
      {jobs.map((job) => (
        <li key={job.id} class="sheet">
          <button
            type="button"
            class="pick"
            draggable
            data-job={job.id}
            aria-keyshortcuts="M"
            aria-pressed={job.id === chosen}
            onDragStart={() => onHold(job)}
            onDragEnd={() => onHold(null)}
            onClick={() => onChoose(job)}
          >
            <span class="row between">
              <b>{job.plate ? <Plate>{job.plate}</Plate> : (job.customer_name ?? w.nobody())}</b>
              <State job={job} clocks={clocks.get(job.id) ?? []} money={money.get(job.id)} now={now} />
            </span>
            <span class="meta line">{summary(job, metres(job))}</span>
            {people.length > 0 && (
              <span class="meta line">
                {together(
                  job.technicians.map(({ user_id }) => people.find(({ id }) => id === user_id)?.name ?? w.elsewhere()),
                )}
              </span>
            )}
            <JobClock clocks={clocks.get(job.id) ?? []} money={money.get(job.id)} now={now} />
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The promise that must be kept next; a paid job's clock stands until it is paid (JOB-5). */
function JobClock({ clocks, money, now }: { clocks: readonly Clock[]; money: JobMoney | undefined; now: Date }) {
  if (money?.waits)
    return <SlaClock from={STANDS} due={STANDS} now={now.getTime()} paused label={w[`${money.waits}First`]()} />
  const [clock] = inOrder(clocks)
  return clock ? <PromiseClock clock={clock} now={now.getTime()} /> : null
}

function State({ job, clocks, money, now }: { job: Rows['job'] } & Parameters<typeof JobClock>[0]) {
  if (money?.waits) return <Tagline icon="lock-simple">{w[money.waits]()}</Tagline>
  const clock = nextDue(clocks)
  const look = clock ? clockLook(clock, now.getTime()) : ''
  if (look === 'over')
    return (
      <Tagline icon="warning" kind="no">
        {w.over()}
      </Tagline>
    )
  if (look === 'soon')
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

/** Fault, class, urgency and distance in one line. */
function summary(job: Rows['job'], metres: number | null): string {
  const urgent = job.urgency !== null && job.urgency !== 'normal' ? urgency(job.urgency) : null
  const kind = job.fault_class === null ? null : faultClass(job.fault_class)
  const far = metres === null ? null : kilometres(metres)
  return [job.fault_reported?.replace(/[。.]$/, '') ?? w.noFault(), kind, urgent, far]
    .filter((one) => one !== null)
    .join(' · ')
}

/** `800 m`, `3.2 km`, `42 km` */
export function kilometres(metres: number): string {
  if (metres < 1000) return `${metres} m`
  return metres < 10_000 ? `${(metres / 1000).toFixed(1)} km` : `${Math.round(metres / 1000)} km`
}

/** The nearest first; what is not known comes last. */
export const byDistance =
  (metres: (job: Rows['job']) => number | null) =>
  (a: Rows['job'], b: Rows['job']): number =>
    (metres(a) ?? Number.MAX_SAFE_INTEGER) - (metres(b) ?? Number.MAX_SAFE_INTEGER) ||
    a.opened_at.localeCompare(b.opened_at)

/** The most urgent first; what waits for money, and a clock that stands still, comes last. */
export const byDeadline =
  ({ clocks, money }: QueueBooks) =>
  (a: Rows['job'], b: Rows['job']): number => {
    const due = ({ id }: Rows['job']) =>
      (!money.get(id)?.waits && nextDue((clocks.get(id) ?? []).filter((clock) => clock.paused_at === null))?.due_at) ||
      '9'
    return due(a).localeCompare(due(b)) || a.opened_at.localeCompare(b.opened_at)
  }

/** What a job lacks before it can be dispatched, in words (JOB-2). */
export function lacking(job: Rows['job']): string {
  return together(job.lacks.map(fieldName))
}
