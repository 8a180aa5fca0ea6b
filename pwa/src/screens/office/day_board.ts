/** The day as lanes: what the server knows of each technician's jobs, and what is only guessed from the plan. */
import type { Rows } from '../../rules/wire'

/** `done` sunk, `now` on site, `planned` outlined, `look` wants a person, `guess` is due by the plan but unheard of. */
export type BlockKind = 'done' | 'now' | 'planned' | 'look' | 'guess'

export interface Block {
  readonly job: Rows['job']
  readonly kind: BlockKind
  /** Fraction of the board's width, 0 at its left edge. */
  readonly at: number
  readonly long: number
  readonly from: Date
  readonly visit: Rows['visit'] | undefined
}

export interface Lane {
  readonly technician: Rows['person']
  readonly blocks: readonly Block[]
  /** In charge of somebody else as well today (JOB-4). */
  readonly leads: boolean
}

/** What the board shows of a day, in hours; work at night widens it. */
export interface Window {
  readonly first: number
  readonly last: number
}

const OFFICE_HOURS: Window = { first: 7, last: 19 }
const HOUR = 3_600_000
const PLANNED_LENGTH = 2 * HOUR
const SHORTEST = 0.75 * HOUR

/** Midnight of the device's day that holds `time`. */
export function dayOf(time: Date): Date {
  return new Date(time.getFullYear(), time.getMonth(), time.getDate())
}

/** Where a moment stands on the board of `day`; below 0 or above 1 is outside. */
export function place(time: Date, day: Date, { first, last }: Window = OFFICE_HOURS): number {
  return (time.getTime() - day.getTime() - first * HOUR) / ((last - first) * HOUR)
}

export interface DayBoard {
  readonly window: Window
  readonly lanes: readonly Lane[]
}

/** The lanes of one day, in the order of `technicians`, and as many hours as they need. */
export function dayBoard(
  technicians: readonly Rows['person'][],
  jobs: readonly Rows['job'][],
  visits: readonly Rows['visit'][],
  day: Date,
  now: Date,
): DayBoard {
  const busy = technicians.map((technician) => {
    const theirs = jobs.filter((job) => job.technicians.some((one) => one.user_id === technician.id))
    const spans = theirs
      .flatMap((job) => spansOf(job, visits, technician.id, now))
      .filter((span) => span.from.getTime() < day.getTime() + 24 * HOUR && span.until.getTime() > day.getTime())
      .sort((a, b) => a.from.getTime() - b.from.getTime())
    const leads = theirs.some((job) => job.technicians.length > 1 && leadOf(job) === technician.id && onDay(job, day))
    return { technician, spans, leads }
  })
  const window = windowOf(
    busy.flatMap(({ spans }) => spans.map((span) => span.from)),
    day,
  )
  const lanes = busy.map(({ technician, spans, leads }) => ({
    technician,
    leads,
    blocks: spans.map((span, index) => blockOf(span, spans[index + 1], day, window)),
  }))
  return { window, lanes }
}

function windowOf(begins: readonly Date[], day: Date): Window {
  const hours = begins.map((time) => Math.floor((time.getTime() - day.getTime()) / HOUR))
  return {
    first: Math.max(0, Math.min(OFFICE_HOURS.first, ...hours)),
    last: Math.min(24, Math.max(OFFICE_HOURS.last, ...hours.map((hour) => hour + 2))),
  }
}

/** The one technician in charge of a job (JOB-4), if somebody is. */
export function leadOf(job: Rows['job']): string | undefined {
  return job.technicians.find((one) => one.lead)?.user_id
}

interface Span {
  job: Rows['job']
  visit: Rows['visit'] | undefined
  kind: BlockKind
  from: Date
  until: Date
}

function spansOf(job: Rows['job'], visits: readonly Rows['visit'][], technicianId: string, now: Date): Span[] {
  const made = visits.filter((visit) => visit.job_id === job.id && visit.technician_id === technicianId)
  if (made.length > 0)
    return made.filter((visit) => visit.arrived_at !== null).map((visit) => visitSpan(job, visit, now))
  if (job.planned_at === null || job.state !== 'assigned') return []
  const from = new Date(job.planned_at)
  const kind = from.getTime() < now.getTime() ? 'guess' : 'planned'
  return [{ job, visit: undefined, kind, from, until: new Date(from.getTime() + PLANNED_LENGTH) }]
}

function visitSpan(job: Rows['job'], visit: Rows['visit'], now: Date): Span {
  const from = new Date(visit.arrived_at ?? now)
  const end = visit.departed_at ?? visit.ended_at
  const until =
    end === null
      ? new Date(Math.max(now.getTime(), from.getTime() + PLANNED_LENGTH))
      : new Date(Math.max(Date.parse(end), from.getTime() + SHORTEST))
  return { job, visit, kind: VISIT_KIND[visit.state] ?? 'now', from, until }
}

const VISIT_KIND: Record<string, BlockKind> = { signed: 'done', unsigned: 'look' }

function blockOf(span: Span, next: Span | undefined, day: Date, window: Window): Block {
  const until = next
    ? Math.min(span.until.getTime(), Math.max(next.from.getTime(), span.from.getTime() + SHORTEST))
    : span.until.getTime()
  const at = Math.min(Math.max(place(span.from, day, window), 0), 0.94)
  const end = Math.min(place(new Date(until), day, window), 1)
  return { job: span.job, visit: span.visit, kind: span.kind, from: span.from, at, long: Math.max(end - at, 0.06) }
}

function onDay(job: Rows['job'], day: Date): boolean {
  return job.planned_at !== null && dayOf(new Date(job.planned_at)).getTime() === day.getTime()
}
