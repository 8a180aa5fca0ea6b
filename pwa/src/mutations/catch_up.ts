/** Brings the cache's guesses in line with the outbox: the outbox is saved first, and a crash may come in between. */
import type { Id } from '../rules/wire'
import type { Cache } from '../store/cache'
import { forgetGuesses, guessOnce } from '../store/guessing'
import type { Outbox } from '../store/outbox'
import { guessed, guessOne } from './guesses'

/** Guess what the outbox holds and the cache does not know; forget guesses whose verdict the outbox knows. */
export async function catchUpGuesses(cache: Cache, outbox: Outbox, by: Id): Promise<void> {
  const open = await outbox.unsettled()
  const known = (await cache.guessed.toCollection().primaryKeys()) as Id[]
  const openIds = new Set(open.map(({ envelope }) => envelope.mutation_id))
  const closed: Id[] = []
  for (const mutation_id of known) {
    if (!openIds.has(mutation_id) && (await outbox.kept(mutation_id))?.state === 'settled') closed.push(mutation_id)
  }
  await forgetGuesses(cache, closed, guessOne(by))
  await guessOnce(cache, open.map(guessed), guessOne(by))
}
