/** What a technician looks at before leaving: the visits and their times, what is in the van, and what else is near. */
import type { Id, Job, JobOffer, OldPart, OpenJob, Person, Report, ReportBack, Visit, VisitTime } from '../rules/wire'
import { cache, holderId } from './db'
import type { PartOnHand } from './swaps'

/** One outing to a job with its own report (JOB-7). */
export interface Outing {
  visit: Visit
  report: Report | null
  /** The newest word to the office about it. */
  told: ReportBack | null
  technician: Person | null
  times: VisitTime[]
}

/** All outings of a job, the first one first. */
export async function outingsOf(job_id: Id): Promise<Outing[]> {
  const visits = await cache().visit.where('job_id').equals(job_id).sortBy('id')
  return Promise.all(
    visits.map(async (visit) => {
      const [report, told, technician, times] = await Promise.all([
        cache().report.get(visit.id),
        cache().report_back.where('visit_id').equals(visit.id).sortBy('reported_at'),
        cache().person.get(visit.technician_id),
        cache().visit_time.where('visit_id').equals(visit.id).sortBy('recorded_at'),
      ])
      return { visit, report: report ?? null, told: told.at(-1) ?? null, technician: technician ?? null, times }
    }),
  )
}

/** Who goes, by name, the lead first (JOB-4). */
export interface TeamMember {
  user_id: Id
  name: string
  phone: string | null
  lead: boolean
}

export async function teamOf({ technicians }: Pick<Job, 'technicians'>): Promise<TeamMember[]> {
  const people = await cache().person.bulkGet(technicians.map(({ user_id }) => user_id))
  return technicians
    .map(({ user_id, lead }, place) => ({
      user_id,
      lead,
      name: people[place]?.name ?? '',
      phone: people[place]?.phone ?? null,
    }))
    .sort((one, other) => Number(other.lead) - Number(one.lead))
}

/** New parts and old parts that travel with this person. */
export interface Carried {
  parts: PartOnHand[]
  oldParts: OldPart[]
}

export async function carried(): Promise<Carried> {
  const me = holderId()
  const [stock, oldParts] = await Promise.all([
    cache().stock.where('location').equals(`van:${me}`).toArray(),
    cache().old_part.where('holder_id').equals(me).toArray(),
  ])
  const had = stock.filter(({ quantity }) => quantity > 0)
  const parts = await cache().part.bulkGet(had.map(({ part_id }) => part_id))
  return {
    parts: had.flatMap(({ quantity }, place) => {
      const part = parts[place]
      return part ? [{ part, in_van: quantity }] : []
    }),
    oldParts: oldParts.filter(({ state }) => state === 'with_technician'),
  }
}

/** An open job of the station, and what became of this person's asking for it. */
export interface Nearby {
  job: OpenJob
  /** In the same place as the job that is being left. */
  samePlace: boolean
  offer: JobOffer | null
}

const MOST_NEARBY = 5

/** Open jobs, those in the same place first, then those whose distance from the station is most like this one's (VIS-12). */
export async function nearby(here: Pick<Job, 'site_address' | 'customer_id' | 'distance_km'>): Promise<Nearby[]> {
  const [open, offers] = await Promise.all([cache().open_job.toArray(), cache().job_offer.toArray()])
  const mine = new Map(offers.filter(({ user_id }) => user_id === holderId()).map((offer) => [offer.job_id, offer]))
  const away = (job: OpenJob) =>
    job.distance_km === null || here.distance_km === null
      ? Number.MAX_SAFE_INTEGER
      : Math.abs(job.distance_km - here.distance_km)
  const isSame = (job: OpenJob) =>
    (job.site_address !== null && job.site_address === here.site_address) ||
    (job.customer_id !== null && job.customer_id === here.customer_id)
  return open
    .map((job) => ({ job, samePlace: isSame(job), offer: mine.get(job.id) ?? null }))
    .sort(
      (one, other) =>
        Number(other.samePlace) - Number(one.samePlace) ||
        Number(other.job.urgency === 'urgent') - Number(one.job.urgency === 'urgent') ||
        away(one.job) - away(other.job) ||
        one.job.id.localeCompare(other.job.id),
    )
    .slice(0, MOST_NEARBY)
}

/** What was told about a job on leaving, and who still asks for it, each with the person's name. */
export interface Heard {
  told: { row: ReportBack; name: string }[]
  asking: { row: JobOffer; name: string }[]
}

export async function heardOf(job_id: Id): Promise<Heard> {
  const [told, offers] = await Promise.all([
    cache().report_back.where('job_id').equals(job_id).sortBy('reported_at'),
    cache().job_offer.where('job_id').equals(job_id).sortBy('offered_at'),
  ])
  const nameOf = async (id: Id) => (await cache().person.get(id))?.name ?? ''
  return {
    told: await Promise.all(told.map(async (row) => ({ row, name: await nameOf(row.reported_by) }))),
    asking: await Promise.all(
      offers.filter(({ state }) => state === 'waiting').map(async (row) => ({ row, name: await nameOf(row.user_id) })),
    ),
  }
}
