/** What a job's clocks are computed from: the profiles and the calendar as they stand now (JOB-3). */
import { type Clock, clocksOf, courseOf } from '../rules/sla'
import type { CalendarYear, Id, Job, SlaProfile } from '../rules/wire'
import { HOME_ZONE } from '../rules/zones'
import { cache } from './db'

/** What holds for all jobs; read it once for a list. */
export interface ClockBooks {
  profiles: readonly SlaProfile[]
  calendar: readonly CalendarYear[]
  zones: ReadonlyMap<Id, string>
}

export async function clockBooks(): Promise<ClockBooks> {
  const [profiles, calendar, stations] = await Promise.all([
    cache().sla_profile.toArray(),
    cache().calendar_year.toArray(),
    cache().station.toArray(),
  ])
  return { profiles, calendar, zones: new Map(stations.map(({ id, time_zone }) => [id, time_zone ?? HOME_ZONE])) }
}

/** The clocks of one job as they stand by everything that this device knows. */
export async function clocksOfJob(job: Job, books?: ClockBooks): Promise<Clock[]> {
  const { profiles, calendar, zones } = books ?? (await clockBooks())
  const [visits, milestones] = await Promise.all([
    cache().visit.where('job_id').equals(job.id).toArray(),
    cache().milestone.where('job_id').equals(job.id).toArray(),
  ])
  return clocksOf(courseOf(job, visits, milestones), job, profiles, calendar, zones.get(job.station_id) ?? HOME_ZONE)
}

/** The clocks of many jobs, by job, with three statements. */
export async function clocksOfJobs(jobs: readonly Job[]): Promise<ReadonlyMap<Id, Clock[]>> {
  const books = await clockBooks()
  const ids = jobs.map(({ id }) => id)
  const [visits, milestones] = await Promise.all([
    cache().visit.where('job_id').anyOf(ids).toArray(),
    cache().milestone.where('job_id').anyOf(ids).toArray(),
  ])
  const of = <T extends { job_id: Id }>(rows: T[], id: Id) => rows.filter(({ job_id }) => job_id === id)
  return new Map(
    jobs.map((job) => {
      const course = courseOf(job, of(visits, job.id), of(milestones, job.id))
      const zone = books.zones.get(job.station_id) ?? HOME_ZONE
      return [job.id, clocksOf(course, job, books.profiles, books.calendar, zone)]
    }),
  )
}

/** Whether somebody still has to look at the device's clock behind an arrival at this job. */
export async function isArrivalDoubtful(job_id: Id): Promise<boolean> {
  const found = await cache().discrepancy.where('job_id').equals(job_id).toArray()
  return found.some(({ kind, state }) => kind === 'clock_doubtful' && state === 'open')
}
