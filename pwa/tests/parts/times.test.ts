/** Times are said in the person's language and in the device's time zone. */
import { afterEach, expect, test } from 'vitest'
import { calendarDay, daysBetween, length, roughLength } from '../../src/parts/times'
import { language } from '../../src/parts/words'

afterEach(() => {
  language.value = 'zh'
})

const MIN = 60_000

test('a length has its unit and never a sign', () => {
  expect(length(-38 * MIN)).toBe('38 min')
  expect(length(312 * MIN)).toBe('5 h 12 min')
  expect(length(24 * 60 * MIN)).toBe('24 h')
  expect(length(72 * 60 * MIN)).toBe('3 天')
})

test('a rough length forgets the minutes once there are hours', () => {
  expect(roughLength(312 * MIN)).toBe('5 h')
  expect(roughLength(38 * MIN)).toBe('38 min')
})

test('a calendar day is not moved by the time zone', () => {
  language.value = 'en'
  expect(calendarDay('2025-03-18')).toBe('18 Mar 2025')
})

test('days are counted by midnights, not by hours', () => {
  const late = new Date(2026, 10, 18, 23, 50).getTime()
  const early = new Date(2026, 10, 19, 0, 10).getTime()
  expect(daysBetween(late, early)).toBe(1)
})
