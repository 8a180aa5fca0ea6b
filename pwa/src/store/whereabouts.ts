/** What the dispatch desk knows of places: where each technician was last, and where a job's site is (JOB-7, VIS-15). */
import { metresBetween, type Place } from '../rules/distance'
import type { Id, Instant, Rows } from '../rules/wire'
import { cache } from './db'

export interface Whereabouts {
  /** The newest position that each technician gave. */
  readonly technicians: ReadonlyMap<Id, Place>
  /** The newest thing that was recorded by each technician and has arrived. */
  readonly heard: ReadonlyMap<Id, Instant>
  /** Where a visit to the same site has been, by site. */
  readonly sites: ReadonlyMap<string, Place>
}

/** Visits of the last weeks tell; an older position says little about where somebody is. */
const LOOK_BACK = 60 * 86_400_000

export async function whereabouts(now: Date): Promise<Whereabouts> {
  const since = new Date(now.getTime() - LOOK_BACK).toISOString()
  const visits = await cache()
    .visit.filter(({ arrived_at }) => arrived_at !== null && arrived_at > since)
    .toArray()
  visits.sort((one, other) => (one.arrived_at ?? '').localeCompare(other.arrived_at ?? ''))
  const jobs = await cache().job.bulkGet(visits.map(({ job_id }) => job_id))
  const technicians = new Map<Id, Place>()
  const heard = new Map<Id, Instant>()
  const sites = new Map<string, Place>()
  for (const [at, visit] of visits.entries()) {
    const newest = [visit.arrived_at, visit.ended_at, visit.departed_at]
      .filter((one) => one !== null)
      .sort()
      .at(-1)
    if (newest && newest > (heard.get(visit.technician_id) ?? '')) heard.set(visit.technician_id, newest)
    const place = placeOf(visit)
    if (place === null) continue
    technicians.set(visit.technician_id, place)
    const job = jobs[at]
    if (job) sites.set(siteOf(job), place)
  }
  return { technicians, heard, sites }
}

function placeOf(visit: Rows['visit']): Place | null {
  const { arrived_lat_e7: lat_e7, arrived_lon_e7: lon_e7 } = visit
  return lat_e7 === null || lon_e7 === null ? null : { lat_e7, lon_e7 }
}

/** A site is a customer's address. */
const siteOf = (job: Rows['job']) => `${job.customer_id ?? ''} ${job.site_address ?? ''}`

/** How far the technician was last from the job's site, in whole metres; null when one of the two is not known. */
export function metresToSite(known: Whereabouts, technicianId: Id, job: Rows['job']): number | null {
  const [from, to] = [known.technicians.get(technicianId), known.sites.get(siteOf(job))]
  return from && to ? metresBetween(from, to) : null
}

/** The way that the nearest technician has, else the distance that the caller told; null when neither is known. */
export function nearestMetres(known: Whereabouts, people: readonly Rows['person'][], job: Rows['job']): number | null {
  const ways = people.map(({ id }) => metresToSite(known, id, job)).filter((way) => way !== null)
  if (ways.length > 0) return Math.min(...ways)
  return job.distance_km === null ? null : job.distance_km * 1000
}
