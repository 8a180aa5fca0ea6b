/** The check before the road opens the day from the disk, and whatever is missing fails its own line. */
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startOfDay } from '../../src/parts/times'
import type { Equipment, Fault, Id, Part, Person, Stock } from '../../src/rules/wire'
import { Ready } from '../../src/screens/today/ready'
import { cache, outbox } from '../../src/store/db'
import { deviceReady, type LineName, lastCheck, rememberCheck, rowsReady } from '../../src/store/ready'
import { copyIsWhole, manifestOf } from '../../src/sync/agree'
import { proveFiles } from '../../src/sync/proof'
import { goldenJob, record, seed } from '../device'
import { asABrowser, holds, row } from './asked'

const midnight = startOfDay(Date.now())
let me: Id
beforeEach(async () => {
  asABrowser()
  localStorage.clear()
  me = await holds()
  const planned_at = new Date(midnight + 9 * 3_600_000).toISOString()
  await seed({
    job: [
      {
        ...goldenJob(),
        id: 'j',
        equipment_id: 'e',
        planned_at,
        likely_parts: ['p'],
        technicians: [{ user_id: me, lead: true }],
      },
    ],
    equipment: [{ ...row<Equipment>('equipment'), id: 'e' }],
    fault: [row<Fault>('fault')],
    part: [{ ...row<Part>('part'), id: 'p' }],
    person: [{ ...row<Person>('person'), id: me }],
    stock: [{ ...row<Stock>('stock'), id: `van:${me}:p`, location: `van:${me}`, part_id: 'p', quantity: 2 }],
  })
  await cache().places.put({
    name: 'feed',
    cursor: 'c',
    position: 7,
    epoch: 'e1',
    complete_at: '2026-11-19T00:00:00.000Z',
  })
})
afterEach(cleanup)

const lost = async () => (await rowsReady(midnight)).filter(({ state }) => state === 'lost').map(({ name }) => name)

test('with everything there no line fails, and each says how much it opened', async () => {
  expect(await lost()).toEqual([])
  const counted = Object.fromEntries((await rowsReady(midnight)).map(({ name, count }) => [name, count]))
  expect(counted).toMatchObject({ jobs: 1, catalogue: 1, parts: 1, van: 1 })
})

test.each<[string, LineName[], () => Promise<unknown>]>([
  ['the unit', ['jobs', 'history'], () => cache().equipment.clear()],
  ['a colleague', ['jobs'], () => cache().person.clear()],
  ['the fault catalogue', ['catalogue'], () => cache().fault.clear()],
  ['a likely part', ['parts', 'van'], () => cache().part.clear()],
  ['the first load', ['loaded'], () => cache().places.clear()],
])('without %s its line fails', async (_, lines, take) => {
  await take()
  expect(await lost()).toEqual(lines)
})

test('one row less than what both sides agreed on is noticed without the network', async () => {
  const { position, digest } = await manifestOf(cache())
  expect(await copyIsWhole()).toBeNull()
  localStorage.setItem(`truckroll.agreed.${me}`, JSON.stringify({ position, digest }))
  expect(await copyIsWhole()).toBe(true)
  await cache().fault.clear()
  expect(await copyIsWhole()).toBe(false)
})

test('without a worker the files prove nothing', async () => {
  expect(await proveFiles()).toBeNull()
})

test('what waits from the days before and a clock that is off are doubts', async () => {
  await record(1)
  await outbox().changeDevice((one) => ({ ...one, clock_offset_ms: 11 * 60_000 }))
  const lines = await deviceReady(Date.now() + 1000, false)
  const of = (name: LineName) => lines.find((line) => line.name === name)
  expect(of('unsent')).toMatchObject({ state: 'doubt', count: 1 })
  expect(of('clock')).toMatchObject({ state: 'doubt', count: 11 })
})

test('an iPhone outside the home screen is told plainly', async () => {
  const installed = async (isApple: boolean) =>
    (await deviceReady(midnight, isApple)).find(({ name }) => name === 'installed')?.state
  expect([await installed(true), await installed(false)]).toEqual(['lost', 'doubt'])
})

test('Today shows the last result of the day, and leads to the check', async () => {
  rememberCheck([{ name: 'jobs', state: 'lost', count: 0, missing: ['j'] }])
  expect(lastCheck()).toMatchObject({ lost: 1, doubts: 0 })
  render(<Ready midnight={midnight} />)
  const line = await screen.findByRole('link', { name: /出车检查 .*：1 样没装好/ })
  expect(line.getAttribute('href')).toBe('/ready')
})
