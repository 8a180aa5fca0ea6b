/** The four times of a visit: what a tap recorded, and what a person stated beside it (VIS-15). */
import type { Id, Instant, Visit, VisitEvent, VisitTime } from './wire'

export const EVENTS: readonly VisitEvent[] = ['arrived', 'started', 'ended', 'departed']

/** One time as it is shown. `tapped_at` and `stated_at` differ where a tap was forgotten or came late. */
export interface EventTime {
  event: VisitEvent
  tapped_at: Instant | null
  stated_at: Instant | null
}

/** The visit's own times with the newest statement about each. A colleague's arrival is not the visit's. */
export function timesOf(visit: Visit, stated: readonly VisitTime[]): EventTime[] {
  return EVENTS.map((event) => ({
    event,
    tapped_at: visit[`${event}_at`],
    stated_at:
      newest(stated.filter((one) => one.event === event && !isColleaguesArrival(one, visit)))?.stated_at ?? null,
  }))
}

/** When each colleague came to the same visit (JOB-4). */
export function arrivalsOf(visit: Visit, stated: readonly VisitTime[]): { user_id: Id; at: Instant }[] {
  return stated
    .filter((one) => isColleaguesArrival(one, visit))
    .map(({ recorded_by, stated_at }) => ({ user_id: recorded_by, at: stated_at }))
}

/** A colleague states when they came themselves; the visit's own arrival is its technician's. */
const isColleaguesArrival = (one: VisitTime, visit: Visit): boolean =>
  one.event === 'arrived' && one.recorded_by !== visit.technician_id

const newest = (stated: readonly VisitTime[]): VisitTime | undefined =>
  [...stated].sort((one, other) => (one.recorded_at < other.recorded_at ? -1 : 1)).at(-1)

/** The moment at `HH:MM` of the local day of `near`, but never after `latest`: past midnight it was the day before. */
export function momentAt(typed: string, near: Instant, latest: number): Instant | null {
  const match = /^(\d{1,2})[:：](\d{2})$/.exec(typed.trim())
  if (!match) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2])]
  if (hours > 23 || minutes > 59) return null
  const at = new Date(near)
  at.setHours(hours, minutes, 0, 0)
  if (at.getTime() > latest) at.setDate(at.getDate() - 1)
  return at.toISOString()
}
