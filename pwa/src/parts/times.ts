/** Times and lengths of time, as people in the field say them; in the device's own time zone. */
import { language } from './words'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

function localised(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language.value === 'zh' ? 'zh-CN' : 'en-GB', { hourCycle: 'h23', ...options })
}

/** `13:30` */
export function clock(at: string): string {
  return localised({ hour: '2-digit', minute: '2-digit' }).format(new Date(at))
}

/** `11月19日 周四`, `Thu 19 Nov` */
export function dayName(at: string): string {
  const day = localised({ month: 'short', day: 'numeric' }).format(new Date(at))
  const name = localised({ weekday: 'short' }).format(new Date(at))
  return language.value === 'zh' ? `${day} ${name}` : `${name} ${day}`
}

/** `11-18 18:34`, `18 Nov 18:34` */
export function dayAndClock(at: string): string {
  return `${shortDay(at)} ${clock(at)}`
}

/** `11-18`, `18 Nov` */
export function shortDay(at: string): string {
  const date = new Date(at)
  if (language.value !== 'zh') return localised({ month: 'short', day: 'numeric' }).format(date)
  return `${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
}

/** A calendar day such as `2025-03-18`: as it stands in Chinese, `18 Mar 2025` in English. */
export function calendarDay(day: string): string {
  if (language.value === 'zh') return day
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** The calendar day of a moment, in the device's own time zone: `2025-03-18`, `18 Mar 2025`. */
export function localDay(at: string): string {
  const date = new Date(at)
  return calendarDay(`${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`)
}

/** A length of time, never negative: `38 min`, `5 h 12 min`, `3 天`, `3 days`. */
export function length(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE)
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  return days(Math.floor(hours / 24))
}

/** The same, to the hour once it is longer than one: `5 h`. */
export function roughLength(milliseconds: number): string {
  const long = Math.abs(milliseconds) >= HOUR
  return length(long ? Math.floor(Math.abs(milliseconds) / HOUR) * HOUR : milliseconds)
}

function days(count: number): string {
  return language.value === 'zh' ? `${count} 天` : `${count} days`
}

/** The midnight that begins the day of this moment, as milliseconds. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}

/** Whole days from one moment to another by the calendar on the wall. */
export function daysBetween(from: number, to: number): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / DAY)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
