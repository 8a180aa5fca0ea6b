/** Guesses about jobs. */
import { merge } from '../rules/merge'
import { waitsFor } from '../rules/quotes'
import type { Id, Job } from '../rules/wire'
import type { GuessRows } from '../store/guessing'
import type { Guess } from './guess'

/** What a job must carry before it is dispatched (JOB-2), in the order in which a form asks for it. */
const NEEDED = [
  'customer_id',
  'site_address',
  'phone',
  'contact',
  'model',
  'serial',
  'fault_reported',
  'fault_class',
  'urgency',
  'distance_km',
] as const

const lacks = (job: Job): string[] => NEEDED.filter((field) => job[field] === null || job[field] === '')

export const open: Guess<'job.open'> = async (rows, body, { by, at }) => {
  if ((await rows.get('job', body.job_id)) !== undefined) return
  const customer = body.customer_id === null ? undefined : await rows.get('customer', body.customer_id)
  const equipment = body.equipment_id === null ? undefined : await rows.get('equipment', body.equipment_id)
  const person = await rows.get('person', by)
  const { job_id, ...given } = body
  const job: Job = {
    ...given,
    contract: given.contract ?? null,
    repair_size: given.repair_size ?? null,
    supplier_involved: given.supplier_involved ?? null,
    paid: given.paid ?? null,
    id: job_id,
    number: null,
    station_id: customer?.station_id ?? person?.station_id ?? '',
    state: 'open',
    customer_name: customer?.name ?? null,
    equipment_kind: equipment?.kind ?? null,
    model: equipment?.model ?? null,
    serial: equipment?.serial ?? null,
    plate: equipment?.plate ?? null,
    dispatched_at: null,
    opened_at: at,
    opened_by: by,
    technicians: [],
    lacks: [],
  }
  await rows.put('job', { ...job, lacks: lacks(job) })
}

export const edit: Guess<'job.edit'> = async (rows, { job_id, changes }) => {
  const job = await rows.get('job', job_id)
  if (job === undefined || job.state === 'approved') return
  const merged = await withNames(rows, job, merge<Job>(job, changes).row)
  await rows.put('job', { ...merged, lacks: lacks(merged) })
}

/** The names of a customer or a unit that was changed are copied onto the job (JOB-2). */
async function withNames(rows: GuessRows, before: Job, job: Job): Promise<Job> {
  let named = job
  if (job.customer_id !== before.customer_id) {
    const customer = job.customer_id === null ? undefined : await rows.get('customer', job.customer_id)
    named = { ...named, customer_name: customer?.name ?? null }
  }
  if (job.equipment_id !== before.equipment_id) {
    const unit = job.equipment_id === null ? undefined : await rows.get('equipment', job.equipment_id)
    const { kind = null, model = null, serial = null, plate = null } = unit ?? {}
    named = { ...named, equipment_kind: kind, model, serial, plate }
  }
  return named
}

/** Nobody is sent to a paid job before quote, approval and payment (JOB-5). */
async function isUnpaid(rows: GuessRows, job_id: Id): Promise<boolean> {
  const [quote, payments] = await Promise.all([rows.get('quote', job_id), rows.where('payment', 'job_id', job_id)])
  return waitsFor(quote ?? null, payments) !== null
}

const CLOSED = new Set<Job['state']>(['signed', 'unsigned', 'approved'])

export const assign: Guess<'job.assign'> = async (
  rows,
  { job_id, technician_ids, lead_id, planned_at, unpaid_reason },
  { at },
) => {
  const job = await rows.get('job', job_id)
  if (job === undefined || CLOSED.has(job.state)) return
  if (job.paid && !unpaid_reason && (await isUnpaid(rows, job_id))) return
  const technicians = technician_ids.map((user_id) => ({ user_id, lead: user_id === lead_id }))
  const state = job.state === 'open' ? 'assigned' : job.state
  await rows.put('job', {
    ...job,
    technicians,
    planned_at: planned_at ?? job.planned_at,
    state,
    dispatched_at: job.dispatched_at ?? at,
  })
}
