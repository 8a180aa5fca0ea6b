import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Person } from '../../src/rules/wire'
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
  render(<DispatchScreen />)
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

test('what a job lacks is said before it is dispatched (JOB-2)', async () => {
  render(<DispatchScreen />)
  fireEvent.click(await screen.findByRole('button', { name: /浙B·D2186/ }))
  expect(await screen.findByText('派工前还缺：里程')).toBeTruthy()
})

test('the contact is corrected with the value that it replaces', async () => {
  render(<DispatchScreen />)
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
  render(<NewCallScreen />)
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'd2186' } })
  fireEvent.click(await screen.findByRole('button', { name: /临江公交三分公司/ }))
  await waitFor(() =>
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: '联系电话' }).value).toBe('138 0574 2261'),
  )
  fireEvent.input(screen.getByRole('textbox', { name: '故障，照用户的原话' }), { target: { value: '制动报警' } })
  fireEvent.click(screen.getByRole('button', { name: '先存下，缺 3 项' }))
  const [name, body] = await recorded()
  expect(name).toBe('job.open')
  expect(body).toMatchObject({ equipment_id: job.equipment_id, fault_reported: '制动报警', distance_km: null })
  await waitFor(async () =>
    expect(await cache().job.get(body.job_id)).toMatchObject({ lacks: expect.arrayContaining(['distance_km']) }),
  )
})

test('a half-typed call is still there after a reload', async () => {
  render(<NewCallScreen />)
  fireEvent.input(screen.getByRole('textbox', { name: '联系人' }), { target: { value: '李师傅' } })
  await waitFor(async () => expect(await outbox().drafts()).toHaveLength(1))
  cleanup()
  await loadDrafts()
  render(<NewCallScreen />)
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '联系人' }).value).toBe('李师傅')
})
