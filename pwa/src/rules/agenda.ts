/** In which order the day's jobs are done: the agreed time, then the clock that runs out first, then the way there. */
import type { Clock } from './sla'
import type { Id, Instant, Job } from './wire'

/** What the order looks at. */
export interface Ordered {
  id: Id
  planned_at: Instant | null
  /** The earliest deadline of a clock that still runs; null: none does. */
  due_at: Instant | null
  distance_km: number | null
}

/** What is not known comes last. */
const LAST = '9'
const FAR = Number.MAX_SAFE_INTEGER

/** Compare two jobs; the same jobs stand in the same order on every device. */
export function inOrderOfDay(one: Ordered, other: Ordered): number {
  return (
    compare(one.planned_at ?? LAST, other.planned_at ?? LAST) ||
    compare(one.due_at ?? LAST, other.due_at ?? LAST) ||
    (one.distance_km ?? FAR) - (other.distance_km ?? FAR) ||
    compare(one.id, other.id)
  )
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** The clocks that run, or have run out and are not met; the one that runs out first before the others. */
export function running(clocks: readonly Clock[]): Clock[] {
  return clocks
    .filter(({ due_at, met_at, paused_at }) => due_at !== null && met_at === null && paused_at === null)
    .sort((one, other) => compare(one.due_at ?? LAST, other.due_at ?? LAST))
}

/** How a job stands in the order, with its clocks. */
export function ordered(job: Job, clocks: readonly Clock[]): Ordered {
  const { id, planned_at, distance_km } = job
  return { id, planned_at, distance_km, due_at: running(clocks)[0]?.due_at ?? null }
}
