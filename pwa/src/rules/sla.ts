/** How much of a deadline is left (JOB-3). The server sets the deadline; the device only counts down. */
import type { Instant } from './wire'

/** `used` is the part of the span that is over, in thousandths, never outside 0 to 1000. */
export interface TimeLeft {
  minutes: number
  used: number
  state: 'enough' | 'soon' | 'over'
}

/** Less than this part of the span left is soon. */
const SOON = 400

/** Return what is left between the opening and the deadline at `now` (milliseconds since 1970). */
export function timeLeft(opened_at: Instant, due_at: Instant, now: number): TimeLeft {
  const [from, until] = [Date.parse(opened_at), Date.parse(due_at)]
  const span = Math.max(1, until - from)
  const used = Math.min(1000, Math.max(0, Math.round(((now - from) * 1000) / span)))
  const minutes = Math.floor((until - now) / 60_000)
  return { minutes, used, state: now > until ? 'over' : 1000 - used < SOON ? 'soon' : 'enough' }
}
