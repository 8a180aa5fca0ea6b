/** Today shows one next job with one main button, and says the truth about each card. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Id, Job } from '../../src/rules/wire'
import Today from '../../src/screens/today/today'
import { readCards } from '../../src/store/card'
import { cache, outbox } from '../../src/store/db'
import { goldenJob, goldenVisit, seed } from '../device'
import { asABrowser, holds } from './asked'

let me: Id
beforeEach(async () => {
  asABrowser()
  me = await holds()
})
afterEach(cleanup)

const today = (hour: number) => new Date(new Date().setHours(hour, 0, 0, 0)).toISOString()
const job = (id: string, customer_name: string, hour: number): Job => ({
  ...goldenJob(),
  id,
  customer_name,
  planned_at: today(hour),
  technicians: [{ user_id: me, lead: true }],
})

test('the earliest open job is next, the others stand on the time line', async () => {
  await seed({ job: [job('b', '甬港大厦', 16), job('a', '临江公交', 8)] })
  render(<Today params={{}} />)
  const next = await screen.findByRole('region', { name: '下一单' })
  expect(within(next).getByText('临江公交')).toBeTruthy()
  expect(screen.getByRole('link', { name: /甬港大厦/ }).getAttribute('href')).toBe('/job/b')
})

test('a job of somebody else is not shown', async () => {
  await seed({ job: [{ ...job('a', '别人的', 8), technicians: [{ user_id: 'other', lead: true }] }] })
  render(<Today params={{}} />)
  expect(await screen.findByText('今天没有单子')).toBeTruthy()
})

test('“I am here” records the arrival once and the card says that it is saved here (VIS-15)', async () => {
  await seed({ job: [job('a', '临江公交', 8)] })
  render(<Today params={{}} />)
  fireEvent.click(await screen.findByRole('button', { name: '我到了' }))
  await waitFor(async () => expect(await cache().visit.where('job_id').equals('a').count()).toBe(1))
  await readCards()
  const next = await screen.findByRole('region', { name: '下一单' })
  await waitFor(() => expect(within(next).getByRole('status').textContent).toContain('存在本机'))
  expect((await outbox().all()).map(({ envelope }) => envelope.name)).toEqual(['visit.arrive'])
})

test('a closed job moves to the time line and the next one takes its place', async () => {
  const visit = {
    ...goldenVisit(),
    id: 'v',
    job_id: 'a',
    arrived_at: today(0),
    departed_at: today(0),
  }
  const report = {
    id: 'v',
    visit_id: 'v',
    job_id: 'a',
    station_id: 's',
    number: null,
    state: 'signed',
    closed_at: new Date().toISOString(),
  }
  const done = { ...job('a', '做完的', 8), state: 'signed' as const }
  await seed({ job: [done, job('b', '下一家', 9)], visit: [visit], report: [report] })
  render(<Today params={{}} />)
  const next = await screen.findByRole('region', { name: '下一单' })
  expect(within(next).getByText('下一家')).toBeTruthy()
  expect(screen.getByRole('link', { name: /做完的.*签字/ })).toBeTruthy()
})
