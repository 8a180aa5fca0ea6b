/** The working calendar and when a promised time has run out (JOB-3); the mirror of `server/rules/calendars.py`. */
import type { CalendarYear, Day, Instant } from './wire'
import { dayAt, wallTime } from './zones'

/** From when until when no time ran, in milliseconds. */
export type Pause = readonly [since: number, until: number]

const HOUR = 3_600_000
const MINUTE = 60_000
const DAY = 24 * HOUR
const ORDINARY = { begins_min: 8 * 60 + 30, ends_min: 17 * 60 + 30, published: false, days_off: [], days_on: [] }

type Year = Omit<CalendarYear, 'id' | 'revision'>

/** That year; one that nobody has entered is an ordinary one with the hours of the year nearest to it. */
export function yearOf(calendar: readonly CalendarYear[], year: number): Year {
  const known = calendar.find(({ id }) => Number(id) === year)
  if (known !== undefined) return known
  const away = ({ id }: CalendarYear) => Math.abs(Number(id) - year)
  const [nearest] = [...calendar].sort((one, other) => away(one) - away(other) || Number(one.id) - Number(other.id))
  const { begins_min, ends_min } = nearest ?? ORDINARY
  return { ...ORDINARY, begins_min, ends_min }
}

/** Whether the day is worked: a make-up working day 调休 is, a public holiday is not. */
export function isWorked(calendar: readonly CalendarYear[], day: Day): boolean {
  const { days_off, days_on } = yearOf(calendar, Number(day.slice(0, 4)))
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return days_on.includes(day) || (weekday !== 0 && weekday !== 6 && !days_off.includes(day))
}

/** Whether every year from `start` to `end` is known as the government announced it. */
export function isPublished(calendar: readonly CalendarYear[], start: Instant, end: Instant, zone: string): boolean {
  const last = Number(dayAt(Date.parse(end), zone).slice(0, 4))
  for (let year = Number(dayAt(Date.parse(start), zone).slice(0, 4)); year <= last; year += 1)
    if (!yearOf(calendar, year).published) return false
  return true
}

/** When so many hours have run; they run day and night. */
export const afterHours = (start: Instant, hours: number, pauses: readonly Pause[] = []): Instant =>
  runOut(Date.parse(start), hours * HOUR, [[Date.parse(start), Number.POSITIVE_INFINITY]], pauses)

/**
 * When so many working days have run, counted in working hours of the place. What begins at 16:00 and takes one working
 * day ends at 16:00 of the next; what begins at night begins with the next working day, and ends with it.
 */
export function afterWorkingDays(
  start: Instant,
  days: number,
  calendar: readonly CalendarYear[],
  zone: string,
  pauses: readonly Pause[] = [],
): Instant {
  const from = Date.parse(start)
  const first = dayAt(from, zone)
  const { begins_min, ends_min } = yearOf(calendar, Number(first.slice(0, 4)))
  return runOut(from, days * (ends_min - begins_min) * MINUTE, hoursWorked(first, calendar, zone), pauses)
}

function runOut(start: number, needed: number, windows: Iterable<readonly [number, number]>, pauses: readonly Pause[]) {
  let need = needed
  const ordered = [...pauses].sort((one, other) => one[0] - other[0] || one[1] - other[1])
  for (const [begin, end] of windows) {
    let at = Math.max(begin, start)
    for (const [since, until] of ordered) {
      if (until <= at || since >= end) continue
      if (since > at) {
        if (need <= since - at) return iso(at + need)
        need -= since - at
      }
      at = until
    }
    if (at < end) {
      if (need <= end - at) return iso(at + need)
      need -= end - at
    }
  }
  throw new Error('working days never end')
}

function* hoursWorked(
  first: Day,
  calendar: readonly CalendarYear[],
  zone: string,
): Iterable<readonly [number, number]> {
  for (let day = first; ; day = next(day)) {
    if (!isWorked(calendar, day)) continue
    const { begins_min, ends_min } = yearOf(calendar, Number(day.slice(0, 4)))
    yield [wallTime(day, begins_min, zone), wallTime(day, ends_min, zone)]
  }
}

const next = (day: Day): Day => iso(Date.parse(`${day}T00:00:00Z`) + DAY).slice(0, 10)
const iso = (at: number): Instant => new Date(at).toISOString()
