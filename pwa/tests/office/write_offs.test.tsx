/** Write-offs 销账: what is ready is closed together, what still waits is left alone (PART-5, VIS-8). */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OldPart, Report, Swap } from '../../src/rules/wire'
import { ReportCase } from '../../src/screens/office/report_case'
import { WriteOffCase } from '../../src/screens/write_offs/case'
import WriteOffs from '../../src/screens/write_offs/write_offs'
import { goldenVisit, seed } from '../device'
import { row } from '../screens/asked'
import { deciding, nothingRecorded, press, REASON, recorded, technician, write } from './decisions'

const swap: Swap = { ...row<Swap>('swap'), recorded_by: technician.id }
const report: Report = { ...row<Report>('report'), id: swap.visit_id, state: 'approved', accepted_unsigned: null }
const visit = { ...goldenVisit(), id: swap.visit_id, state: 'signed' } as const
const oldPart: OldPart = { ...row<OldPart>('old_part'), id: swap.old_part_id ?? '', swap_id: swap.id, state: 'stored' }
const OTHER = '019a9c3e-7b10-7000-8000-0000000000d1'
const ignore = () => undefined

beforeEach(() => deciding())
afterEach(cleanup)

test('of all that is chosen only what waits for nothing is closed', async () => {
  await seed({
    visit: [visit],
    report: [report],
    swap: [swap, { ...swap, id: OTHER, old_part_id: OTHER }],
    old_part: [oldPart, { ...oldPart, id: OTHER, swap_id: OTHER, state: 'with_technician' }],
  })
  render(<WriteOffs />)
  expect(await screen.findByText('1 件可以销，1 件还在等')).toBeTruthy()
  for (const box of await screen.findAllByRole('checkbox')) if (!(box as HTMLInputElement).checked) fireEvent.click(box)
  await press('销 1 件')
  const [[name, body] = []] = await recorded(1)
  expect([name, body]).toEqual([
    'write_off.close',
    expect.objectContaining({ swap_id: swap.id, visit_id: swap.visit_id, old_part_id: oldPart.id }),
  ])
})

test.each([
  ['用户签字', { visit: [{ ...visit, state: 'unsigned' }] }],
  ['主管审批', { report: [{ ...report, state: 'signed' }] }],
  ['旧件或免交', { old_part: [{ ...oldPart, state: 'with_technician' }] }],
])('a line that waits for %s says so and cannot be closed', async (lacking, changes) => {
  await seed({ visit: [visit], report: [report], swap: [swap], old_part: [oldPart] })
  await seed(changes)
  render(<WriteOffCase id={swap.id} />)
  expect(await screen.findByText(`还等：${lacking}`)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '销账' })).toBeNull()
})

test('VIS-8: a report that nobody signed is accepted with a reason, and its part is ready then', async () => {
  await seed({ visit: [{ ...visit, state: 'unsigned' }], report: [{ ...report, state: 'unsigned' }] })
  await seed({ swap: [swap], old_part: [oldPart] })
  const { unmount } = render(<ReportCase id={report.id} onBack={ignore} />)
  await press('没签字，照样认')
  expect(screen.getByText(/这句话顶替签字/)).toBeTruthy()
  await nothingRecorded()
  await write(REASON, '电话里同意')
  await press('没签字，照样认')
  expect(await recorded(1)).toEqual([['report.accept_unsigned', { report_id: report.id, reason: '电话里同意' }]])
  unmount()
  render(<WriteOffCase id={swap.id} />)
  expect(await screen.findByRole('button', { name: '销账' })).toBeTruthy()
})
