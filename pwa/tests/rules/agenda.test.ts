/** The day's order is the same on every device: agreed time, then the clock that runs out first, then the way there. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrderOfDay, type Ordered, running } from '../../src/rules/agenda'
import type { Clock } from '../../src/rules/sla'

const job = (id: string, rest: Partial<Ordered> = {}): Ordered => ({
  id,
  planned_at: null,
  due_at: null,
  distance_km: null,
  ...rest,
})
const order = (...jobs: Ordered[]) => [...jobs].sort(inOrderOfDay).map(({ id }) => id)

test('the agreed time goes before a clock that runs out, and what has none comes last', () => {
  const early = job('early', { planned_at: '2026-11-19T01:00:00.000Z', due_at: '2026-11-19T20:00:00.000Z' })
  const late = job('late', { planned_at: '2026-11-19T06:00:00.000Z', due_at: '2026-11-19T02:00:00.000Z' })
  const whenever = job('whenever', { due_at: '2026-11-19T00:30:00.000Z' })
  expect(order(whenever, late, early)).toEqual(['early', 'late', 'whenever'])
})

test('at the same hour the clock that runs out first decides, then the nearer place', () => {
  const planned_at = '2026-11-19T01:00:00.000Z'
  const soon = job('soon', { planned_at, due_at: '2026-11-19T03:00:00.000Z', distance_km: 80 })
  const near = job('near', { planned_at, due_at: '2026-11-19T09:00:00.000Z', distance_km: 4 })
  const far = job('far', { planned_at, due_at: '2026-11-19T09:00:00.000Z', distance_km: 60 })
  expect(order(far, near, soon)).toEqual(['soon', 'near', 'far'])
})

test('whatever order the rows arrive in, the day stands in one order', () => {
  const some = fc.record({
    id: fc.uuid(),
    planned_at: fc.option(fc.constantFrom('2026-11-19T01:00:00.000Z', '2026-11-19T02:00:00.000Z')),
    due_at: fc.option(fc.constantFrom('2026-11-19T03:00:00.000Z', '2026-11-19T04:00:00.000Z')),
    distance_km: fc.option(fc.integer({ min: 0, max: 3 })),
  })
  fc.assert(
    fc.property(fc.uniqueArray(some, { selector: ({ id }) => id }), (jobs) => {
      expect(order(...jobs.toReversed())).toEqual(order(...jobs))
    }),
  )
})

test('a clock that is met or stands still decides nothing', () => {
  const clock = (promise: Clock['promise'], rest: Partial<Clock>) =>
    ({ promise, due_at: null, met_at: null, paused_at: null, ...rest }) as Clock
  const clocks = [
    clock('answer', { due_at: '2026-11-19T01:00:00.000Z', met_at: '2026-11-19T00:10:00.000Z' }),
    clock('repaired', { due_at: '2026-11-19T09:00:00.000Z' }),
    clock('on_site', { due_at: '2026-11-19T05:00:00.000Z' }),
    clock('loan_unit', { due_at: '2026-11-19T02:00:00.000Z', paused_at: '2026-11-19T01:00:00.000Z' }),
    clock('written_answer', {}),
  ]
  expect(running(clocks).map(({ promise }) => promise)).toEqual(['on_site', 'repaired'])
})
