/** Periods, shares and goals, by the server's own golden cases (KPI-1, KPI-2). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  change,
  type Figure,
  lastDay,
  onBand,
  type Period,
  periodOf,
  perMille,
  reaches,
  SPANS,
  weekNumber,
} from '../../src/rules/figures'
import { golden } from '../golden'

interface Case {
  figure: Figure['name']
  count: number
  of: number
  goal: number
  reaches: boolean | null
}

const AT_MOST = new Set(['complaints', 'repeat_faults', 'unsigned'])
const cases = golden<{ reaches: Case[] }>('figures.json').reaches

const figure = (changes: Partial<Figure>): Figure => ({
  name: 'on_time',
  recorded: true,
  goal: 90,
  at_most: false,
  count: 0,
  of: 0,
  before: { count: 0, of: 0 },
  ...changes,
})

describe('a goal', () => {
  it.each(cases)('of $figure is reached as the server says: $count of $of, $goal', (one) => {
    expect(reaches({ ...one, at_most: AT_MOST.has(one.figure) })).toBe(one.reaches)
  })

  it('stands in the middle of its band, and what is shown never leaves the band', () => {
    expect(onBand(900, { goal: 90, at_most: false })).toBe(0.5)
    expect(onBand(30, { goal: 3, at_most: true })).toBe(0.5)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 100 }),
        fc.boolean(),
        (at, goal, most) => {
          const place = onBand(at, { goal, at_most: most })
          return place >= 0.02 && place <= 1
        },
      ),
    )
  })
})

describe('a share', () => {
  it('of nothing is none, and never nought', () => {
    expect(perMille({ count: 0, of: 0 })).toBeNull()
    expect(change(figure({ count: 9, of: 10 }))).toBeNull()
  })

  it('is compared with the period before in per cent points', () => {
    expect(change(figure({ count: 931, of: 1000, before: { count: 919, of: 1000 } }))).toBe(12)
  })
})

describe('a period', () => {
  const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  const written = (at: Date) => at.toISOString().slice(0, 10)

  it.each(SPANS)('of a %s holds its day, and the one before ends where it begins', (span) => {
    fc.assert(
      fc.property(day, (at) => {
        const here = periodOf(span, written(at))
        return (
          here.begins <= written(at) && written(at) < here.ends && periodOf(span, written(at), 1).ends === here.begins
        )
      }),
    )
  })

  it.each([
    ['week', '2026-11-19', 0, { begins: '2026-11-16', ends: '2026-11-23' }],
    ['week', '2026-11-22', 1, { begins: '2026-11-09', ends: '2026-11-16' }],
    ['quarter', '2026-01-31', 1, { begins: '2025-10-01', ends: '2026-01-01' }],
    ['year', '2024-02-29', 0, { begins: '2024-01-01', ends: '2025-01-01' }],
  ] as const)('%s of %s, %i back', (span, at, back, expected: Period) => {
    expect(periodOf(span, at, back)).toEqual(expected)
  })

  it('ends on its last day', () => expect(lastDay({ begins: '2026-10-01', ends: '2027-01-01' })).toBe('2026-12-31'))

  it.each([
    ['2026-12-28', 53, 2026],
    ['2024-12-30', 1, 2025],
    ['2026-11-16', 47, 2026],
  ])('the week from %s is number %i of %i (ISO 8601)', (monday, week, year) => {
    expect(weekNumber(monday)).toEqual({ week, year })
  })
})
