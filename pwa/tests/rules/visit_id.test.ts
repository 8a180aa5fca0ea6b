/** Two technicians without a signal begin the same visit; nobody else does (JOB-4, JOB-7). */
import { expect, test } from 'vitest'
import { uuid7 } from '../../src/rules/ids'
import { leadOf, maySign } from '../../src/rules/team'
import { nextVisitId } from '../../src/rules/visit_id'

const zhou = { user_id: '019a9c3e-7b10-7000-8000-000000000011', lead: true }
const mu = { user_id: '019a9c3e-7b10-7000-8000-000000000013', lead: false }
const id = '019a9c3e-7b10-7000-8000-000000000031'

test('each device of one team gives the next visit the same id (JOB-4)', async () => {
  const here = await nextVisitId({ id, technicians: [zhou, mu] }, null)
  const there = await nextVisitId({ id, technicians: [mu, zhou] }, null)
  expect(here).toBe(there)
  expect(here).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('a reassigned job begins a visit of its own, so that late facts of the former technician stay theirs (JOB-7)', async () => {
  expect(await nextVisitId({ id, technicians: [zhou] }, null)).not.toBe(
    await nextVisitId({ id, technicians: [mu] }, null),
  )
})

test('the visits of a job stand in their order, also after one that was begun with a random id (JOB-7)', async () => {
  const job = { id, technicians: [zhou] }
  const first = await nextVisitId(job, null)
  const second = await nextVisitId(job, first)
  const random = uuid7(Date.parse('2026-11-19T05:22:00.000Z'))
  expect(first > id && second > first).toBe(true)
  expect((await nextVisitId(job, random)) > random).toBe(true)
})

test('the lead asks for the signature, and whoever is alone does (JOB-4)', () => {
  const team = { technicians: [mu, zhou] }
  expect(leadOf(team)).toBe(zhou.user_id)
  expect([maySign(team, zhou.user_id), maySign(team, mu.user_id)]).toEqual([true, false])
  expect(maySign({ technicians: [{ ...mu, lead: true }] }, mu.user_id)).toBe(true)
  expect(maySign(team, 'stranger')).toBe(false)
})
