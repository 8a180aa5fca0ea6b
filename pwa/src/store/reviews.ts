/** What the sync screen asks about reviews: those that this person may decide, and the jobs that mutations belong to. */
import type { Id, Job, Person, Review } from '../rules/wire'
import { cache, holderId } from './db'

/** A review with the people who typed the two values. */
export interface OpenReview {
  review: Review
  job: Job | null
  inForceBy: Person | null
  proposedBy: Person | null
}

/** The open reviews that the holder owns or is a side of, the oldest first. */
export async function myReviews(): Promise<OpenReview[]> {
  const me = holderId()
  const open = await cache().review.where('state').equals('open').sortBy('proposed_at')
  const mine = open.filter((review) => [review.owner_id, review.proposed_by, review.in_force_by].includes(me))
  return Promise.all(
    mine.map(async (review) => ({
      review,
      job: (review.job_id && (await cache().job.get(review.job_id))) || null,
      inForceBy: (review.in_force_by && (await cache().person.get(review.in_force_by))) || null,
      proposedBy: (await cache().person.get(review.proposed_by)) ?? null,
    })),
  )
}

/** The jobs of these lanes (`job:<id>`), by lane. */
export async function jobsOfLanes(lanes: readonly string[]): Promise<Map<string, Job>> {
  const ids = [...new Set(lanes)].filter((lane) => lane.startsWith('job:')).map((lane): Id => lane.slice(4))
  const jobs = await cache().job.bulkGet(ids)
  return new Map(jobs.filter((job) => job !== undefined).map((job) => [`job:${job.id}`, job]))
}
