/** Guesses about paid service: quotes and the money for them (JOB-5). */
import { INITIAL } from '../rules/presets'
import { type Prices, priced } from '../rules/quotes'
import type { Id, Part, Payment } from '../rules/wire'
import type { GuessRows } from '../store/guessing'
import type { Guess } from './guess'

async function prices(rows: GuessRows): Promise<Prices> {
  const of = async <N extends keyof Prices>(name: N) =>
    ((await rows.get('preset', name))?.value as Prices[N] | undefined) ?? INITIAL[name]
  return {
    parts_percent: await of('parts_percent'),
    labour_minor_per_hour: await of('labour_minor_per_hour'),
    quote_currency: await of('quote_currency'),
  }
}

export const propose: Guess<'quote.propose'> = async (
  rows,
  { job_id, revision, parts, labour_min, note },
  { by, at },
) => {
  const [job, quote] = await Promise.all([rows.get('job', job_id), rows.get('quote', job_id)])
  if (job === undefined || (quote?.revision ?? 0) !== revision || quote?.state === 'approved') return
  const found = await Promise.all(
    parts.map(async ({ part_id, quantity }) => ({ part: await rows.get('part', part_id), quantity })),
  )
  const known = found.filter((one): one is { part: Part; quantity: number } => one.part !== undefined)
  await rows.put('quote', {
    ...priced(known, labour_min, await prices(rows)),
    id: job_id,
    job_id,
    station_id: job.station_id,
    revision: revision + 1,
    state: 'proposed',
    note,
    proposed_by: by,
    proposed_at: at,
    decided_by: null,
    decided_at: null,
    refused_reason: null,
  })
  if (!job.paid) await rows.put('job', { ...job, paid: true })
}

export const approve: Guess<'quote.approve'> = async (rows, { job_id, revision }, { by, at }) => {
  const quote = await rows.get('quote', job_id)
  if (quote?.revision !== revision || quote.state !== 'proposed') return
  await rows.put('quote', { ...quote, state: 'approved', decided_by: by, decided_at: at })
}

export const refuse: Guess<'quote.refuse'> = async (rows, { job_id, revision, reason }, { by, at }) => {
  const quote = await rows.get('quote', job_id)
  if (quote?.revision !== revision || quote.state === 'refused') return
  await rows.put('quote', { ...quote, state: 'refused', decided_by: by, decided_at: at, refused_reason: reason })
}

type Taken = Pick<Payment, 'state' | 'amount_minor' | 'currency' | 'method' | 'reference' | 'taken_by' | 'taken_at'>

async function take(rows: GuessRows, payment_id: Id, job_id: Id, taken: Taken): Promise<void> {
  const job = await rows.get('job', job_id)
  if (job === undefined || (await rows.get('payment', payment_id)) !== undefined) return
  const { station_id } = job
  await rows.put('payment', { ...taken, id: payment_id, job_id, station_id, handed_in_to: null, handed_in_at: null })
}

export const confirm: Guess<'payment.confirm'> = async (rows, { payment_id, job_id, ...body }, { by, at }) => {
  const quote = await rows.get('quote', job_id)
  if (quote?.state !== 'approved') return
  const { currency } = quote
  await take(rows, payment_id, job_id, { ...body, currency, state: 'confirmed', taken_by: by, taken_at: at })
}

export const collect: Guess<'payment.collect'> = (rows, { payment_id, job_id, ...body }, { by, at }) =>
  take(rows, payment_id, job_id, { ...body, reference: null, state: 'collected', taken_by: by, taken_at: at })

export const handIn: Guess<'payment.hand_in'> = async (rows, { payment_id }, { by, at }) => {
  const payment = await rows.get('payment', payment_id)
  if (payment?.state !== 'collected') return
  await rows.put('payment', { ...payment, state: 'handed_in', handed_in_to: by, handed_in_at: at })
}
