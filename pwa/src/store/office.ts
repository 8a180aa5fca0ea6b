/** What the dispatch desk asks of the cache: the queue, the day, the people, customers and their units. */
import type { Clock } from '../rules/sla'
import type { Id, Rows } from '../rules/wire'
import { clocksOfJobs } from './clocks'
import { cache, holderId } from './db'
import { type JobMoney, waitingForMoney } from './quotes'

/** What stands beside the jobs of the queue. */
export interface QueueBooks {
  readonly clocks: ReadonlyMap<Id, Clock[]>
  /** The paid jobs that wait for a quote, an approval, or money. */
  readonly money: ReadonlyMap<Id, JobMoney>
}

/** Everything that the board of one day shows. */
export interface DayAtOffice extends QueueBooks {
  readonly queue: readonly Rows['job'][]
  /** Somebody goes, and nobody has said when: no lane of any day has a place for these. */
  readonly timeless: readonly Rows['job'][]
  readonly jobs: readonly Rows['job'][]
  readonly visits: readonly Rows['visit'][]
  readonly technicians: readonly Rows['person'][]
}

const DAY = 86_400_000

/** The jobs that nobody has yet, and what is planned or done on the day that begins at `day`. */
export async function dayAtOffice(day: Date): Promise<DayAtOffice> {
  const from = day.toISOString()
  const until = new Date(day.getTime() + DAY).toISOString()
  const within = (at: string | null) => at !== null && at >= from && at < until
  const [queue, timeless, planned, visits, technicians] = await Promise.all([
    cache().job.where('state').equals('open').toArray(),
    cache()
      .job.where('state')
      .equals('assigned')
      .filter((job) => job.planned_at === null)
      .toArray(),
    cache().job.where('planned_at').between(from, until, true, false).toArray(),
    cache()
      .visit.filter((visit) => within(visit.arrived_at))
      .toArray(),
    technicianPeople(),
  ])
  const known = new Set(planned.map((job) => job.id))
  const visited = await cache().job.bulkGet(
    [...new Set(visits.map((visit) => visit.job_id))].filter((id) => !known.has(id)),
  )
  const jobs = [...planned, ...visited.filter((job) => job !== undefined)].filter((job) => job.technicians.length > 0)
  const [clocks, money] = await Promise.all([clocksOfJobs([...queue, ...timeless]), waitingForMoney(queue)])
  return { queue, timeless, jobs, visits, technicians, clocks, money }
}

/** The active technicians of the holder's station, by name; a person of the head office sees all. */
export async function technicianPeople(): Promise<Rows['person'][]> {
  const me = await cache().person.get(holderId())
  const people = await cache().person.toArray()
  return people
    .filter((person) => person.active && person.roles.includes('technician'))
    .filter((person) => !me?.station_id || person.station_id === me.station_id)
    .sort((a, b) => a.name.localeCompare(b.name, 'zh'))
}

export async function jobById(id: Id): Promise<Rows['job'] | undefined> {
  return cache().job.get(id)
}

/** The jobs of the queue and the day that a person may mean: plate, customer, number, serial or phone. */
export function meant(job: Rows['job'], asked: string): boolean {
  const wanted = plain(asked)
  if (wanted === '') return true
  return [job.plate, job.customer_name, job.number, job.serial, job.phone, job.fault_reported].some(
    (text) => text !== null && plain(text).includes(wanted),
  )
}

/** A customer with what they own. */
export interface CustomerFound {
  readonly customer: Rows['customer']
  readonly units: readonly Rows['equipment'][]
}

/** Customers whose name, phone or unit (plate, serial) holds what was typed; at most `most`. */
export async function findCustomers(asked: string, most = 6): Promise<CustomerFound[]> {
  const wanted = plain(asked)
  if (wanted === '') return []
  const holds = (text: string | null) => text !== null && plain(text).includes(wanted)
  const units = await cache()
    .equipment.filter((unit) => holds(unit.plate) || holds(unit.serial))
    .limit(most)
    .toArray()
  const named = await cache()
    .customer.filter((one) => holds(one.name) || holds(one.phone) || holds(one.contact))
    .limit(most)
    .toArray()
  const owners = await cache().customer.bulkGet(units.map((unit) => unit.customer_id))
  const found = new Map<Id, Rows['customer']>()
  for (const one of [...owners, ...named]) if (one !== undefined) found.set(one.id, one)
  return Promise.all([...found.values()].slice(0, most).map((customer) => withUnits(customer)))
}

/** The customer of this id with what they own. */
export async function customerById(id: Id | null): Promise<CustomerFound | null> {
  const customer = id === null ? undefined : await cache().customer.get(id)
  return customer === undefined ? null : withUnits(customer)
}

async function withUnits(customer: Rows['customer']): Promise<CustomerFound> {
  return { customer, units: await cache().equipment.where('customer_id').equals(customer.id).toArray() }
}

/** Dots, dashes, spaces and case do not matter in a plate or a phone number. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[\s·.\-—()（）]/g, '')
}
