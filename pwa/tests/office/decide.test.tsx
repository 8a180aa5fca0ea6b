import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Discrepancy, Person, Report, Review } from '../../src/rules/wire'
import DecideScreen from '../../src/screens/office/decide'
import { readCards } from '../../src/store/card'
import { outbox } from '../../src/store/db'
import { loadDrafts } from '../../src/store/drafts'
import { goldenJob, goldenVisit, newDevice, seed } from '../device'
import { golden } from '../golden'

const report = golden<{ row: Report }>('rows/report.json').row
const discrepancy = golden<{ row: Discrepancy }>('rows/discrepancy.json').row
const review = golden<{ row: Review }>('rows/review.json').row
const person = golden<{ row: Person }>('rows/person.json').row

beforeEach(async () => {
  const me = await newDevice()
  await loadDrafts()
  await readCards()
  await seed({
    job: [goldenJob()],
    visit: [goldenVisit()],
    swap: [golden<{ row: object }>('rows/swap.json').row],
    part: [golden<{ row: object }>('rows/part.json').row],
    person: [person, { ...person, id: me, roles: ['manager'], station_id: null }],
    report: [report],
    discrepancy: [discrepancy],
    review: [review],
  })
  render(<DecideScreen />)
})
afterEach(() => {
  vi.restoreAllMocks()
  cleanup()
})

const open = async (name: RegExp) => fireEvent.click(await screen.findByRole('button', { name }))
const recorded = async () => {
  await waitFor(async () => expect(await outbox().all()).toHaveLength(1))
  const [kept] = await outbox().all()
  return [kept?.envelope.name, JSON.parse(kept?.envelope.body ?? '{}')]
}

test('a report is approved with one press (VIS-14)', async () => {
  await open(/报告，用户已签字/)
  fireEvent.click(await screen.findByRole('button', { name: '同意' }))
  expect(await recorded()).toEqual(['report.approve', { report_id: report.id }])
})

test('a report goes back only with a reason, which the technician reads', async () => {
  await open(/报告，用户已签字/)
  fireEvent.click(await screen.findByRole('button', { name: '退回' }))
  expect(screen.getByText('退回要写理由，服务人员看得到。')).toBeTruthy()
  expect(await outbox().all()).toHaveLength(0)
  fireEvent.input(screen.getByRole('textbox', { name: '理由，留在记录里' }), { target: { value: '缺少旧件照片' } })
  fireEvent.click(screen.getByRole('button', { name: '退回' }))
  expect(await recorded()).toEqual(['report.send_back', { report_id: report.id, reason: '缺少旧件照片' }])
})

test('missing stock shows what the books said and what was fitted, and is settled by a transfer with a reason', async () => {
  await open(/车上账变负/)
  expect(await screen.findByText('周海装了账上没有的件')).toBeTruthy()
  expect(screen.getByText('0')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '补一笔调拨' }))
  expect(screen.getByText('写一句为什么，以后查得到。')).toBeTruthy()
  expect(await outbox().all()).toHaveLength(0)
  fireEvent.input(screen.getByRole('textbox', { name: '理由，留在记录里' }), { target: { value: '东钱湖站转交' } })
  fireEvent.click(screen.getByRole('button', { name: '补一笔调拨' }))
  expect(await recorded()).toEqual([
    'discrepancy.settle',
    { discrepancy_id: discrepancy.id, settlement: 'book_transfer', note: '东钱湖站转交' },
  ])
})

test('of two values of one field both are shown and one is chosen', async () => {
  await open(/联系电话，两个人都改过/)
  expect(await screen.findByText('138 0574 2261')).toBeTruthy()
  expect(screen.getByText('138 0574 2216')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '用周海的' }))
  expect(await recorded()).toEqual(['review.settle', { review_id: review.id, choice: 'proposed', value: null }])
})

test('a refused decision comes back to its card with what was typed', async () => {
  await open(/报告，用户已签字/)
  fireEvent.input(await screen.findByRole('textbox', { name: '理由，留在记录里' }), { target: { value: '照片不清' } })
  fireEvent.click(screen.getByRole('button', { name: '退回' }))
  const [kept] = await waitFor(async () => {
    const all = await outbox().all()
    expect(all).toHaveLength(1)
    return all
  })
  const mutation_id = kept?.envelope.mutation_id ?? ''
  await outbox().settle([{ mutation_id, verdict: 'refused', code: 'report_not_waiting', detail: null }])
  await seed({ report: [report] })
  await readCards()
  await open(/报告，用户已签字/)
  fireEvent.click(await screen.findByRole('button', { name: '拿回来改' }))
  const field = await screen.findByRole('textbox', { name: '理由，留在记录里' })
  await waitFor(() => expect((field as HTMLTextAreaElement).value).toBe('照片不清'))
})

test('a decision that finds no room on the device says so, and with room again the same press makes it (law 5)', async () => {
  await open(/报告，用户已签字/)
  const approve = await screen.findByRole('button', { name: '同意' })
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  fireEvent.click(approve)
  expect((await screen.findByRole('alert')).textContent).toContain('本机满了')
  expect(await outbox().all()).toHaveLength(0)
  vi.restoreAllMocks()
  fireEvent.click(approve)
  expect(await recorded()).toEqual(['report.approve', { report_id: report.id }])
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})
