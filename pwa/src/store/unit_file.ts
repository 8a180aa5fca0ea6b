/** The unit's file 一车一档: every earlier visit, from the rows that came with the job and from this device's own (JOB-6). */
import type { Equipment, Id, Instant, Job, UnitVisit, Visit } from '../rules/wire'
import { cache } from './db'
import { photosOfVisit } from './photos'
import { swapsOf } from './swaps'

/** A visit as the file tells it. `filed` is false for one that only this device's own rows know. */
export type PastVisit = UnitVisit & { filed: boolean }

/** The unit's closed visits, the newest first; those of the job `besides` are left out. */
export async function historyOf(equipment_id: Id | null, besides: Id | null = null): Promise<PastVisit[]> {
  if (equipment_id === null) return []
  const [filed, jobs] = await Promise.all([
    cache().unit_visit.where('equipment_id').equals(equipment_id).toArray(),
    cache().job.where('equipment_id').equals(equipment_id).toArray(),
  ])
  const known = new Set(filed.map(({ id }) => id))
  const own = (await Promise.all(jobs.map(closedVisitsOf))).flat().filter(({ id }) => !known.has(id))
  return [...filed.map((visit) => ({ ...visit, filed: true })), ...own]
    .filter(({ job_id }) => job_id !== besides)
    .sort((one, other) => other.arrived_at.localeCompare(one.arrived_at) || other.id.localeCompare(one.id))
}

/** One visit of the file; null where this device does not have it. */
export async function pastVisit(id: Id): Promise<PastVisit | null> {
  const filed = await cache().unit_visit.get(id)
  if (filed) return { ...filed, filed: true }
  const visit = await cache().visit.get(id)
  const job = visit && (await cache().job.get(visit.job_id))
  return visit && job && isClosed(visit) ? fromOwnRows(job, visit) : null
}

const isClosed = ({ state }: Visit) => state === 'signed' || state === 'unsigned'

async function closedVisitsOf(job: Job): Promise<PastVisit[]> {
  const visits = await cache().visit.where('job_id').equals(job.id).toArray()
  return Promise.all(visits.filter(isClosed).map((visit) => fromOwnRows(job, visit)))
}

async function fromOwnRows(job: Job, visit: Visit): Promise<PastVisit> {
  const [technician, fault, report, swaps, photos, signatures] = await Promise.all([
    cache().person.get(visit.technician_id),
    visit.check.fault_id ? cache().fault.get(visit.check.fault_id) : undefined,
    cache().report.get(visit.id),
    swapsOf(visit.id),
    photosOfVisit(visit.id),
    cache().signature.where('visit_id').equals(visit.id).toArray(),
  ])
  return {
    id: visit.id,
    equipment_id: job.equipment_id ?? '',
    station_id: visit.station_id,
    job_id: job.id,
    job_number: job.number ?? '',
    technician_name: technician?.name ?? '',
    arrived_at: visit.arrived_at,
    departed_at: visit.departed_at,
    state: visit.state,
    fault_reported: job.fault_reported,
    account: visit.listen.account,
    fault_code: fault?.code ?? null,
    fault_name: fault?.name ?? null,
    fault_name_en: fault?.name_en ?? null,
    cause: visit.check.cause,
    responsibility: visit.handle.responsibility,
    done: visit.handle.done,
    read_km: visit.look.read_km,
    read_h: visit.look.read_h,
    swaps: swaps.map(({ swap, part, old_part }) => ({
      part_no: part?.part_no ?? null,
      name: part?.name ?? null,
      name_en: part?.name_en ?? null,
      quantity: swap.quantity,
      new_serial: swap.new_serial,
      old_serial: old_part?.serial ?? null,
      old_part_tag: old_part?.tag ?? null,
      reason: swap.reason,
    })),
    photos: photos.map(({ id, subject, sha256 }) => ({ photo_id: id, subject, sha256 })),
    signatures: signatures.map(({ signer_name, signer_role, signed_at, width, height, strokes }) => ({
      signer_name,
      signer_role,
      signed_at,
      width,
      height,
      strokes,
    })),
    report_number: report?.number ?? null,
    report_state: report?.state ?? 'signed',
    filed: false,
  }
}

export const unitOf = async (id: Id): Promise<Equipment | null> => (await cache().equipment.get(id)) ?? null

/** The person's newest job on the unit, to find the way back to it. */
export async function jobOnUnit(id: Id): Promise<Id | null> {
  return (await cache().job.where('equipment_id').equals(id).sortBy('id')).at(-1)?.id ?? null
}

/** A unit with what the file holds of it. */
export interface UnitNamed {
  equipment_id: Id
  plate: string | null
  model: string
  serial: string
  visits: number
  last_at: Instant | null
}

/** Units whose plate or serial is the text, and that have a file here; dots, dashes, spaces and case do not matter. */
export async function unitsNamed(text: string): Promise<UnitNamed[]> {
  const wanted = plain(text)
  if (wanted === '') return []
  const units = await cache()
    .equipment.filter(({ plate, serial }) => plain(plate ?? '') === wanted || plain(serial) === wanted)
    .toArray()
  const files = await Promise.all(
    units.map(async ({ id, plate, model, serial }) => {
      const history = await historyOf(id)
      return { equipment_id: id, plate, model, serial, visits: history.length, last_at: history[0]?.arrived_at ?? null }
    }),
  )
  return files.filter(({ visits }) => visits > 0)
}

const plain = (text: string) => text.toLowerCase().replace(/[\s·.\-—]/g, '')
