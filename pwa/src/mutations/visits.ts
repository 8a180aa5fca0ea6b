/** Guesses about visits: what was listened to, seen, checked, done, and signed. */
import { merge } from '../rules/merge'
import type { Bodies, Changes, Id, Job, Signature, Visit } from '../rules/wire'
import type { About, GuessRows } from '../store/guessing'
import type { Guess } from './guess'
import { comeAlong } from './leaving'

const NOTHING_HEARD = { account: null, told_km: null, told_h: null, usage: null, before_after: null }
const NOTHING_SEEN = {
  in_warranty: null,
  opened_before: null,
  read_km: null,
  read_h: null,
  note: null,
  tampering: null,
}
const NOTHING_CHECKED = {
  fault_id: null,
  cause: null,
  examined: null,
  causal_part_id: null,
  consequential_fault_ids: null,
}
const NOTHING_DONE = { responsibility: null, done: null, customer_agrees: null, disagreement: null, use_shown: null }

export const arrive: Guess<'visit.arrive'> = async (rows, { visit_id, job_id, position }, about) => {
  const { by, at } = about
  const job = await rows.get('job', job_id)
  const arrived = await rows.get('visit', visit_id)
  if (arrived !== undefined) return comeAlong(rows, arrived, about)
  await rows.put('visit', {
    id: visit_id,
    job_id,
    station_id: job?.station_id ?? '',
    technician_id: by,
    state: 'under_way',
    arrived_at: at,
    arrived_lat_e7: position?.lat_e7 ?? null,
    arrived_lon_e7: position?.lon_e7 ?? null,
    started_at: null,
    ended_at: null,
    departed_at: null,
    listen: NOTHING_HEARD,
    look: NOTHING_SEEN,
    check: NOTHING_CHECKED,
    handle: NOTHING_DONE,
    unsigned_reason: null,
    unsigned_note: null,
    unsigned_witness: null,
    late: false,
  })
  if (job !== undefined && job.state !== 'approved') await jobIs(rows, job_id, 'under_way')
}

type Section = 'listen' | 'look' | 'check' | 'handle'

async function record<S extends Section>(rows: GuessRows, visit_id: Id, section: S, changes: Changes<Visit[S]>) {
  const visit = await rows.get('visit', visit_id)
  if (visit === undefined || isClosed(visit)) return
  await rows.put('visit', { ...visit, [section]: merge<Visit[S]>(visit[section], changes).row })
}

export const recordListen: Guess<'visit.record_listen'> = (rows, body) =>
  record(rows, body.visit_id, 'listen', body.changes)
export const recordLook: Guess<'visit.record_look'> = (rows, body) => record(rows, body.visit_id, 'look', body.changes)
export const recordCheck: Guess<'visit.record_check'> = (rows, body) =>
  record(rows, body.visit_id, 'check', body.changes)
export const recordHandle: Guess<'visit.record_handle'> = (rows, body) =>
  record(rows, body.visit_id, 'handle', body.changes)

export const end: Guess<'visit.end'> = async (rows, { visit_id }, { at }) => {
  const visit = await rows.get('visit', visit_id)
  if (visit === undefined || visit.ended_at !== null) return
  await rows.put('visit', { ...visit, state: isClosed(visit) ? visit.state : 'ended', ended_at: at })
  const job = await rows.get('job', visit.job_id)
  if (job?.state === 'under_way') await jobIs(rows, visit.job_id, 'ended')
}

export const depart: Guess<'visit.depart'> = async (rows, { visit_id }, { at }) => {
  const visit = await rows.get('visit', visit_id)
  if (visit === undefined || visit.departed_at !== null) return
  await rows.put('visit', { ...visit, departed_at: at })
}

export const sign: Guess<'visit.sign'> = async (rows, { visit_id, signature_id, seal, ...body }, about) => {
  const visit = await rows.get('visit', visit_id)
  if (visit === undefined) return
  if ((await rows.get('signature', signature_id)) !== undefined) return
  const { job_id, station_id } = visit
  const signature = { ...body, id: signature_id, visit_id, job_id, station_id, signed_at: about.at }
  await rows.put('signature', signature)
  if (seal) await sealed(rows, signature, seal)
  if (visit.state === 'signed') return
  await close(rows, { ...visit, unsigned_reason: null, unsigned_note: null, unsigned_witness: null }, 'signed', about)
}

/** Until the server has it, the seal is in no chain; the next revision builds on it all the same (VIS-7). */
async function sealed(
  rows: GuessRows,
  { id, visit_id, job_id, station_id, signed_at }: Signature,
  { document, device_signature }: NonNullable<Bodies['visit.sign']['seal']>,
): Promise<void> {
  const former = await rows.where('seal', 'visit_id', visit_id)
  await rows.put('seal', {
    id,
    visit_id,
    job_id,
    station_id,
    revision: Math.max(0, ...former.map(({ revision }) => revision)) + 1,
    document,
    sha256: null,
    previous: null,
    device_id: null,
    device_key: null,
    device_signature,
    signed_at,
    received_at: null,
    chain_no: null,
    chain_hash: null,
    chain_previous: null,
    countersignature: null,
    server_key: null,
    seal_fits: true,
  })
}

export const closeUnsigned: Guess<'visit.close_unsigned'> = async (
  rows,
  { visit_id, reason, note, witness },
  about,
) => {
  const visit = await rows.get('visit', visit_id)
  if (visit === undefined || isClosed(visit)) return
  await close(
    rows,
    { ...visit, unsigned_reason: reason, unsigned_note: note, unsigned_witness: witness },
    'unsigned',
    about,
  )
}

/** The visit is over: its report goes to the manager (VIS-7, VIS-8). */
async function close(rows: GuessRows, visit: Visit, state: 'signed' | 'unsigned', { at }: About): Promise<void> {
  await rows.put('visit', { ...visit, state })
  await jobIs(rows, visit.job_id, state)
  const report = await rows.get('report', visit.id)
  await rows.put('report', {
    id: visit.id,
    visit_id: visit.id,
    job_id: visit.job_id,
    station_id: visit.station_id,
    number: report?.number ?? null,
    state,
    closed_at: at,
    decided_by: null,
    decided_at: null,
    sent_back_reason: null,
    accepted_unsigned: null,
    signed_stale: null,
    late_items: null,
  })
}

const isClosed = (visit: Visit) => visit.state === 'signed' || visit.state === 'unsigned'

async function jobIs(rows: GuessRows, job_id: Id, state: Job['state']): Promise<void> {
  const job = await rows.get('job', job_id)
  if (job !== undefined) await rows.put('job', { ...job, state })
}
