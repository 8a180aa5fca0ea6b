/** The unit's file is read on the device: a colleague's visit too, and one that only this device knows (JOB-6). */
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Equipment, Id, UnitVisit } from '../../src/rules/wire'
import JobScreen from '../../src/screens/job/job'
import History from '../../src/screens/unit_file/history'
import PastVisitScreen from '../../src/screens/unit_file/past_visit'
import { meaningOf } from '../../src/store/scanned'
import { goldenJob, goldenVisit, seed } from '../device'
import { asABrowser, holds, row } from './asked'

let me: Id
const past = (rest: Partial<UnitVisit> = {}): UnitVisit => ({
  ...row<UnitVisit>('unit_visit'),
  id: 'past',
  equipment_id: 'e',
  job_id: 'other',
  ...rest,
})
beforeEach(async () => {
  asABrowser()
  me = await holds()
  await seed({
    equipment: [{ ...row<Equipment>('equipment'), id: 'e' }],
    job: [{ ...goldenJob(), id: 'j', equipment_id: 'e', technicians: [{ user_id: me, lead: true }] }],
    unit_visit: [past()],
  })
})
afterEach(cleanup)

test('the job’s papers name a colleague’s visit and lead to it', async () => {
  render(<JobScreen params={{ id: 'j' }} />)
  const line = (await screen.findByText('换了 干燥罐')).closest('a') as HTMLElement
  expect(line.textContent).toMatch(/2026-08-11.*穆越/)
  expect(line.getAttribute('href')).toBe('/unit/e/visit/past')
})

test('one visit shows its account, readings, parts, photos and who signed', async () => {
  render(<PastVisitScreen params={{ id: 'e', visitId: 'past' }} />)
  expect(await screen.findByText('早班出车前气压上得慢。')).toBeTruthy()
  expect(screen.getByText('171 905')).toBeTruthy()
  expect(screen.getByText('干燥剂结块，出口堵。')).toBeTruthy()
  expect(screen.getByText('干燥罐 × 1')).toBeTruthy()
  expect(screen.getByRole('img', { name: '陈国强' })).toBeTruthy()
})

test('a visit that was closed here and that the server has not filed yet stands in the file too', async () => {
  const mine = { ...goldenVisit(), id: 'mine', job_id: 'j', state: 'signed' as const }
  await seed({ visit: [mine] })
  render(<History params={{ id: 'e' }} />)
  expect(await screen.findByText('本机有 2 次到访')).toBeTruthy()
})

test('a scanned plate finds the unit’s file', async () => {
  const plate = row<Equipment>('equipment').plate ?? ''
  const { units } = await meaningOf(plate.toLowerCase().replace('·', ''))
  expect(units.map(({ equipment_id, visits }) => [equipment_id, visits])).toEqual([['e', 1]])
})

test('a visit that went away with its job says so', async () => {
  render(<PastVisitScreen params={{ id: 'e', visitId: 'gone' }} />)
  expect(await screen.findByText('这次到访不在这台设备上')).toBeTruthy()
})
