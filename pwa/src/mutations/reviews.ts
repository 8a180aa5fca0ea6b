/** Guesses about reviews: a person says which of two values holds. */
import type { Guess } from './guess'

export const settle: Guess<'review.settle'> = async (rows, { review_id }, { by, at }) => {
  const review = await rows.get('review', review_id)
  if (review === undefined || review.state === 'settled') return
  await rows.put('review', { ...review, state: 'settled', settled_by: by, settled_at: at })
}
