/** Leaving a site: a few taps for the office, what is carried, and what else is near (VIS-12, JOB-7). */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Id, OldPart, OpenJob, Quote, Report } from '../../src/rules/wire'
import Leave from '../../src/screens/departure/leave'
import JobScreen from '../../src/screens/job/job'
import { cache } from '../../src/store/db'
import { goldenJob, seed } from '../device'
import { at, onSite, press, recorded, recordedOnce, type } from '../visit/on_site'
import { row } from './asked'

let me: Id
beforeEach(async () => {
  me = await onSite({ state: 'signed', ended_at: '2026-11-19T06:00:00.000Z' })
  await seed({
    job: [{ ...goldenJob(), id: 'j', equipment_id: 'e', state: 'signed', technicians: [{ user_id: me, lead: true }] }],
    report: [{ ...row<Report>('report'), id: 'v', visit_id: 'v', job_id: 'j', state: 'signed' }],
  })
})
afterEach(cleanup)

test('done is one tap: the office hears it and the departure is recorded', async () => {
  render(<Leave {...at} />)
  await press('报给办公室，离场')
  const told = await recordedOnce('visit.report_back')
  expect(told).toMatchObject({ visit_id: 'v', outcome: 'done', note: null })
  expect(await recorded('payment.collect')).toEqual([])
  await recordedOnce('visit.depart')
})

test('waiting for parts and one line go with it, and the job waits for its next outing (JOB-7)', async () => {
  render(<Leave {...at} />)
  ;(await screen.findByRole('radio', { name: /等件/ })).click()
  await type(/还有什么要说的/, '散热器芯子要等')
  await press('报给办公室，离场')
  expect(await recordedOnce('visit.report_back')).toMatchObject({
    outcome: 'waiting_for_parts',
    note: '散热器芯子要等',
  })
  await waitFor(async () => expect((await cache().job.get('j'))?.state).toBe('assigned'))
  cleanup()
  render(<JobScreen {...at} />)
  expect(await screen.findByText('还要再来一次，等办公室定日子')).toBeTruthy()
  await press('我到了')
  await waitFor(async () => expect(await cache().visit.where('job_id').equals('j').count()).toBe(2))
})

const quoted = () => seed({ quote: [{ ...row<Quote>('quote'), id: 'j', job_id: 'j', state: 'approved' }] })

test('money for a quoted service is a payment of its own, with how it was taken (JOB-5)', async () => {
  await quoted()
  render(<Leave {...at} />)
  await type(/收了用户的钱/, '120.50')
  fireEvent.change(await screen.findByLabelText('怎么收的'), { target: { value: 'mobile' } })
  await press('报给办公室，离场')
  await recordedOnce('visit.depart')
  const collected = await recorded('payment.collect')
  expect(collected).toMatchObject([{ job_id: 'j', amount_minor: 12_050, currency: 'CNY', method: 'mobile' }])
  expect(await cache().payment.get(collected[0]?.payment_id ?? '')).toMatchObject({ state: 'collected', taken_by: me })
})

test('where nobody pays, no money is asked for (JOB-5)', async () => {
  render(<Leave {...at} />)
  expect(await screen.findByLabelText(/还有什么要说的/)).toBeTruthy()
  expect(screen.queryByLabelText(/收了用户的钱/)).toBeNull()
})

test('what is no amount keeps the button shut and says how to write it', async () => {
  await quoted()
  render(<Leave {...at} />)
  await type(/收了用户的钱/, '120元')
  expect(screen.getByText('只写数字，例如 120 或 120.50')).toBeTruthy()
  await press('报给办公室，离场')
  expect(await recorded('visit.depart')).toEqual([])
})

test('old parts in the van are named, and one without a tag is a doubt (OLD-4)', async () => {
  await seed({
    old_part: [{ ...row<OldPart>('old_part'), id: 'o', holder_id: me, state: 'with_technician', tag: null }],
  })
  render(<Leave {...at} />)
  expect(await screen.findByText('没挂标签')).toBeTruthy()
})

test('an open job at the same place comes first, and asking for it is a request', async () => {
  const open = row<OpenJob>('open_job')
  const here = { ...open, id: 'near', customer_name: '同一家', site_address: goldenJob().site_address, distance_km: 90 }
  const far = { ...open, id: 'far', customer_name: '另一家', customer_id: null, site_address: '别处', distance_km: 41 }
  await seed({ open_job: [far, here] })
  render(<Leave {...at} />)
  const first = (await screen.findByText('同一家')).closest('li') as HTMLElement
  expect(first.compareDocumentPosition(screen.getByText('另一家')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  expect(within(first).getByText(/就在这里/)).toBeTruthy()
  within(first).getByRole('button', { name: '我能去' }).click()
  expect(await recordedOnce('job.offer_self')).toMatchObject({ job_id: 'near' })
  expect(await within(first).findByText('问过了，等办公室')).toBeTruthy()
})
