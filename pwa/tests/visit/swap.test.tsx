/** A swap: part, quantity and reason; the old part tagged or explained; the books never stand in the way. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import type { Fault, Part, Preset, Stock, Swap } from '../../src/rules/wire'
import SwapScreen from '../../src/screens/visit/swap'
import { cache } from '../../src/store/db'
import { swapsOf, undoneSwapsOf } from '../../src/store/swaps'
import { goldenJob, seed } from '../device'
import { row } from '../screens/asked'
import { at, NOTHING_YET, onSite, press, recorded, recordedOnce, type } from './on_site'

afterEach(cleanup)

const swapRow = (recorded_by: string): Swap => ({
  ...row<Swap>('swap'),
  id: 's',
  visit_id: 'v',
  job_id: 'j',
  part_id: 'p',
  old_part_id: null,
  no_old_part_reason: '丢了',
  recorded_by,
})
const stockRow = (me: string, quantity: number): Stock => ({
  ...row<Stock>('stock'),
  id: `van:${me}:p`,
  location: `van:${me}`,
  part_id: 'p',
  quantity,
})
const TAG = /标签上的七位码/
const REASON = /坏在哪/

async function choose(part_no: string): Promise<void> {
  const field = await type('件号、名称，或扫一下', part_no)
  fireEvent.keyDown(field, { key: 'Enter' })
  await screen.findByLabelText(REASON)
}

test('a scanned number, a tag and a reason make one fact (VIS-5, PART-4, OLD-1)', async () => {
  await onSite()
  render(<SwapScreen {...at} />)
  await choose('3509-00417')
  await type('新件序列号', 'AC2511-0342')
  await type('旧件序列号', 'AC2103-7719')
  await type(TAG, '7k4-m92-g')
  await type(REASON, '出气阀片断裂')
  await press('这一组换好了')
  expect(await recordedOnce('swap.record')).toMatchObject({
    visit_id: 'v',
    part_id: 'p',
    quantity: 1,
    new_serial: 'AC2511-0342',
    reason: '出气阀片断裂',
    old_part: { serial: 'AC2103-7719', quantity: 1, tag: '7K4M92G' },
    no_old_part_reason: null,
  })
  expect(await screen.findByRole('img', { name: '旧件标签 7K4-M92-G' })).toBeTruthy()
})

test('why it was replaced needs no typing: the fault and the cause named in Check, then the presets (VIS-5)', async () => {
  await onSite({ check: { ...NOTHING_YET.check, fault_id: 'f', cause: '阀片疲劳' } })
  await seed({ fault: [{ ...row<Fault>('fault'), id: 'f', name: '空压机窜油', name_en: 'Compressor passes oil' }] })
  render(<SwapScreen {...at} />)
  await choose('3509-00417')
  expect(await screen.findByRole('button', { name: '空压机窜油' })).toBeTruthy()
  const offered = within(screen.getByRole('list', { name: '常用的话' })).getAllByRole('button')
  expect(offered.map((key) => key.textContent).slice(0, 3)).toEqual(['空压机窜油', '阀片疲劳', '断裂、开裂'])
  await press('空压机窜油')
  await press('磨损到限')
  await press('这一组换好了')
  expect((await recordedOnce('swap.record')).reason).toBe('空压机窜油。磨损到限')
})

test('phrases that a manager changed before a field was added leave that field as the house began (VIS-5)', async () => {
  await onSite()
  await seed({
    preset: [{ ...row<Preset>('preset'), id: 'phrases', value: { usage: [], before_after: [], done: [] } }],
  })
  render(<SwapScreen {...at} />)
  await choose('3509-00417')
  await press('渗漏')
  await press('这一组换好了')
  expect((await recordedOnce('swap.record')).reason).toBe('渗漏')
})

test('a wrong check digit is said at once, keeps the text, and records nothing (OLD-1)', async () => {
  await onSite()
  render(<SwapScreen {...at} />)
  await choose('3509-00417')
  const field = await type(TAG, '7k4-m92-0')
  expect(await screen.findByText('末位不对，再看一眼标签')).toBeTruthy()
  await type(REASON, '断裂')
  await press('这一组换好了')
  expect(field.value).toBe('7K4-M92-0')
  await type(TAG, '7k4-m92-g')
  await press('这一组换好了')
  expect((await recordedOnce('swap.record')).old_part?.tag).toBe('7K4M92G')
})

test('a part that the van’s books do not have is recorded; the screen says who settles it (PART-4)', async () => {
  await onSite()
  render(<SwapScreen {...at} />)
  await choose('3509-00417')
  expect(await screen.findByText('账上没有。照实记，办公室补账')).toBeTruthy()
  await type(REASON, '断裂')
  await press('这一组换好了')
  expect((await recordedOnce('swap.record')).part_id).toBe('p')
})

test('what is in the van comes first, and says how many', async () => {
  const me = await onSite()
  await seed({
    part: [{ ...row<Part>('part'), id: 'q', part_no: '9999-1', name: '空压机皮带' }],
    stock: [{ ...row<Stock>('stock'), id: `van:${me}:q`, location: `van:${me}`, part_id: 'q', quantity: 4 }],
  })
  render(<SwapScreen {...at} />)
  await type('件号、名称，或扫一下', '空压机')
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2))
  expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('车上 4')
})

test('a part on hold is warned about, and recorded with the reason why it was fitted (PART-9)', async () => {
  await onSite()
  await seed({ part: [{ ...row<Part>('part'), id: 'p', on_hold: true }] })
  render(<SwapScreen {...at} />)
  await choose('3509-00417')
  expect(screen.getByText('这批件停用')).toBeTruthy()
  await type(REASON, '断裂')
  await press('这一组换好了')
  expect(await screen.findByText('写一句为什么还是装了')).toBeTruthy()
  expect(await recorded('swap.record')).toEqual([])
  await type('停用了为什么还是装了', '通知到以前已装')
  await press('这一组换好了')
  expect(await recordedOnce('swap.record')).toMatchObject({ part_id: 'p', hold_reason: '通知到以前已装' })
})

test('a swap without a reason is not recorded and says what is missing (VIS-5)', async () => {
  await onSite()
  render(<SwapScreen {...at} />)
  await choose('3509-00417')
  await press('这一组换好了')
  expect(await screen.findByText('写一句为什么换')).toBeTruthy()
  await type(REASON, '断裂')
  await press('这一组换好了')
  expect((await recordedOnce('swap.record')).reason).toBe('断裂')
})

test('no old part needs a reason of its own (VIS-6)', async () => {
  await onSite()
  render(<SwapScreen {...at} />)
  await choose('3509-00417')
  await type(REASON, '断裂')
  await press('没有旧件')
  await press('这一组换好了')
  expect(await screen.findByText('写一句旧件在哪')).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: '用户留下了' }))
  fireEvent.click(await screen.findByRole('radio', { name: '用掉了，没有残件' }))
  await press('这一组换好了')
  expect(await recordedOnce('swap.record')).toMatchObject({
    old_part: null,
    no_old_part_code: 'consumed',
    no_old_part_reason: '用掉了，没有残件',
  })
})

test('own words about the old part are not written over by a chosen reason (OLD-1)', async () => {
  await onSite()
  render(<SwapScreen {...at} />)
  await choose('3509-00417')
  await press('没有旧件')
  const field = await type('旧件在哪，用自己的话', '客户留作样品')
  fireEvent.click(screen.getByRole('radio', { name: '用户留下了' }))
  await waitFor(() =>
    expect((screen.getByRole('radio', { name: '用户留下了' }) as HTMLInputElement).checked).toBe(true),
  )
  expect(field.value).toBe('客户留作样品')
})

test('the part may come from the store or from a shop, and may have gone with another (PART-7)', async () => {
  await onSite()
  render(<SwapScreen {...at} />)
  await choose('3509-00417')
  expect(screen.getByText('账上没有。照实记，办公室补账')).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: /外面买的/ }))
  await waitFor(() => expect(screen.queryByText('账上没有。照实记，办公室补账')).toBeNull())
  await press('次因件')
  await type(REASON, '断裂')
  await press('这一组换好了')
  expect(await recordedOnce('swap.record')).toMatchObject({ source: 'bought_locally', causal: false })
})

test('a recorded swap is corrected before the signature, and only what changed is sent (PART-4)', async () => {
  const me = await onSite()
  await seed({ swap: [swapRow(me)], stock: [stockRow(me, 3)], old_part: [] })
  render(<SwapScreen {...at} />)
  await press('记错了，更正')
  await type('新件序列号', 'AC9')
  await press('多一件')
  await press('改好了')
  expect(await recordedOnce('swap.correct')).toEqual({
    swap_id: 's',
    visit_id: 'v',
    changes: { quantity: { from: 1, to: 2 }, new_serial: { from: 'AC2511-0342', to: 'AC9' } },
  })
  await waitFor(async () => expect((await cache().stock.get(`van:${me}:p`))?.quantity).toBe(2))
  expect((await cache().swap.get('s'))?.new_serial).toBe('AC9')
})

test('what was not fitted after all is struck out with its reason, and the part is in the van again', async () => {
  const me = await onSite()
  await seed({ swap: [swapRow(me)], stock: [stockRow(me, 0)] })
  render(<SwapScreen {...at} />)
  await press('没装上')
  await type('为什么没装上', '型号不对')
  await press('没装上，划掉')
  expect(await recordedOnce('swap.undo')).toEqual({ swap_id: 's', visit_id: 'v', reason: '型号不对' })
  await waitFor(async () => expect((await cache().stock.get(`van:${me}:p`))?.quantity).toBe(1))
  expect(await swapsOf('v')).toEqual([])
  expect((await undoneSwapsOf('v'))[0]?.swap.undone_reason).toBe('型号不对')
})

test('what was taken along and not used is named, and is still in the van (PART-6)', async () => {
  const me = await onSite()
  const likely = { ...goldenJob(), id: 'j', likely_parts: ['p', 'q'] }
  const belt = { ...row<Part>('part'), id: 'q', part_no: '9999-1', name: '空压机皮带' }
  const stock = { ...stockRow(me, 2), id: `van:${me}:q`, part_id: 'q' }
  await seed({ job: [likely], part: [belt], stock: [stock, stockRow(me, 1)], swap: [swapRow(me)] })
  render(<SwapScreen {...at} />)
  const heading = await screen.findByRole('heading', { name: '带了没用上' })
  const list = heading.parentElement?.nextElementSibling
  expect(list?.textContent).toContain('空压机皮带')
  expect(list?.querySelectorAll('li')).toHaveLength(1)
})

test('the half-typed swap is there again after the app was closed', async () => {
  await onSite()
  render(<SwapScreen {...at} />)
  await choose('3509-00417')
  await type('新件序列号', 'AC25')
  cleanup()
  render(<SwapScreen {...at} />)
  expect(((await screen.findByLabelText('新件序列号')) as HTMLInputElement).value).toBe('AC25')
})
