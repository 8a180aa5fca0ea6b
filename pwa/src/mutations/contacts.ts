/** Guesses about the contact log (JOB-1). */
import type { Contact, Id, Instant } from '../rules/wire'
import type { GuessRows } from '../store/guessing'
import type { Guess } from './guess'

export const log: Guess<'contact.log'> = async (rows, { contact_id, ...body }, { by, at }) => {
  if ((await rows.get('contact', contact_id)) !== undefined) return
  const customer = body.customer_id === null ? undefined : await rows.get('customer', body.customer_id)
  await rows.put('contact', {
    ...body,
    id: contact_id,
    number: null,
    customer_name: customer?.name ?? null,
    logged_at: at,
    logged_by: by,
    disposition: 'open',
    question: null,
    answers: [],
    job_id: null,
    disposed_by: null,
    disposed_at: null,
  })
}

/** Somebody who was sent stays sent. */
export const answer: Guess<'contact.answer'> = async (rows, { contact_id, text }, { by, at }) => {
  await dispose(rows, contact_id, by, at, (contact) => ({
    answers: [...contact.answers, { text, by, at }],
    disposition: contact.job_id === null ? 'answered' : contact.disposition,
  }))
}

export const clarify: Guess<'contact.clarify'> = async (rows, { contact_id, question }, { by, at }) => {
  await dispose(rows, contact_id, by, at, (contact) =>
    contact.job_id === null ? { question, disposition: 'waiting' } : null,
  )
}

/** A contact leads to one job. */
export const dispatch: Guess<'contact.dispatch'> = async (rows, { contact_id, job_id }, { by, at }) => {
  await dispose(rows, contact_id, by, at, (contact) =>
    contact.job_id === null ? { job_id, disposition: 'dispatched' } : null,
  )
}

async function dispose(
  rows: GuessRows,
  contact_id: Id,
  disposed_by: Id,
  disposed_at: Instant,
  changed: (contact: Contact) => Partial<Contact> | null,
): Promise<void> {
  const contact = await rows.get('contact', contact_id)
  const change = contact && changed(contact)
  if (contact && change) await rows.put('contact', { ...contact, ...change, disposed_by, disposed_at })
}
