import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Payment, Person, SlaProfile } from '../../src/rules/wire'
import DispatchScreen from '../../src/screens/office/dispatch'
import NewCallScreen from '../../src/screens/office/new_call'
import { cache, outbox } from '../../src/store/db'
import { loadDrafts } from '../../src/store/drafts'
import { goldenJob, newDevice, seed } from '../device'
import { golden } from '../golden'

const zhou = golden<{ row: Person }>('rows/person.json').row
const wu: Person = { ...zhou, id: '019a9c3e-7b10-7000-8000-000000000099', name: '吴越' }
const job = {
  ...goldenJob(),
  state: 'open',
  technicians: [],
  planned_at: null,
  lacks: ['distance_km'],
  distance_km: null,
}

beforeEach(async () => {
  await newDevice()
  await loadDrafts()
  await seed({
    job: [job],
    person: [zhou, wu],
    customer: [golden<{ row: object }>('rows/customer.json').row],
    equipment: [golden<{ row: object }>('rows/equipment.json').row],
  })
})
afterEach(cleanup)

const recorded = async () => {
  await waitFor(async () => expect(await outbox().all()).toHaveLength(1))
  const [kept] = await outbox().all()
  return [kept?.envelope.name, JSON.parse(kept?.envelope.body ?? '{}')]
}

test('a job in the queue is dispatched to two people with exactly one lead (JOB-4)', async () => {
  render(<DispatchScreen params={{}} />)
  fireEvent.click(await screen.findByRole('button', { name: /浙B·D2186/ }))
  fireEvent.click(await screen.findByRole('checkbox', { name: /周海/ }))
  fireEvent.click(await screen.findByRole('checkbox', { name: /吴越/ }))
  fireEvent.click(await screen.findByRole('button', { name: '让吴越负责' }))
  fireEvent.click(await screen.findByRole('button', { name: /^派给/ }))
  expect(await recorded()).toEqual([
    'job.assign',
    { job_id: job.id, technician_ids: [zhou.id, wu.id], lead_id: wu.id, planned_at: null },
  ])
})

test('a job that somebody has and that has no time yet is named with whose it is, and can be taken up again', async () => {
  await seed({ job: [{ ...job, state: 'assigned', technicians: [{ user_id: wu.id, lead: true }] }] })
  render(<DispatchScreen params={{}} />)
  expect(await screen.findByRole('heading', { name: '派了，没定时间 1' })).toBeTruthy()
  fireEvent.click(await screen.findByRole('button', { name: /浙B·D2186.*吴越/ }))
  expect(((await screen.findByRole('checkbox', { name: /吴越/ })) as HTMLInputElement).checked).toBe(true)
})

test('what a job lacks is said before it is dispatched (JOB-2)', async () => {
  render(<DispatchScreen params={{}} />)
  fireEvent.click(await screen.findByRole('button', { name: /浙B·D2186/ }))
  expect(await screen.findByText('派工前还缺：里程')).toBeTruthy()
})

test('the contact is corrected with the value that it replaces', async () => {
  render(<DispatchScreen params={{}} />)
  fireEvent.click(await screen.findByRole('button', { name: /浙B·D2186/ }))
  fireEvent.click(await screen.findByRole('button', { name: '改信息' }))
  fireEvent.input(screen.getByRole('textbox', { name: '联系电话' }), { target: { value: '138 0574 2216' } })
  fireEvent.click(await screen.findByRole('button', { name: '存下' }))
  expect(await recorded()).toEqual([
    'job.edit',
    { job_id: job.id, changes: { phone: { from: '138 0574 2261', to: '138 0574 2216' } } },
  ])
})

test('a caller is found by the plate, and what is known of them is filled in', async () => {
  render(<NewCallScreen params={{}} />)
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'd2186' } })
  fireEvent.click(await screen.findByRole('button', { name: /临江公交三分公司/ }))
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '联系电话' }).value).toBe('138 0574 2261'),
  )
  fireEvent.input(screen.getByRole('textbox', { name: '故障，照用户的原话' }), { target: { value: '制动报警' } })
  fireEvent.click(screen.getByRole('button', { name: '先存下，缺 3 项' }))
  await waitFor(async () => expect(await outbox().all()).toHaveLength(3))
  const kept = (await outbox().all()).map(({ envelope }) => [envelope.name, JSON.parse(envelope.body)] as const)
  const [[, body], [, logged], [, linked]] = kept as [(typeof kept)[0], (typeof kept)[0], (typeof kept)[0]]
  expect(kept.map(([name]) => name)).toEqual(['job.open', 'contact.log', 'contact.dispatch'])
  expect(linked).toEqual({ contact_id: logged.contact_id, job_id: body.job_id })
  expect(body).toMatchObject({ equipment_id: job.equipment_id, fault_reported: '制动报警', distance_km: null })
  await waitFor(async () =>
    expect(await cache().job.get(body.job_id)).toMatchObject({ lacks: expect.arrayContaining(['distance_km']) }),
  )
})

test('a half-typed call is still there after a reload', async () => {
  render(<NewCallScreen params={{}} />)
  fireEvent.input(screen.getByRole('textbox', { name: '联系人' }), { target: { value: '李师傅' } })
  await waitFor(async () => expect(await outbox().drafts()).toHaveLength(1))
  cleanup()
  await loadDrafts()
  render(<NewCallScreen params={{}} />)
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '联系人' }).value).toBe('李师傅')
})

const HOTLINE = golden<{ house: SlaProfile[] }>('sla.json').house.filter(({ name_en }) => name_en === 'Hotline')

test('the promise that is due next stands on the card, with the time by which it must be kept (JOB-3)', async () => {
  const opened_at = new Date(Date.now() - 3_600_000).toISOString()
  await seed({ job: [{ ...job, opened_at, dispatched_at: null }], sla_profile: HOTLINE })
  render(<DispatchScreen params={{}} />)
  expect(await screen.findByText(/^24 h 内答复 · .+ 前$/)).toBeTruthy()
  expect(screen.getByText(/^还剩 22 h 59 min$|^还剩 23 h$/)).toBeTruthy()
})

test('an answer is recorded beside its clock, in words (JOB-3)', async () => {
  await seed({ job: [{ ...job, dispatched_at: null }], sla_profile: HOTLINE })
  render(<DispatchScreen params={{}} />)
  fireEvent.click(await screen.findByRole('button', { name: /浙B·D2186/ }))
  fireEvent.click(await screen.findByRole('button', { name: '记答复、停时钟' }))
  fireEvent.click(screen.getByRole('button', { name: '记下答复' }))
  expect(await screen.findByText('写一句才记得下')).toBeTruthy()
  fireEvent.input(screen.getByRole('textbox', { name: /^写一句：/ }), { target: { value: '先换备用车' } })
  fireEvent.click(screen.getByRole('button', { name: '记下答复' }))
  const [name, body] = await recorded()
  expect([name, body.job_id, body.note]).toEqual(['job.answer', job.id, '先换备用车'])
  await waitFor(async () => expect(await cache().milestone.count()).toBe(1))
})

test('a paid job waits: first the quote, and nobody can be sent (JOB-5)', async () => {
  await seed({ job: [{ ...job, paid: true }], part: [golden<{ row: object }>('rows/part.json').row] })
  render(<DispatchScreen params={{}} />)
  expect(await screen.findByText('等报价')).toBeTruthy()
  fireEvent.click(await screen.findByRole('button', { name: /浙B·D2186/ }))
  fireEvent.click(await screen.findByRole('checkbox', { name: /周海/ }))
  fireEvent.click(await screen.findByRole('button', { name: '付清才能派' }))
  fireEvent.input(await screen.findByRole('searchbox', { name: /^加件/ }), { target: { value: '3509' } })
  fireEvent.click(await screen.findByRole('button', { name: /3509-00417/ }))
  fireEvent.input(screen.getByRole('textbox', { name: '工时，分钟' }), { target: { value: '90' } })
  fireEvent.click(await screen.findByRole('button', { name: /^报 ¥2.182，请主管批$/ }))
  const [name, body] = await recorded()
  expect([name, body.parts.length, body.labour_min, body.revision]).toEqual(['quote.propose', 1, 90, 0])
  expect(await screen.findByText('等主管批')).toBeTruthy()
})

test('a call that was saved without its customer is completed (JOB-2)', async () => {
  const unknown = { customer_id: null, customer_name: null, equipment_id: null, model: null, serial: null, plate: null }
  await seed({ job: [{ ...job, ...unknown, lacks: ['customer_id', 'model', 'serial', 'distance_km'] }] })
  render(<DispatchScreen params={{}} />)
  fireEvent.click(await screen.findByRole('button', { name: /用户没登记/ }))
  fireEvent.click(await screen.findByRole('button', { name: '改信息' }))
  fireEvent.input(await screen.findByRole('searchbox', { name: /^谁来的电话/ }), { target: { value: 'd2186' } })
  fireEvent.click(await screen.findByRole('button', { name: /临江公交三分公司/ }))
  fireEvent.click(await screen.findByRole('button', { name: '存下' }))
  const [, body] = await recorded()
  expect(Object.keys(body.changes).sort()).toEqual(['customer_id', 'equipment_id'])
  await waitFor(async () =>
    expect(await cache().job.get(job.id)).toMatchObject({ plate: '浙B·D2186', lacks: ['distance_km'] }),
  )
})

test('money that a technician collected is handed in with one press (JOB-5)', async () => {
  const payment = { ...golden<{ row: Payment }>('rows/payment.json').row, job_id: job.id, taken_by: zhou.id }
  const quote = { ...golden<{ row: object }>('rows/quote.json').row, id: job.id, job_id: job.id }
  await seed({ job: [{ ...job, paid: true }], quote: [quote], payment: [payment] })
  render(<DispatchScreen params={{}} />)
  fireEvent.click(await screen.findByRole('button', { name: /浙B·D2186/ }))
  expect(await screen.findByText(/周海收了 ¥500/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '已交回' }))
  expect(await recorded()).toEqual(['payment.hand_in', { payment_id: payment.id, job_id: job.id }])
  await waitFor(() => expect(screen.queryByRole('button', { name: '已交回' })).toBeNull())
})

test('a job is carried by keyboard: picked up, moved to somebody, dropped, confirmed', async () => {
  render(<DispatchScreen params={{}} />)
  const card = await screen.findByRole('button', { name: /浙B·D2186/ })
  card.focus()
  fireEvent.keyDown(card, { key: 'm' })
  const told = () => screen.getAllByRole('status').map((one) => one.textContent)
  await waitFor(() => expect(told().some((text) => text?.startsWith('拿起 浙B·D2186'))).toBe(true))
  fireEvent.keyDown(card, { key: 'ArrowDown' })
  await waitFor(() => expect(told().some((text) => text?.startsWith('周海，'))).toBe(true))
  fireEvent.keyDown(card, { key: 'Enter' })
  fireEvent.click(await screen.findByRole('button', { name: '派给周海' }))
  const [name, body] = await recorded()
  expect([name, body.technician_ids, body.lead_id]).toEqual(['job.assign', [zhou.id], zhou.id])
})

test('what was picked up is put back by Escape, and nothing is recorded', async () => {
  render(<DispatchScreen params={{}} />)
  const card = await screen.findByRole('button', { name: /浙B·D2186/ })
  fireEvent.keyDown(card, { key: 'm' })
  fireEvent.keyDown(card, { key: 'Escape' })
  await waitFor(() => expect(screen.getAllByRole('status').some((one) => one.textContent === '放回去了')).toBe(true))
  expect(await outbox().all()).toHaveLength(0)
})

test('a job dropped on a lane stands in hand with that person, to be confirmed', async () => {
  const { container } = render(<DispatchScreen params={{}} />)
  fireEvent.dragStart(await screen.findByRole('button', { name: /浙B·D2186/ }))
  await waitFor(() => expect(container.querySelectorAll('.lane')).toHaveLength(2))
  const lane = [...container.querySelectorAll('.lane')].find((one) => one.textContent?.includes('吴越'))
  fireEvent.drop(lane as Element)
  expect(await screen.findByRole('button', { name: '派给吴越' })).toBeTruthy()
  expect(await outbox().all()).toHaveLength(0)
})

test('who loses the job may have work that has not arrived yet, and that is said (JOB-7)', async () => {
  await seed({ job: [{ ...job, state: 'assigned', technicians: [{ user_id: zhou.id, lead: true }] }] })
  render(<DispatchScreen params={{ id: job.id }} />)
  fireEvent.click(await screen.findByRole('checkbox', { name: /周海/ }))
  fireEvent.click(await screen.findByRole('checkbox', { name: /吴越/ }))
  expect(await screen.findByText('周海可能还有没传上来的记录')).toBeTruthy()
})
