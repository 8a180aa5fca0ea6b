/** What the contact log asks of the cache (JOB-1). */
import type { Id, Rows } from '../rules/wire'
import { cache, holderId } from './db'

/** A contact with the people and the job that it names. */
export interface ContactInFull {
  readonly contact: Rows['contact']
  readonly job: Rows['job'] | undefined
  /** Who logged and who answered, by id. */
  readonly people: ReadonlyMap<Id, string>
}

/** The newest contacts, at most `most` of them: the log only grows. */
export async function contactLog(most = 5_000): Promise<Rows['contact'][]> {
  return cache().contact.orderBy('arrived_at').reverse().limit(most).toArray()
}

export async function contactInFull(id: Id): Promise<ContactInFull | null> {
  const contact = await cache().contact.get(id)
  if (contact === undefined) return null
  const named = [contact.logged_by, contact.disposed_by, ...contact.answers.map(({ by }) => by)]
  const people = await cache().person.bulkGet([...new Set(named.filter((one) => one !== null))])
  return {
    contact,
    job: contact.job_id === null ? undefined : await cache().job.get(contact.job_id),
    people: new Map(people.filter((one) => one !== undefined).map(({ id: person_id, name }) => [person_id, name])),
  }
}

/** The contact that led to this job, if one did. */
export async function contactOfJob(job_id: Id): Promise<Rows['contact'] | undefined> {
  return cache().contact.where('job_id').equals(job_id).first()
}

/** How many contacts wait for somebody: not dealt with, or to be clarified. */
export async function contactsWaiting(): Promise<number> {
  return cache().contact.where('disposition').anyOf('open', 'waiting').count()
}

/** The station whose log a contact goes into: the customer's, else the holder's own; nobody's at the head office. */
export async function stationOfContact(customer_id: Id | null): Promise<Id | null> {
  const customer = customer_id === null ? undefined : await cache().customer.get(customer_id)
  return customer?.station_id ?? (await cache().person.get(holderId()))?.station_id ?? null
}

export async function stationsByName(): Promise<Rows['station'][]> {
  const stations = await cache().station.toArray()
  return stations.sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}

/** Null when this device does not know it. */
export async function contactById(id: Id): Promise<Rows['contact'] | null> {
  return (await cache().contact.get(id)) ?? null
}
