/** The job: who and what, how far the visit is, and one button that leads to what is missing next. */
import { Bar } from '../../parts/bar'
import { Empty } from '../../parts/empty'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Kv, Plate, Quote } from '../../parts/sheet'
import { calendarDay, dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import { running } from '../../rules/agenda'
import type { Clock } from '../../rules/sla'
import { isOnTeam } from '../../rules/team'
import { clocksOfJob } from '../../store/clocks'
import { holder } from '../../store/holder'
import { comesAgain, type JobInFull, jobInFull } from '../../store/jobs'
import { outingsOf, teamOf } from '../../store/leaving'
import { useLive } from '../../store/live'
import { CardChip } from '../card_chip'
import { ConflictLine } from '../conflicts/line'
import { CallManager, RaisedOnJob } from '../escalate/on_job'
import { JobClocks } from '../job_clocks'
import { MoneyLine } from '../money_line'
import { useNow } from '../now'
import { RunningClocks } from '../running_clocks'
import { SafetyLine } from '../safety/line'
import { ArrivalLine } from './arrival_line'
import { MainButton } from './main_button'
import { Outings } from './outings'
import { Papers } from './papers'
import { Reach } from './reach'
import { Steps } from './steps'
import { Team } from './team'
import { Times } from './times'
import './job.css'

const w = words({
  job: [(number: string) => `任务 ${number}`, (number: string) => `Job ${number}`],
  gone: ['这张单子不在这台设备上', 'This job is not on this device'],
  goneWhat: [
    '可能改派给了别人。你记下的都还在，会照样发出去。',
    'It may be with somebody else now. What you recorded is still sent.',
  ],
  back: ['任务', 'Job'],
  accepted: ['交车', 'Accepted'],
  meter: ['上次里程', 'Last meter'],
  hours: ['上次运行', 'Last hours'],
  visits: ['到访', 'Visits'],
  times: [(n: number) => `${n} 次`, (n: number) => `${n}`],
  called: [(who: string, at: string) => `${who}，${at} 来电`, (who: string, at: string) => `${who}, called ${at}`],
  quoted: [(said: string) => `“${said}”`, (said: string) => `“${said}”`],
  customer: ['用户', 'customer'],
})

export default function JobScreen({ params }: ScreenProps) {
  const id = params.id as string
  const known = useLive(() => jobInFull(id), [id])
  if (known === undefined) return <main tabIndex={-1} aria-busy="true" />
  if (known === null) {
    return (
      <Screen head={<Bar title={w.back()} back="/" />}>
        <Empty icon="clipboard-text" title={w.gone()}>
          {w.goneWhat()}
        </Empty>
      </Screen>
    )
  }
  return <InFull known={known} />
}

function InFull({ known }: { known: JobInFull }) {
  const { job, visit } = known
  const now = useNow()
  const team = useLive(() => teamOf(job), [job]) ?? []
  const clocks = useLive(() => clocksOfJob(job), [job]) ?? []
  const outings = useLive(() => outingsOf(job.id), [job.id]) ?? []
  const outing = outings.at(-1)
  const again = comesAgain(known)
  const mine = isOnTeam(job, holder.value?.user_id ?? '')
  return (
    <Screen
      head={
        <Bar
          back="/"
          title={<Plate>{job.plate ?? job.serial ?? job.customer_name ?? ''}</Plate>}
          meta={w.job(job.number ?? shortId(job.id))}
          chip={<CardChip ids={[job.id]} />}
        />
      }
      dock={<MainButton known={known} leadName={team.find(({ lead }) => lead)?.name ?? ''} />}
    >
      <div class="sides">
        <div>
          <div class="stack about">
            <h2 class="key">{job.model ?? job.customer_name}</h2>
            <p class="meta">{[job.customer_name, job.site_address].filter(Boolean).join(' · ')}</p>
            {job.fault_reported && (
              <Quote by={w.called(job.contact ?? w.customer(), dayAndClock(job.opened_at))}>
                {w.quoted(job.fault_reported)}
              </Quote>
            )}
          </div>
          <Reach job={job} />
          <Facts known={known} />
          <Team team={team} />
          {visit && !again && <ArrivalLine visit={visit} due_at={arrivalDue(clocks)} mine={mine} />}
          <div class="arr-due">
            {visit ? <RunningClocks clocks={running(clocks)} now={now} /> : <JobClocks job={job} now={now} />}
          </div>
          <RaisedOnJob job_id={job.id} />
          <MoneyLine job={job} />
          <SafetyLine known={known} />
          <ConflictLine job_id={job.id} />
        </div>
        <div class="work">
          {again && <Outings job={job} outings={outings} />}
          <Steps known={known} />
          {outing && !again && <Times visit={outing.visit} stated={outing.times} team={team} mine={mine} />}
          {!again && <Outings job={job} outings={outings} />}
          <Papers known={known} />
          <CallManager job_id={job.id} />
        </div>
      </div>
    </Screen>
  )
}

/** By when somebody was promised to be there (JOB-3). */
const arrivalDue = (clocks: readonly Clock[]) => clocks.find(({ promise }) => promise === 'on_site')?.due_at ?? null

function Facts({ known: { equipment } }: { known: JobInFull }) {
  if (!equipment) return null
  const { delivered_on, last_km, last_h, visit_count } = equipment
  const pairs: [string, string][] = []
  if (delivered_on) pairs.push([w.accepted(), calendarDay(delivered_on)])
  if (last_km !== null) pairs.push([w.meter(), grouped(last_km)])
  else if (last_h !== null) pairs.push([w.hours(), `${grouped(last_h)} h`])
  pairs.push([w.visits(), w.times(visit_count)])
  return <Kv pairs={pairs} />
}

/** `171 905`, as it stands on a meter. */
function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ' ')
}

/** What people say until the server has given a number. */
function shortId(id: string): string {
  return id.slice(-4).toUpperCase()
}
