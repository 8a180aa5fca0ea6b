/** How much of a deadline is gone: one label, one remaining time, a ruler with a needle. */
import { length, roughLength } from './times'
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

interface Clock {
  /** Milliseconds left; negative when it is over. */
  rest: number
  whole: number
  met: boolean
  paused: boolean
}

export function slaState({ rest, whole, met, paused }: Clock): '' | 'soon' | 'over' | 'met' | 'paused' {
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
