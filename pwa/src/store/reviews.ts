/** What the conflicts inbox asks about reviews, and the jobs that mutations belong to. */
import { mayChoose } from '../rules/reviews'
import type { Choice, Id, Job, Json, Person, Review } from '../rules/wire'
import { cache, holderId } from './db'

/** A review with the people who typed the two values, and what the holder of the device may choose. */
export interface OpenReview {
  review: Review
  job: Job | null
  inForceBy: Person | null
  proposedBy: Person | null
  owner: Person | null
  may: readonly Choice[]
  /** What people call the rows that either value names. */
  names: ReadonlyMap<Id, string>
}

/** Every open review that the holder decides or has a side in; those to decide first, then the oldest. */
export async function openReviews(): Promise<OpenReview[]> {
  const open = await cache().review.where('state').equals('open').sortBy('proposed_at')
  const all = await Promise.all(open.map(inFull))
  const isSide = ({ review }: OpenReview) => [review.proposed_by, review.in_force_by].includes(holderId())
  return all.filter((one) => one.may.length > 0 || isSide(one)).sort((one, other) => other.may.length - one.may.length)
}

/** How many of them wait for the holder. */
export const reviewsToDecide = async (): Promise<number> =>
  (await openReviews()).filter(({ may }) => may.length > 1).length

/** How many fields of a job have two values. */
export const reviewsOnJob = (job_id: Id): Promise<number> =>
  cache()
    .review.where('job_id')
    .equals(job_id)
    .filter(({ state }) => state === 'open')
    .count()

/** One review, open or settled. */
export async function reviewById(id: Id): Promise<OpenReview | null> {
  const review = await cache().review.get(id)
  return review === undefined ? null : inFull(review)
}

async function inFull(review: Review): Promise<OpenReview> {
  const [me, job, inForceBy, proposedBy, owner] = await Promise.all([
    person(holderId()),
    cache().job.get(review.job_id),
    person(review.in_force_by),
    person(review.proposed_by),
    person(review.owner_id),
  ])
  const decider = { id: holderId(), roles: me?.roles ?? [], station_id: me?.station_id ?? null }
  // Somebody whose own row is not here yet decides nothing as a manager.
  const may = mayChoose(review, me === null ? { ...decider, roles: [] } : decider)
  const names = await namesOf([review.in_force, review.proposed])
  return { review, job: job ?? null, inForceBy, proposedBy, owner, may, names }
}

const person = async (id: Id): Promise<Person | null> => (await cache().person.get(id)) ?? null

/** What people call the faults, parts, customers and units that these values name. */
async function namesOf(values: readonly Json[]): Promise<ReadonlyMap<Id, string>> {
  const ids = values.flat().filter((value): value is Id => typeof value === 'string' && value.length === 36)
  const named = new Map<Id, string>()
  for (const id of ids) {
    const [fault, part, customer, unit] = await Promise.all([
      cache().fault.get(id),
      cache().part.get(id),
      cache().customer.get(id),
      cache().equipment.get(id),
    ])
    const name =
      (fault && `${fault.code} ${fault.name}`) ??
      (part && `${part.part_no} ${part.name}`) ??
      customer?.name ??
      (unit && (unit.plate ?? unit.serial))
    if (name !== undefined) named.set(id, name)
  }
  return named
}

/** The jobs of these lanes (`job:<id>`), by lane. */
export async function jobsOfLanes(lanes: readonly string[]): Promise<Map<string, Job>> {
  const ids = [...new Set(lanes)].filter((lane) => lane.startsWith('job:')).map((lane): Id => lane.slice(4))
  const jobs = await cache().job.bulkGet(ids)
  return new Map(jobs.filter((job) => job !== undefined).map((job) => [`job:${job.id}`, job]))
}
