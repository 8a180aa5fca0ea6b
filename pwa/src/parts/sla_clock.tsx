/** How much of a deadline is gone: one label, one remaining time, a ruler with a needle. */
import { type Clock, leftAt, stateAt } from '../rules/sla'
import { clock as clockTime, dayAndClock, length, roughLength, startOfDay } from './times'
import { words } from './words'

const HOUR = 3_600_000
/** Below this share the clock is due soon. */
const SOON = 0.4

const w = words({
  within: [(limit: string) => `${limit} 内到场`, (limit: string) => `On site within ${limit}`],
  left: [(rest: string) => `还剩 ${rest}`, (rest: string) => `${rest} left`],
  over: [(rest: string) => `超 ${rest}`, (rest: string) => `${rest} over`],
  early: [(rest: string) => `早到 ${rest}`, (rest: string) => `arrived ${rest} early`],
  late: [(rest: string) => `晚到 ${rest}`, (rest: string) => `arrived ${rest} late`],
  stopped: ['时钟停着', 'Clock stopped'],
  stoppedWith: [(rest: string) => `停着，${rest}`, (rest: string) => `Stopped, ${rest}`],
  hours: [(n: number) => `${n} h `, (n: number) => `${n} h`],
  working_days: [(n: number) => `${n} 个工作日`, (n: number) => (n === 1 ? '1 working day' : `${n} working days`)],
  answer: [(limit: string) => `${limit}内答复`, (limit: string) => `Answer within ${limit}`],
  written_answer: [(limit: string) => `${limit}内书面答复`, (limit: string) => `Written answer within ${limit}`],
  on_site: [(limit: string) => `${limit}内到场`, (limit: string) => `On site within ${limit}`],
  repaired: [(limit: string) => `${limit}内修好`, (limit: string) => `Repaired within ${limit}`],
  loan_unit: [(limit: string) => `${limit}内修好或借机`, (limit: string) => `Repaired or a loan unit within ${limit}`],
  by: [(label: string, at: string) => `${label} · ${at} 前`, (label: string, at: string) => `${label}, by ${at}`],
  dispatched: ['派工后起算', 'Starts when somebody is sent'],
  agreed: ['用户同意方案后起算', 'Starts when the plan is agreed'],
  opened: ['还没起算', 'Not started'],
  inTime: [(rest: string) => `提前 ${rest}`, (rest: string) => `${rest} early`],
  tooLate: [(rest: string) => `晚了 ${rest}`, (rest: string) => `${rest} late`],
  done: ['已做到', 'Kept'],
  estimated: ['放假安排没公布，先按平日算', 'Holidays not announced: counted as an ordinary week'],
  doubtful: [
    '到场时间靠手机钟，差得多，主管在看',
    'Arrival by a device clock that is far off; the manager looks at it',
  ],
})

interface ScaleProps {
  /** From 0 to 1. */
  at: number
  ticks: number
  state?: '' | 'soon' | 'over' | 'met' | 'paused'
}

/** The instrument: ticks that mean something, and a needle. */
export function Scale({ at, ticks, state = '' }: ScaleProps) {
  return (
    <div class={`scale ${state}`} style={{ '--at': at.toFixed(3), '--n': String(ticks) }} aria-hidden="true">
      <i />
      <u />
    </div>
  )
}

interface Props {
  /** When the clock started. */
  from: string
  due: string
  /** Milliseconds. */
  now: number
  /** When it was met; the needle stays there. */
  metAt?: string | null
  paused?: boolean
  /** Instead of “on site within 24 h”. */
  label?: string
}

export function SlaClock({ from, due, now, metAt, paused, label }: Props) {
  const start = Date.parse(from)
  const whole = Math.max(Date.parse(due) - start, 1)
  const at = metAt ? Date.parse(metAt) : now
  const rest = start + whole - at
  const state = slaState({ rest, whole, met: Boolean(metAt), paused: Boolean(paused) })
  const tone = { soon: 'warn', over: 'bad', met: 'acc', paused: '', '': '' }[state]
  return (
    <div class="sla">
      <div class="row">
        <span class="meta">{label ?? w.within(length(whole))}</span>
        <b class={tone}>{paused ? w.stopped() : metAt ? arrived(rest) : remaining(rest)}</b>
      </div>
      <Scale at={clamped((at - start) / whole)} ticks={ticksOf(whole)} state={state} />
    </div>
  )
}

interface Hand {
  /** Milliseconds left; negative when it is over. */
  rest: number
  whole: number
  met: boolean
  paused: boolean
}

export function slaState({ rest, whole, met, paused }: Hand): '' | 'soon' | 'over' | 'met' | 'paused' {
  if (paused) return 'paused'
  if (rest < 0) return 'over'
  if (met) return 'met'
  return rest < whole * SOON ? 'soon' : ''
}

export function remaining(rest: number): string {
  return rest < 0 ? w.over(length(rest)) : w.left(length(rest))
}

function arrived(rest: number): string {
  return rest < 0 ? w.late(roughLength(rest)) : w.early(roughLength(rest))
}

/** One tick for an hour; for an hour in longer limits, so many that they stay apart. */
function ticksOf(whole: number): number {
  const hours = Math.max(Math.round(whole / HOUR), 1)
  if (hours <= 4) return hours * 4
  return hours <= 48 ? hours : Math.round(hours / 24)
}

function clamped(share: number): number {
  return Math.min(Math.max(share, 0), 0.99)
}

interface PromiseProps {
  clock: Clock
  /** Milliseconds. */
  now: number
  /** The device's clock was so far off that a person must look at it. */
  doubtful?: boolean
}

/** One promise of a job: what, until when, how long is left, and on what it waits (JOB-3). */
export function PromiseClock({ clock, now, doubtful = false }: PromiseProps) {
  const state = stateAt(clock, now)
  const rest = leftAt(clock, now)
  const { started_at, due_at, met_at } = clock
  const scale = scaleOf(clock, now)
  const tone = { soon: 'warn', over: 'bad', met: 'acc', paused: '', '': '' }[scale.state]
  return (
    <div class="sla">
      <div class="row">
        <span class="meta">{due_at === null ? promised(clock) : w.by(promised(clock), moment(due_at, now))}</span>
        <b class={tone}>{said()}</b>
      </div>
      <Scale {...scale} />
      {clock.estimated && <p class="meta">{w.estimated()}</p>}
      {doubtful && clock.promise === 'on_site' && met_at !== null && <p class="meta">{w.doubtful()}</p>}
    </div>
  )

  function said(): string {
    if (rest === null || started_at === null) return met_at === null ? w[clock.starts]() : w.done()
    if (state === 'paused') return w.stoppedWith(remaining(rest))
    if (state !== 'met' && state !== 'late') return remaining(rest)
    if (clock.promise === 'on_site') return arrived(rest)
    return (rest < 0 ? w.tooLate : w.inTime)(roughLength(rest))
  }
}

/** “24 h 内到场”: what is promised, without the day and the time. */
export function promised({ promise, amount, unit }: Pick<Clock, 'promise' | 'amount' | 'unit'>): string {
  return w[promise](w[unit](amount))
}

/** Due soon, over, kept, standing, or none of these. */
export const clockLook = (clock: Clock, now: number) => scaleOf(clock, now).state

function scaleOf(clock: Clock, now: number): Required<ScaleProps> {
  const { started_at, due_at } = clock
  const state = stateAt(clock, now)
  const rest = leftAt(clock, now)
  if (rest === null || started_at === null || due_at === null || state === 'waiting')
    return { at: 0, ticks: 12, state: 'paused' }
  const whole = Math.max(Date.parse(due_at) - Date.parse(started_at), 1)
  const met = state === 'met' || state === 'late'
  return {
    at: clamped(1 - rest / whole),
    ticks: clock.unit === 'hours' ? ticksOf(whole) : clock.amount,
    state: slaState({ rest, whole, met, paused: state === 'paused' }),
  }
}

/** `18:34` today, and with its day otherwise. */
function moment(at: string, now: number): string {
  return startOfDay(Date.parse(at)) === startOfDay(now) ? clockTime(at) : dayAndClock(at)
}
