/** What the cache knows of a job's money: its quote, what came in, and what is to pay (JOB-5). */
import { waitsFor } from '../rules/quotes'
import type { Id, Job, Payment, Person, Quote } from '../rules/wire'
import { cache } from './db'

export interface JobMoney {
  quote: Quote | null
  payments: readonly Payment[]
  /** What somebody must do before anybody is sent; null when nothing, or when the job is not paid. */
  waits: 'quote' | 'approval' | 'payment' | null
}

export async function moneyOf({ id, paid }: Pick<Job, 'id' | 'paid'>): Promise<JobMoney> {
  const [quote, payments] = await Promise.all([
    cache().quote.get(id),
    cache().payment.where('job_id').equals(id).sortBy('taken_at'),
  ])
  return { quote: quote ?? null, payments, waits: paid ? waitsFor(quote ?? null, payments) : null }
}

export async function quoteOf(job_id: Id): Promise<Quote | null> {
  return (await cache().quote.get(job_id)) ?? null
}

/** The jobs that wait for money or a decision about it, by job. */
export async function waitingForMoney(jobs: readonly Job[]): Promise<ReadonlyMap<Id, JobMoney>> {
  const paid = jobs.filter((job) => job.paid)
  const found = await Promise.all(paid.map(async (job) => [job.id, await moneyOf(job)] as const))
  return new Map(found.filter(([, { waits }]) => waits !== null))
}

/** A quote with its job and who proposed it. */
export interface QuoteInFull {
  readonly quote: Quote
  readonly job: Job | undefined
  readonly by: Person | undefined
  readonly decidedBy: Person | undefined
}

/** The quotes that wait for the manager, the oldest first. */
export async function quotesToDecide(): Promise<QuoteInFull[]> {
  const quotes = await cache().quote.where('state').equals('proposed').sortBy('proposed_at')
  return Promise.all(quotes.map(inFull))
}

export async function quoteInFull(job_id: Id): Promise<QuoteInFull | null> {
  const quote = await cache().quote.get(job_id)
  return quote === undefined ? null : inFull(quote)
}

async function inFull(quote: Quote): Promise<QuoteInFull> {
  const [job, by, decidedBy] = await Promise.all([
    cache().job.get(quote.job_id),
    cache().person.get(quote.proposed_by),
    quote.decided_by === null ? undefined : cache().person.get(quote.decided_by),
  ])
  return { quote, job, by, decidedBy }
}

export async function partsById(ids: readonly Id[]) {
  return (await cache().part.bulkGet([...ids])).filter((part) => part !== undefined)
}
