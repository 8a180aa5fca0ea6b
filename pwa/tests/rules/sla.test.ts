// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterHours, afterWorkingDays, isWorked } from '../../src/rules/calendars'
import { type Asked, clocksOf, courseOf, inOrder, leftAt, nextDue, stateAt, type Term } from '../../src/rules/sla'
import type { CalendarYear, Job, Milestone, SlaProfile, Visit } from '../../src/rules/wire'
import { dayAt } from '../../src/rules/zones'
import { golden } from '../golden'

interface Case {
  says: string
  zone: string
  calendar: string
  profiles: 'house' | Term[]
  job: Pick<Job, 'opened_at' | 'dispatched_at' | 'state'> & Asked
  visits: Pick<Visit, 'arrived_at' | 'ended_at'>[]
  milestones: Pick<Milestone, 'kind' | 'at'>[]
  clocks: object[]
}

const { cases, calendars, house } = golden<{
  cases: Case[]
  calendars: Record<string, CalendarYear[]>
  house: SlaProfile[]
}>('sla.json')
const CHINA = calendars.china ?? []

const ASKS_NOTHING = {
  name: '',
  name_en: '',
  revision: 1,
  active: true,
  fault_class: null,
  urgency: null,
  equipment_kind: null,
  contract: null,
  repair_size: null,
  supplier_involved: null,
  min_km: null,
  max_km: null,
}
const fitsAll = (terms: Term[]): SlaProfile[] => [{ ...ASKS_NOTHING, id: '', terms }]

describe('the clocks of a job (JOB-3), as the server reads the same cases', () => {
  it.each(cases)('$says', ({ zone, calendar, profiles, job, visits, milestones, clocks }) => {
    const terms = profiles === 'house' ? house : fitsAll(profiles)
    const found = clocksOf(courseOf(job, visits, milestones), job, terms, calendars[calendar] ?? [], zone)
    expect(
      found.map(({ amount, unit, starts, profile_id, ...told }) => (profile_id ? { profile_id, ...told } : told)),
    ).toEqual(clocks)
  })

  it('an inactive profile promises nothing', () => {
    const profiles = house.map((profile) => ({ ...profile, active: false }))
    const job = cases.at(-1)?.job as Case['job']
    expect(clocksOf(courseOf(job, [], []), job, profiles, CHINA, 'Asia/Shanghai')).toEqual([])
  })
})

describe('how a clock stands', () => {
  const at = (time: string) => Date.parse(`2026-11-18T${time}:00.000Z`)
  const clock = (milestones: Case['milestones'] = []) => {
    const job = { opened_at: '2026-11-18T08:00:00.000Z', dispatched_at: null, state: 'open' } as Case['job']
    const term: Term = { promise: 'answer', amount: 4, unit: 'hours', starts: 'opened' }
    const [one] = clocksOf(courseOf(job, [], milestones), job, fitsAll([term]), CHINA, 'Asia/Shanghai')
    if (!one) throw new Error('no clock')
    return one
  }
  const answered = (time: string) => clock([{ kind: 'answered', at: new Date(at(time)).toISOString() }])

  it('runs, and is over', () => {
    expect([stateAt(clock(), at('11:59')), stateAt(clock(), at('12:01'))]).toEqual(['running', 'over'])
    expect([leftAt(clock(), at('11:00')), leftAt(clock(), at('12:30'))]).toEqual([3_600_000, -1_800_000])
  })

  it('is kept in time or late, whatever the time is now', () => {
    expect([stateAt(answered('11:59'), at('23:00')), stateAt(answered('12:01'), at('23:00'))]).toEqual(['met', 'late'])
    expect(leftAt(answered('11:00'), at('23:00'))).toBe(3_600_000)
  })

  it('stands still while it is paused, with what was left', () => {
    const paused = clock([{ kind: 'paused', at: '2026-11-18T09:00:00.000Z' }])
    expect([stateAt(paused, at('23:00')), leftAt(paused, at('23:00'))]).toEqual(['paused', 10_800_000])
  })

  it('of several the one that is due first comes first, and what was kept last', () => {
    const [late, soon] = [clock(), { ...clock(), promise: 'on_site' as const, due_at: '2026-11-18T10:00:00.000Z' }]
    expect(nextDue([answered('09:00'), late, soon])).toBe(soon)
    expect(inOrder([answered('09:00'), late, soon]).map(({ promise, met_at }) => [promise, met_at !== null])).toEqual([
      ['on_site', false],
      ['answer', false],
      ['answer', true],
    ])
  })
})

describe('for every start, zone and calendar', () => {
  const moment = fc.integer({ min: Date.UTC(2025, 0, 2), max: Date.UTC(2027, 10, 30) })
  const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC')
  const amount = fc.integer({ min: 1, max: 15 })
  const iso = (at: number) => new Date(at).toISOString()

  it('a clock never ends before it starts, and never on a day off', () => {
    fc.assert(
      fc.property(moment, amount, zone, (start, days, place) => {
        const end = afterWorkingDays(iso(start), days, CHINA, place)
        expect(Date.parse(end)).toBeGreaterThan(start)
        expect(isWorked(CHINA, dayAt(Date.parse(end), place))).toBe(true)
      }),
    )
  })

  it('who starts later never ends earlier', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 1e9 }), amount, zone, (start, later, days, place) => {
        const [one, other] = [start, start + later].map((at) => afterWorkingDays(iso(at), days, CHINA, place))
        expect(other && one && other >= one).toBe(true)
        expect(afterHours(iso(start + later), days) >= afterHours(iso(start), days)).toBe(true)
      }),
    )
  })

  it('another day off never makes it earlier', () => {
    fc.assert(
      fc.property(moment, amount, zone, fc.integer({ min: 0, max: 40 }), (start, days, place, ahead) => {
        const off = dayAt(start + ahead * 86_400_000, place)
        const more = CHINA.map((year) => ({
          ...year,
          days_off: year.id === off.slice(0, 4) ? [...year.days_off, off] : year.days_off,
          days_on: year.days_on.filter((day) => day !== off),
        }))
        expect(
          afterWorkingDays(iso(start), days, more, place) >= afterWorkingDays(iso(start), days, CHINA, place),
        ).toBe(true)
      }),
    )
  })

  it('a pause never makes it earlier', () => {
    fc.assert(
      fc.property(
        moment,
        amount,
        zone,
        fc.integer({ min: 0, max: 1e9 }),
        amount,
        (start, days, place, after, hours) => {
          const pause = [start + after, start + after + hours * 3_600_000] as const
          const paused = afterWorkingDays(iso(start), days, CHINA, place, [pause])
          expect(paused >= afterWorkingDays(iso(start), days, CHINA, place)).toBe(true)
        },
      ),
    )
  })
})
