/** Figures of a period as they are shown: which days, per cent without fractions, and goals (KPI-1, KPI-2). */
import type { components } from './openapi'
import type { Day, Id } from './wire'

/** The server's answer; shares are whole numbers. */
export type Figures = components['schemas']['Figures']
export type Figure = Figures['figures'][number]
export type FigureName = Figure['name']
export type Share = Pick<Figure, 'count' | 'of'>
export type FaultClass = NonNullable<Figures['fault_class']>

export const SPANS = ['week', 'quarter', 'year'] as const
export type Span = (typeof SPANS)[number]

/** Whole days: `begins` is the first, `ends` the day after the last. */
export interface Period {
  begins: Day
  ends: Day
}

/** What a manager asks; null asks for all. */
export interface Question extends Period {
  station_id: Id | null
  technician_id: Id | null
  fault_class: FaultClass | null
}

const DAY = 86_400_000
const MONTHS: Record<Exclude<Span, 'week'>, number> = { quarter: 3, year: 12 }

const read = (day: Day) => new Date(`${day}T00:00:00Z`)
const written = (at: Date | number): Day => new Date(at).toISOString().slice(0, 10)

/** The calendar week, quarter or year in which the day lies, `back` of them earlier. */
export function periodOf(span: Span, day: Day, back = 0): Period {
  const at = read(day)
  if (span === 'week') {
    const monday = at.getTime() - ((at.getUTCDay() + 6) % 7) * DAY - back * 7 * DAY
    return { begins: written(monday), ends: written(monday + 7 * DAY) }
  }
  const months = MONTHS[span]
  const first = Math.floor(at.getUTCMonth() / months) * months - back * months
  const year = at.getUTCFullYear()
  return { begins: written(Date.UTC(year, first, 1)), ends: written(Date.UTC(year, first + months, 1)) }
}

/** The last day of a period. */
export const lastDay = ({ ends }: Period): Day => written(read(ends).getTime() - DAY)

/** The number of a week that begins on this Monday, as calendars print it (ISO 8601), and the year it belongs to. */
export function weekNumber(monday: Day): { year: number; week: number } {
  const thursday = read(monday).getTime() + 3 * DAY
  const year = new Date(thursday).getUTCFullYear()
  return { year, week: Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1 }
}

/** The quarter in which a period begins, from 1 to 4. */
export const quarterOf = ({ begins }: Period): number => Math.floor(read(begins).getUTCMonth() / 3) + 1

/** A share in tenths of a per cent, rounded; null where nothing was there to count. */
export const perMille = ({ count, of }: Share): number | null => (of === 0 ? null : Math.round((count * 1000) / of))

/** Whether the goal is reached or the limit kept, without rounding; null where nothing was there to count. */
export function reaches({ count, of, goal, at_most }: Omit<Figure, 'name' | 'before' | 'recorded'>): boolean | null {
  if (of === 0) return null
  return at_most ? count * 100 <= goal * of : count * 100 >= goal * of
}

/** How much it differs from the period before, in tenths of a per cent; null where one of both has nothing. */
export function change(figure: Figure): number | null {
  const [now, before] = [perMille(figure), perMille(figure.before)]
  return now === null || before === null ? null : now - before
}

/** Where a share in tenths of a per cent stands on a band that has the goal in its middle, from 0 to 1. */
export function onBand(per_mille: number, { goal, at_most }: Pick<Figure, 'goal' | 'at_most'>): number {
  const reach = Math.max(1, at_most ? goal : 100 - goal)
  return Math.min(1, Math.max(0.02, 0.5 + (per_mille / 10 - goal) / (2 * reach)))
}
