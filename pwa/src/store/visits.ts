/** What a visit's screens ask: the visit, and everything that stands around it. */
import type {
  Equipment,
  Fault,
  HandBack,
  Id,
  Job,
  Part,
  Person,
  Report,
  Signature,
  Station,
  Visit,
} from '../rules/wire'
import { cache, holderId } from './db'

/** A job with its newest visit (JOB-7: there may be several); null where it is not on this device. */
export interface VisitAt {
  job: Job | null
  visit: Visit | null
  equipment: Equipment | null
  /** Name of the technician who holds the device. */
  technician: Person | null
}

export async function visitAt(job_id: Id): Promise<VisitAt> {
  const [job, visits, technician] = await Promise.all([
    cache().job.get(job_id),
    cache().visit.where('job_id').equals(job_id).sortBy('id'),
    cache().person.get(holderId()),
  ])
  const equipment = job?.equipment_id ? await cache().equipment.get(job.equipment_id) : undefined
  return {
    job: job ?? null,
    visit: visits.at(-1) ?? null,
    equipment: equipment ?? null,
    technician: technician ?? null,
  }
}

export async function visitOf(visit_id: Id): Promise<Visit | null> {
  return (await cache().visit.get(visit_id)) ?? null
}

/** Everybody who signed the report as it stands, in the order in which they did; what was sent back counts no more. */
export async function signersOf(visit_id: Id): Promise<Signature[]> {
  const [visit, report] = await Promise.all([cache().visit.get(visit_id), cache().report.get(visit_id)])
  if (visit?.state !== 'signed') return []
  const all = await cache().signature.where('visit_id').equals(visit_id).sortBy('signed_at')
  return report === undefined ? all : all.filter(({ signed_at }) => signed_at >= report.closed_at)
}

/** When the device came back from the customer without the PIN, and why. */
export async function handBacksOf(visit_id: Id): Promise<HandBack[]> {
  return cache().hand_back.where('visit_id').equals(visit_id).sortBy('taken_at')
}

/** The report of a visit; its id is the visit's. */
export async function reportOf(visit_id: Id): Promise<Report | null> {
  return (await cache().report.get(visit_id)) ?? null
}

export async function stationOf(station_id: Id): Promise<Station | null> {
  return (await cache().station.get(station_id)) ?? null
}

export async function faultOf(fault_id: Id | null): Promise<Fault | null> {
  return fault_id === null ? null : ((await cache().fault.get(fault_id)) ?? null)
}

export async function partOfId(part_id: Id | null): Promise<Part | null> {
  return part_id === null ? null : ((await cache().part.get(part_id)) ?? null)
}

/** More answers than this do not help a person who is looking for one fault or part. */
const MOST_FOUND = 30

/**
 * Faults whose code or name begins with or contains what was typed (VIS-3): first by code, then beginnings, then the
 * rest. Nothing typed: the faults of this job's class.
 */
export async function findFaults(typed: string, fault_class: string | null): Promise<Fault[]> {
  const asked = typed.trim().toLowerCase()
  if (asked === '') {
    const own = cache().fault.filter((fault) => fault_class === null || fault.fault_class === fault_class)
    return (await own.limit(MOST_FOUND).toArray()).sort((a, b) => a.code.localeCompare(b.code))
  }
  const ranked = (await cache().fault.toArray()).map((fault) => ({ fault, rank: rankOfAll(asked, fault) }))
  return ranked
    .filter((one) => one.rank > 0)
    .sort((a, b) => b.rank - a.rank || a.fault.code.localeCompare(b.fault.code))
    .slice(0, MOST_FOUND)
    .map(({ fault }) => fault)
}

/** The whole text as it was typed, or else every word of it somewhere: "valve compressor" finds the compressor's valve. */
function rankOfAll(asked: string, { code, name, name_en }: Fault): number {
  const each = asked.split(/\s+/).map((word) => rank(word, code, name, name_en))
  return Math.max(rank(asked, code, name, name_en), Math.min(...each))
}

/** How well a code and its names answer what was typed: 3 the code begins so, 2 a name does, 1 it is inside, 0 nowhere. */
export function rank(asked: string, code: string, ...names: (string | null)[]): number {
  const plainCode = code.toLowerCase()
  const spoken = names.filter((name) => name !== null).map((name) => name.toLowerCase())
  const bare = asked.replaceAll('-', '')
  if (plainCode.startsWith(asked) || (bare !== '' && plainCode.replaceAll('-', '').startsWith(bare))) return 3
  if (spoken.some((name) => name.startsWith(asked))) return 2
  return [plainCode, ...spoken].some((text) => text.includes(asked)) ? 1 : 0
}
