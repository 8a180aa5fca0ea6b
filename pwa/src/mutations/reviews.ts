/** Guesses about reviews: a person says which of two values holds, or writes a third. */
import type { Json } from '../rules/wire'
import type { GuessRows } from '../store/guessing'
import type { Guess } from './guess'

export const settle: Guess<'review.settle'> = async (rows, { review_id, choice, value }, { by, at }) => {
  const review = await rows.get('review', review_id)
  if (review === undefined || review.state === 'settled') return
  await rows.put('review', { ...review, state: 'settled', settled_by: by, settled_at: at })
  const chosen = choice === 'other' ? (value as Json) : review.proposed
  if (choice === 'in_force') return
  if (review.table === 'job') await holdsOnJob(rows, review.row_id, review.field, chosen)
  if (review.table === 'visit' && review.section !== null)
    await holdsOnVisit(rows, review.row_id, review.section as Section, review.field, chosen)
}

type Section = 'listen' | 'look' | 'check' | 'handle'

async function holdsOnJob(rows: GuessRows, id: string, field: string, value: Json): Promise<void> {
  const job = await rows.get('job', id)
  if (job !== undefined) await rows.put('job', { ...job, [field]: value })
}

async function holdsOnVisit(rows: GuessRows, id: string, section: Section, field: string, value: Json): Promise<void> {
  const visit = await rows.get('visit', id)
  if (visit === undefined || visit.state === 'signed' || visit.state === 'unsigned') return
  await rows.put('visit', { ...visit, [section]: { ...visit[section], [field]: value } })
}
