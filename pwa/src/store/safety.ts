/** What the site of a job demands before work starts (VIS-13), and whether this visit has it. */
import { type Agreement, agreementOn, isUnacknowledged } from '../rules/safety'
import type { Acknowledgement, Customer, Id, Job, SiteNotice, Visit } from '../rules/wire'
import { cache } from './db'

/** A site's notice as it concerns one visit. */
export interface SiteSafety {
  readonly notice: SiteNotice
  readonly agreement: Agreement
  /** The newest of this visit. */
  readonly acknowledgement: Acknowledgement | null
  /** Work may not start before somebody has read it. */
  readonly unacknowledged: boolean
}

/** Null where the site demands nothing. */
export async function siteSafety(job: Job, visit: Visit | null): Promise<SiteSafety | null> {
  if (job.customer_id === null) return null
  const notice = await cache().site_notice.where('customer_id').equals(job.customer_id).first()
  if (notice === undefined) return null
  const read =
    visit === null ? [] : await cache().acknowledgement.where('visit_id').equals(visit.id).sortBy('acknowledged_at')
  const today = new Date().toISOString().slice(0, 10)
  return {
    notice,
    agreement: agreementOn(today, notice.agreement_on_file, notice.agreement_until),
    acknowledgement: read.at(-1) ?? null,
    unacknowledged: isUnacknowledged(notice.id, new Set(read.map(({ notice_id }) => notice_id))),
  }
}

/** The same by the job's id. */
export async function siteSafetyAt(job_id: Id): Promise<SiteSafety | null> {
  const job = await cache().job.get(job_id)
  if (job === undefined) return null
  const visit = (await cache().visit.where('job_id').equals(job_id).sortBy('id')).at(-1) ?? null
  return siteSafety(job, visit)
}

/** Every customer that the office looks after, with the notice of its site if it has one; those with one first. */
export async function sitesWithNotices(): Promise<readonly { customer: Customer; notice: SiteNotice | null }[]> {
  const notices = new Map((await cache().site_notice.toArray()).map((notice) => [notice.customer_id, notice]))
  const customers = await cache().customer.orderBy('name').toArray()
  return customers
    .map((customer) => ({ customer, notice: notices.get(customer.id) ?? null }))
    .sort((one, other) => Number(other.notice !== null) - Number(one.notice !== null))
}
