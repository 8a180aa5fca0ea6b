/** The clocks of a job: which promises fit it, until when each holds (JOB-3); the mirror of `server/rules/sla.py`. */
import { afterHours, afterWorkingDays, isPublished, type Pause } from './calendars'
import type { CalendarYear, Id, Instant, Job, Milestone, SlaProfile, Visit } from './wire'

export type Term = SlaProfile['terms'][number]
export type Promised = Term['promise']

/** What a job says about itself, as far as profiles ask. */
export type Asked = Pick<
  Job,
  'fault_class' | 'urgency' | 'equipment_kind' | 'contract' | 'repair_size' | 'supplier_involved' | 'distance_km'
>

/** What has happened on a job so far. `paused_at` is set while its clocks stand still. */
export interface Course {
  opened_at: Instant
  dispatched_at: Instant | null
  agreed_at: Instant | null
  answered_at: Instant | null
  answered_in_writing_at: Instant | null
  lent_at: Instant | null
  arrived_at: Instant | null
  repaired_at: Instant | null
  pauses: readonly Pause[]
  paused_at: Instant | null
}

/** One promise of a job. Without `due_at` it waits for its start; `estimated` counts days not announced yet. */
export interface Clock extends Term {
  profile_id: Id
  started_at: Instant | null
  due_at: Instant | null
  met_at: Instant | null
  paused_at: Instant | null
  estimated: boolean
}

/** How a clock stands: kept in time or late, running, over, stopped, or not begun. */
export type ClockState = 'waiting' | 'running' | 'paused' | 'over' | 'met' | 'late'

const PROMISES: readonly Promised[] = ['answer', 'written_answer', 'on_site', 'repaired', 'loan_unit']
const NAMED = ['fault_class', 'urgency', 'equipment_kind', 'contract', 'repair_size'] as const

/**
 * Whether the profile is for such a job. A profile that names a thing fits only a job that has it: an unknown distance
 * fits no distance. Only a supplier of whom nobody has spoken is not involved.
 */
export function fits(profile: SlaProfile, asked: Asked): boolean {
  if (!profile.active) return false
  if (NAMED.some((name) => profile[name] !== null && profile[name] !== asked[name])) return false
  if (profile.supplier_involved !== null && profile.supplier_involved !== (asked.supplier_involved ?? false))
    return false
  const { distance_km } = asked
  if (profile.min_km !== null && (distance_km === null || distance_km < profile.min_km)) return false
  return profile.max_km === null || (distance_km !== null && distance_km <= profile.max_km)
}

const ENDED: ReadonlySet<Job['state']> = new Set(['ended', 'signed', 'unsigned', 'approved'])

/** The course of a job; of each kind the first milestone counts, pauses end where the work went on. */
export function courseOf(
  job: Pick<Job, 'opened_at' | 'dispatched_at' | 'state'>,
  visits: readonly Pick<Visit, 'arrived_at' | 'ended_at'>[],
  milestones: readonly Pick<Milestone, 'kind' | 'at'>[],
): Course {
  const first: Partial<Record<Milestone['kind'], Instant>> = {}
  const pauses: Pause[] = []
  let paused_at: Instant | null = null
  for (const { kind, at } of [...milestones].sort((one, other) => one.at.localeCompare(other.at))) {
    first[kind] ??= at
    if (kind === 'paused') paused_at ??= at
    else if (kind === 'resumed' && paused_at !== null) {
      pauses.push([Date.parse(paused_at), Date.parse(at)])
      paused_at = null
    }
  }
  return {
    opened_at: job.opened_at,
    dispatched_at: job.dispatched_at,
    agreed_at: first.plan_agreed ?? null,
    answered_at: first.answered ?? null,
    answered_in_writing_at: first.answered_in_writing ?? null,
    lent_at: first.unit_lent ?? null,
    arrived_at: earliest(...visits.map(({ arrived_at }) => arrived_at)),
    repaired_at: ENDED.has(job.state) ? latest(visits.map(({ ended_at }) => ended_at)) : null,
    pauses,
    paused_at,
  }
}

/** The job's clocks, one for each promise that some profile gives it: the one that is due first. */
export function clocksOf(
  course: Course,
  asked: Asked,
  profiles: readonly SlaProfile[],
  calendar: readonly CalendarYear[],
  zone: string,
): Clock[] {
  const best = new Map<Promised, Clock>()
  for (const profile of [...profiles].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    if (!fits(profile, asked)) continue
    for (const term of profile.terms) {
      const clock = clockOf(term, profile.id, course, calendar, zone)
      const other = best.get(term.promise)
      if (other === undefined || isSooner(clock, other)) best.set(term.promise, clock)
    }
  }
  return PROMISES.flatMap((promise) => best.get(promise) ?? [])
}

/** How the clock stands at `now` (milliseconds). */
export function stateAt(clock: Clock, now: number): ClockState {
  if (clock.due_at === null) return clock.met_at === null ? 'waiting' : 'met'
  if (clock.met_at !== null) return clock.met_at <= clock.due_at ? 'met' : 'late'
  if (now > Date.parse(clock.due_at) && clock.paused_at === null) return 'over'
  return clock.paused_at === null ? 'running' : 'paused'
}

/** How much was left when the promise was kept or the clock stopped, or is left now; negative when it is over. */
export function leftAt(clock: Clock, now: number): number | null {
  if (clock.due_at === null) return null
  const at = clock.met_at ?? clock.paused_at
  return Date.parse(clock.due_at) - (at === null ? now : Date.parse(at))
}

/** The promise that must be kept next: of those that run or are over, the one that is due first. */
export function nextDue(clocks: readonly Clock[]): Clock | null {
  const open = clocks.filter(({ met_at, due_at }) => met_at === null && due_at !== null)
  return open.sort((one, other) => ((one.due_at ?? '') < (other.due_at ?? '') ? -1 : 1))[0] ?? null
}

/** The clocks as a person reads them: what is due next first, what waits for its start after, what was kept last. */
export function inOrder(clocks: readonly Clock[]): Clock[] {
  const rank = ({ met_at, due_at }: Clock) => (met_at !== null ? 2 : due_at === null ? 1 : 0)
  return [...clocks].sort(
    (one, other) => rank(one) - rank(other) || (one.due_at ?? '').localeCompare(other.due_at ?? ''),
  )
}

function clockOf(term: Term, profile_id: Id, course: Course, calendar: readonly CalendarYear[], zone: string): Clock {
  const started_at = { opened: course.opened_at, dispatched: course.dispatched_at, agreed: course.agreed_at }[
    term.starts
  ]
  const met_at = metAt(term.promise, course)
  const due_at =
    started_at === null
      ? null
      : term.unit === 'hours'
        ? afterHours(started_at, term.amount, course.pauses)
        : afterWorkingDays(started_at, term.amount, calendar, zone, course.pauses)
  const counted = term.unit === 'working_days' && started_at !== null && due_at !== null
  return {
    ...term,
    profile_id,
    started_at,
    due_at,
    met_at,
    paused_at: met_at === null ? course.paused_at : null,
    estimated: counted && !isPublished(calendar, started_at, due_at, zone),
  }
}

/** When the promise was kept. To send somebody is an answer (JOB-1), and so is to write or to come. */
function metAt(promise: Promised, course: Course): Instant | null {
  const { answered_at, answered_in_writing_at, dispatched_at, arrived_at, repaired_at, lent_at } = course
  return {
    answer: earliest(answered_at, answered_in_writing_at, dispatched_at, arrived_at),
    written_answer: answered_in_writing_at,
    on_site: arrived_at,
    repaired: repaired_at,
    loan_unit: earliest(lent_at, repaired_at),
  }[promise]
}

const isSooner = (clock: Clock, other: Clock) =>
  clock.due_at !== null && (other.due_at === null || clock.due_at < other.due_at)

function earliest(...moments: (Instant | null)[]): Instant | null {
  return moments.reduce((one, other) => (one === null || (other !== null && other < one) ? other : one), null)
}

function latest(moments: (Instant | null)[]): Instant | null {
  return moments.reduce((one, other) => (one === null || (other !== null && other > one) ? other : one), null)
}
