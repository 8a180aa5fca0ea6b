/** What Today and Job ask of the cache: the day's jobs, one job with its papers, the unit's history. */
import type { Equipment, Id, Job, JobState, Part, Person, Photo, Report, Visit } from '../rules/wire'
import { cache, holderId } from './db'
import { photosOfVisit } from './photos'
import { type SwapSeen, swapsOf } from './swaps'

/** A job with its newest visit and that visit's report. */
export interface JobAndVisit {
  job: Job
  visit: Visit | null
  report: Report | null
}

/** The technician's jobs around one day. `next` is among neither `day` nor `later`. */
export interface Agenda {
  next: JobAndVisit | null
  /** The day's other jobs, the earliest first; also what is left over from the days before. */
  day: JobAndVisit[]
  /** Planned for another day. */
  later: JobAndVisit[]
}

const DAY = 86_400_000

/** The report is closed: nothing is left to do on site. */
export const finished = ({ report, job }: Pick<JobAndVisit, 'job' | 'report'>): boolean =>
  report === null ? CLOSED.has(job.state) : report.state !== 'sent_back'

const CLOSED: ReadonlySet<JobState> = new Set(['signed', 'unsigned', 'approved'])

/** The jobs of the person who holds the device, around the day that begins at `midnight` (milliseconds). */
export async function agenda(midnight: number): Promise<Agenda> {
  const me = holderId()
  const mine = await cache()
    .job.filter((job) => job.technicians.some(({ user_id }) => user_id === me))
    .toArray()
  const known = await Promise.all(mine.map(withVisit))
  const from = new Date(midnight).toISOString()
  const until = new Date(midnight + DAY).toISOString()
  const closedBefore = (one: JobAndVisit) => finished(one) && lastHappening(one) < from
  const shown = known.filter((one) => !closedBefore(one)).sort(byPlan)
  const open = shown.filter((one) => !finished(one))
  const next = open.find(({ visit }) => underWay(visit)) ?? open[0] ?? null
  const others = shown.filter((one) => one !== next)
  const isLater = (one: JobAndVisit) => !finished(one) && (one.job.planned_at ?? '') >= until
  return { next, day: others.filter((one) => !isLater(one)), later: others.filter(isLater) }
}

const underWay = (visit: Visit | null) => visit?.arrived_at != null && visit.departed_at === null

const lastHappening = ({ job, visit, report }: JobAndVisit): string =>
  report?.closed_at ?? visit?.arrived_at ?? job.planned_at ?? job.opened_at

const byPlan = (one: JobAndVisit, other: JobAndVisit) =>
  (one.job.planned_at ?? '9').localeCompare(other.job.planned_at ?? '9') || one.job.id.localeCompare(other.job.id)

async function withVisit(job: Job): Promise<JobAndVisit> {
  const visit = (await cache().visit.where('job_id').equals(job.id).sortBy('id')).at(-1) ?? null
  return { job, visit, report: (visit && (await cache().report.get(visit.id))) ?? null }
}

/** How many jobs nobody has yet. */
export const unassignedJobs = (): Promise<number> => cache().job.where('state').equals('open').count()

/** All that the Job screen shows (JOB-6). */
export interface JobInFull extends JobAndVisit {
  equipment: Equipment | null
  /** Who took the call. */
  openedBy: Person | null
  likelyParts: Part[]
  swaps: SwapSeen[]
  photos: Photo[]
}

/** The job and what stands around it; null when it is not on this device. */
export async function jobInFull(id: Id): Promise<JobInFull | null> {
  const job = await cache().job.get(id)
  if (job === undefined) return null
  const known = await withVisit(job)
  const [equipment, openedBy, likely, swaps, photos] = await Promise.all([
    job.equipment_id ? cache().equipment.get(job.equipment_id) : undefined,
    cache().person.get(job.opened_by),
    cache().part.bulkGet(job.likely_parts),
    known.visit ? swapsOf(known.visit.id) : [],
    known.visit ? photosOfVisit(known.visit.id) : [],
  ])
  return {
    ...known,
    equipment: equipment ?? null,
    openedBy: openedBy ?? null,
    likelyParts: likely.filter((part) => part !== undefined),
    swaps,
    photos,
  }
}

/** One earlier visit to the same unit (一车一档). */
export interface PastVisit {
  job: Job
  visit: Visit
  technician: Person | null
  parts: string[]
}

/** The unit's earlier visits as far as this device holds them, the newest first. */
export async function historyOf(equipment_id: Id | null, besides: Id): Promise<PastVisit[]> {
  if (equipment_id === null) return []
  const jobs = await cache().job.where('equipment_id').equals(equipment_id).toArray()
  const visits = await Promise.all(jobs.filter((job) => job.id !== besides).map(pastVisits))
  return visits.flat().sort((one, other) => other.visit.id.localeCompare(one.visit.id))
}

async function pastVisits(job: Job): Promise<PastVisit[]> {
  const visits = await cache().visit.where('job_id').equals(job.id).toArray()
  return Promise.all(
    visits.map(async (visit) => ({
      job,
      visit,
      technician: (await cache().person.get(visit.technician_id)) ?? null,
      parts: (await swapsOf(visit.id)).map(({ part }) => part?.name ?? '').filter(Boolean),
    })),
  )
}

/** Jobs whose plate, serial or number is the scanned text; dots, dashes, spaces and case do not matter. */
export async function jobsNamed(scanned: string): Promise<Job[]> {
  const wanted = plain(scanned)
  if (wanted === '') return []
  const named = (text: string | null) => text !== null && plain(text) === wanted
  return cache()
    .job.filter(({ plate, serial, number }) => named(plate) || named(serial) || named(number))
    .reverse()
    .sortBy('id')
}

const plain = (text: string) => text.toLowerCase().replace(/[\s·.\-—]/g, '')

/** The person and the station that they belong to, as the cache knows them. */
export async function personAt(
  id: Id,
): Promise<{ person: Person | null; station: { name: string; name_en: string | null } | null }> {
  const person = (await cache().person.get(id)) ?? null
  const station = person?.station_id ? await cache().station.get(person.station_id) : undefined
  return { person, station: station ?? null }
}
