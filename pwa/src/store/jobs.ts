/** What Today and Job ask of the cache: the day's jobs, one job with its papers, the unit's history. */
import { inOrderOfDay, ordered, running } from '../rules/agenda'
import type { Presets } from '../rules/presets'
import type { Clock } from '../rules/sla'
import type { Equipment, Id, Job, JobState, Part, Person, Photo, Report, Visit } from '../rules/wire'
import { type Checklists, checklistsOf } from './checklists'
import { clocksOfJobs } from './clocks'
import { cache, holderId } from './db'
import { photosOfVisit } from './photos'
import { presets } from './presets'
import { type SiteSafety, siteSafety } from './safety'
import { type SwapSeen, swapsOf } from './swaps'

/** A job with its newest visit and that visit's report. */
export interface JobAndVisit {
  job: Job
  visit: Visit | null
  report: Report | null
}

/** The technician's jobs around one day. `next` is among neither `day` nor `later`. */
export interface Agenda {
  next: OnAgenda | null
  /** The day's other jobs in the order in which they are done; also what is left over from the days before. */
  day: OnAgenda[]
  /** Planned for another day, or to be visited again on a day that nobody has planned yet. */
  later: OnAgenda[]
}

/** A job of the agenda with the clocks that still run. */
export interface OnAgenda extends JobAndVisit {
  clocks: Clock[]
}

const DAY = 86_400_000

/** The job is closed: nothing is left to do on site. One that needs another outing is not (JOB-7). */
export const finished = ({ report, job }: Pick<JobAndVisit, 'job' | 'report'>): boolean =>
  CLOSED.has(job.state) && report?.state !== 'sent_back'

/** The last outing is over, and somebody comes again: on the day that the office plans anew (JOB-7). */
export const comesAgain = ({ job, visit }: Pick<JobAndVisit, 'job' | 'visit'>): boolean =>
  job.state === 'assigned' && visit !== null && visit.departed_at !== null

/** No day has been planned since the last outing. */
const waitsForADay = (one: JobAndVisit): boolean =>
  comesAgain(one) && (one.job.planned_at ?? '') <= (one.visit?.arrived_at ?? '')

const CLOSED: ReadonlySet<JobState> = new Set(['signed', 'unsigned', 'approved'])

/** The jobs of the person who holds the device, around the day that begins at `midnight` (milliseconds). */
export async function agenda(midnight: number): Promise<Agenda> {
  const me = holderId()
  const mine = await cache()
    .job.filter((job) => job.technicians.some(({ user_id }) => user_id === me))
    .toArray()
  const clocks = await clocksOfJobs(mine)
  const known = await Promise.all(
    mine.map(async (job) => ({ ...(await withVisit(job)), clocks: running(clocks.get(job.id) ?? []) })),
  )
  const from = new Date(midnight).toISOString()
  const until = new Date(midnight + DAY).toISOString()
  const closedBefore = (one: JobAndVisit) => finished(one) && lastHappening(one) < from
  const inTheirOrder = (one: OnAgenda, other: OnAgenda) =>
    inOrderOfDay(ordered(one.job, one.clocks), ordered(other.job, other.clocks))
  const shown = known.filter((one) => !closedBefore(one)).sort(inTheirOrder)
  const open = shown.filter((one) => !finished(one))
  const next = open.find(({ visit }) => underWay(visit)) ?? open.find((one) => !waitsForADay(one)) ?? null
  const others = shown.filter((one) => one !== next)
  const isLater = (one: JobAndVisit) => !finished(one) && ((one.job.planned_at ?? '') >= until || waitsForADay(one))
  return { next, day: others.filter((one) => !isLater(one)), later: others.filter(isLater) }
}

const underWay = (visit: Visit | null) => visit?.arrived_at != null && visit.departed_at === null

const lastHappening = ({ job, visit, report }: JobAndVisit): string =>
  report?.closed_at ?? visit?.arrived_at ?? job.planned_at ?? job.opened_at

/** The job's newest visit; null before the first. */
export async function newestVisitOf(job_id: Id): Promise<Visit | null> {
  return (await cache().visit.where('job_id').equals(job_id).sortBy('id')).at(-1) ?? null
}

async function withVisit(job: Job): Promise<JobAndVisit> {
  const visit = await newestVisitOf(job.id)
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
  checklists: Checklists
  presets: Presets
  /** What the site demands before work starts (VIS-13). */
  safety: SiteSafety | null
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
    checklists: known.visit ? await checklistsOf(known.visit, equipment ?? null) : {},
    presets: await presets(),
    safety: await siteSafety(job, known.visit),
  }
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
