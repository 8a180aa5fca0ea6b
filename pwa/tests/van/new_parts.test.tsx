/** New parts of the van: asked for, counted blind, brought back (PART-1, PART-2, PART-6). */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { path } from '../../src/parts/route'
import type { Id, Job, Transfer } from '../../src/rules/wire'
import Ask from '../../src/screens/parts/ask'
import Parts from '../../src/screens/parts/parts'
import Requisitions from '../../src/screens/parts/requisitions'
import Unused from '../../src/screens/parts/unused'
import VanCount from '../../src/screens/parts/van_count'
import { cache } from '../../src/store/db'
import { draftOf } from '../../src/store/drafts'
import { seed } from '../device'
import { press, recorded, recordedOnce, type } from '../visit/on_site'
import { FILTER, PUMP, requisition, VALVE, withVan } from './van'

let me: Id
beforeEach(async () => {
  me = await withVan()
})
afterEach(cleanup)

test('what a job is likely to need is one tap, and the requisition goes out for that job (PART-2)', async () => {
  render(<Ask />)
  await press(/出气阀/)
  await press('出气阀加一件')
  await press('急用')
  await type(/写一句/, '明天 8 点前要')
  await press('提领料单：2 件')
  const lines = [{ part_id: VALVE, quantity: 2 }]
  expect(await recordedOnce('requisition.ask')).toMatchObject({
    job_id: 'j',
    urgency: 'urgent',
    note: '明天 8 点前要',
    lines,
  })
  await waitFor(async () =>
    expect(await cache().requisition.toArray()).toMatchObject([{ state: 'asked', number: null }]),
  )
})

test('what is asked for already is not suggested again (PART-2)', async () => {
  const lines = [{ part_id: VALVE, asked: 1, approved: null, issued: 0 }]
  const job = (await cache().job.get('j')) as Job
  await seed({ requisition: [requisition(me, { lines })], job: [{ ...job, likely_parts: [VALVE, FILTER] }] })
  render(<Ask />)
  expect(await screen.findByRole('button', { name: /滤芯/ })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /出气阀/ })).toBeNull()
})

test('a refused requisition says who and why, and is changed and sent again with what was typed (PART-2)', async () => {
  const decided = { decided_by: me, decided_at: new Date().toISOString(), refusal: '先用返修件' }
  await seed({ requisition: [requisition(me, { state: 'refused', ...decided })] })
  render(<Requisitions params={{}} />)
  expect(await screen.findByText('先用返修件')).toBeTruthy()
  await press('改一改再发')
  await waitFor(() => expect(path.value).toBe('/parts/ask'))
  expect(draftOf('requisition')).toMatchObject({ lines: [{ part_id: PUMP, quantity: 2 }] })
})

test('each requisition says what it waits for, and one that waits can be withdrawn (PART-2)', async () => {
  const issued = [{ part_id: PUMP, asked: 3, approved: 2, issued: 1 }]
  await seed({
    requisition: [
      requisition(me, { id: 'r1', number: 'LL-1', state: 'approved', lines: issued }),
      requisition(me, { id: 'r2', number: 'LL-2', state: 'issued' }),
      requisition('somebody else', { id: 'r3', number: 'LL-3' }),
    ],
  })
  render(<Requisitions params={{}} />)
  const first = (await screen.findByText('LL-1')).closest('li') as HTMLElement
  expect(within(first).getByText('发了一部分，等仓库')).toBeTruthy()
  expect(within(first).getByText(/要 3 .* 批 2 · 发了 1/)).toBeTruthy()
  expect(screen.queryByText('LL-3')).toBeNull()
  within(first).getByRole('button', { name: '不要了' }).click()
  expect(await recordedOnce('requisition.close')).toEqual({ requisition_id: 'r1' })
})

test('the van is counted without seeing the books; a difference is booked with its reason (PART-1)', async () => {
  render(<VanCount />)
  await press('数 空压机总成')
  expect(screen.queryByText('账上')).toBeNull()
  await press(/数完了/)
  expect(await screen.findByText('少 1')).toBeTruthy()
  fireEvent.change(await screen.findByLabelText('空压机总成的原因'), { target: { value: 'lost' } })
  await press('记下，改账')
  expect(await recordedOnce('count.record')).toMatchObject({
    location: `van:${me}`,
    lines: [{ part_id: PUMP, counted: 1, expected: 2, reason: 'lost' }],
  })
  await waitFor(async () => expect((await cache().stock.get(`van:${me}:${PUMP}`))?.quantity).toBe(1))
})

test('what comes back is announced, and leaves the van only when the store takes it in (PART-6)', async () => {
  render(<Unused />)
  await press('空压机总成加一件')
  await press('报给仓库：退 1 件')
  expect(await recordedOnce('unused.announce')).toMatchObject({ lines: [{ part_id: PUMP, quantity: 1 }] })
  expect((await cache().stock.get(`van:${me}:${PUMP}`))?.quantity).toBe(2)
  expect(await recorded('unused.receive')).toEqual([])
  expect(await screen.findByText('报过，仓库还没收')).toBeTruthy()
})

test('what is on the road to the van is a tap away, with its pieces; what goes to another van is not (PART-7)', async () => {
  const sent = [{ part_id: PUMP, quantity: 2, batch: null, serials: [] }]
  const to = { from_station_id: 's', to_station_id: 's', state: 'sent', sent_by: me, sent_at: '2026-11-20T01:00:00Z' }
  const arrived = { received: [], received_by: null, received_at: null }
  await seed({
    transfer: [
      { id: 't1', number: 'DB-2611-0001', to_technician_id: me, sent, ...to, ...arrived },
      { id: 't2', number: 'DB-2611-0002', to_technician_id: 'another', sent, ...to, ...arrived },
    ] as Transfer[],
  })
  render(<Parts params={{}} />)
  const link = await screen.findByRole('link', { name: /收发到车上的件.*DB-2611-0001.*2/ })
  expect(link.getAttribute('href')).toBe('/stock/transfers/t1')
  expect(screen.queryByText(/DB-2611-0002/)).toBeNull()
})
