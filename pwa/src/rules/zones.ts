/** Moments and times on the wall of a place; the zones are the browser's own. */
import type { Day } from './wire'

/** Where a station has no zone of its own. */
export const HOME_ZONE = 'Asia/Shanghai'

const DAY = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** The day of a moment (milliseconds) there. */
export const dayAt = (at: number, zone: string): Day => new Date(wallAt(at, zone)).toISOString().slice(0, 10)

/**
 * The moment of so many minutes after midnight of that day there, in milliseconds. Of two the first counts; one that is
 * skipped counts as before the clock changed.
 */
export function wallTime(day: Day, minutes: number, zone: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000
  const [before, after] = [wall - DAY, wall + DAY].map((at) => wallAt(at, zone) - at) as [number, number]
  const first = wall - before
  return wallAt(first, zone) !== wall && wallAt(wall - after, zone) === wall ? wall - after : first
}

/** What the clock on the wall shows at that moment, as if it were UTC. */
function wallAt(at: number, zone: string): number {
  const shown: Record<string, number> = {}
  for (const { type, value } of format(zone).formatToParts(at)) shown[type] = Number(value)
  const { year, month, day, hour, minute, second } = shown as Record<'year' | 'month' | 'day', number> &
    Record<'hour' | 'minute' | 'second', number>
  const fraction = ((at % 1000) + 1000) % 1000
  return Date.UTC(year, month - 1, day, hour, minute, second) + fraction
}

function format(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, made)
  return made
}
