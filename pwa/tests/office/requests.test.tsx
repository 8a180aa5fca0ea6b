/** What was asked for before the manager: a requisition, more time, and an old part that will not come. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Extension, OldPart, Report, Requisition, Swap } from '../../src/rules/wire'
import DecideScreen from '../../src/screens/office/decide'
import { ExtensionCase } from '../../src/screens/office/extension_case'
import { RequisitionCase } from '../../src/screens/office/requisition_case'
import { decisionsWaiting } from '../../src/store/reports'
import { goldenVisit, seed } from '../device'
import { row } from '../screens/asked'
import { deciding, nothingRecorded, press, REASON, recorded, technician, write } from './decisions'

const part_id = row<{ id: string }>('part').id
const requisition: Requisition = {
  ...row<Requisition>('requisition'),
  state: 'asked',
  technician_id: technician.id,
  lines: [{ part_id, asked: 3, approved: null, issued: 0 }],
  issues: [],
  decided_by: null,
  decided_at: null,
  refusal: null,
}
const extension: Extension = {
  ...row<Extension>('extension'),
  state: 'asked',
  asked_by: technician.id,
  answer: null,
  answered_by: null,
  answered_at: null,
}
const swap: Swap = { ...row<Swap>('swap'), recorded_by: technician.id }
const oldPart: OldPart = { ...row<OldPart>('old_part'), id: swap.old_part_id ?? '', swap_id: swap.id, state: 'missing' }
const lost = { ...row<object>('loss_report'), old_part_id: oldPart.id, reported_by: technician.id, note: '快递丢了' }
const ignore = () => undefined

beforeEach(() => deciding())
afterEach(cleanup)

test('PART-2: the manager sees van and store beside each line, may lower a number, and never raises it', async () => {
  await seed({
    requisition: [requisition],
    stock: [
      { id: `van:${technician.id}:${part_id}`, location: `van:${technician.id}`, part_id, quantity: 7 },
      { id: `store:${requisition.station_id}:${part_id}`, location: 'store', part_id, quantity: 41 },
    ],
  })
  render(<RequisitionCase id={requisition.id} onBack={ignore} />)
  expect(await screen.findByText('7')).toBeTruthy()
  expect(screen.getByText('41')).toBeTruthy()
  await write(/批几件$/, '9')
  await press('同意')
  expect(await recorded(1)).toEqual([
    ['requisition.approve', { requisition_id: requisition.id, lines: [{ part_id, quantity: 3 }] }],
  ])
})

test('PART-2: nothing at all is not an approval, and a refusal says why', async () => {
  await seed({ requisition: [requisition] })
  render(<RequisitionCase id={requisition.id} onBack={ignore} />)
  await write(/批几件$/, '0')
  await press('同意')
  expect(screen.getByText('一件都不批，就写理由，选不同意。')).toBeTruthy()
  await press('不同意')
  expect(screen.getByText('不同意要写理由，他看得到，改了再发。')).toBeTruthy()
  await nothingRecorded()
  await write(REASON, '先用返修件')
  await press('不同意')
  expect(await recorded(1)).toEqual([['requisition.refuse', { requisition_id: requisition.id, reason: '先用返修件' }]])
})

test('OLD-4: more time is granted with one press, refused only with a reason', async () => {
  await seed({ extension: [extension], old_part: [{ ...oldPart, id: extension.old_part_id }] })
  render(<ExtensionCase id={extension.id} onBack={ignore} />)
  await press('不同意')
  expect(screen.getByText('不同意要写理由，他看得到。')).toBeTruthy()
  await nothingRecorded()
  await press('同意')
  const named = { extension_id: extension.id, old_part_id: extension.old_part_id }
  expect(await recorded(1)).toEqual([['extension.grant', named]])
})

test('PART-5: a lost old part waits for the manager, who sees what was said and what would be deducted', async () => {
  await seed({ swap: [swap], old_part: [oldPart], loss_report: [lost] })
  expect((await decisionsWaiting()).approvals).toBe(1)
  render(<DecideScreen />)
  await press(/旧件找不到了/)
  expect(await screen.findByText(/快递丢了/)).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: /^丢了/ }))
  expect(screen.getByText('从周海扣 ¥2 860')).toBeTruthy()
  await press('旧件免交')
  expect(screen.getByText('选一个理由，再写一句。')).toBeTruthy()
  await nothingRecorded()
  await write(REASON, '快递公司已认')
  await press('旧件免交')
  expect(await recorded(1)).toEqual([
    ['old_part.waive', { swap_id: swap.id, old_part_id: oldPart.id, reason: 'lost', note: '快递公司已认' }],
  ])
  expect((await decisionsWaiting()).approvals).toBe(0)
})

test('PART-5: an old part that never came along waits too, with the reason that was recorded', async () => {
  const without = { old_part_id: null, no_old_part_code: 'retained', no_old_part_reason: '留给司机当备件' } as const
  await seed({ swap: [{ ...swap, ...without }] })
  render(<DecideScreen />)
  await press(/没有旧件/)
  expect(await screen.findByText(/留给司机当备件/)).toBeTruthy()
})

test('PART-5: what waits for nothing is one line that leads to the write-offs', async () => {
  const report: Report = { ...row<Report>('report'), id: swap.visit_id, state: 'approved' }
  const visit = { ...goldenVisit(), id: swap.visit_id, state: 'signed' }
  await seed({ swap: [swap], visit: [visit], report: [report], old_part: [{ ...oldPart, state: 'stored' }] })
  render(<DecideScreen />)
  const link = await screen.findByRole('link', { name: /1 件可以销账/ })
  expect(link.getAttribute('href')).toBe('/write-offs')
})
