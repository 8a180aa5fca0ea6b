/** Loading: page after page of the feed; the next is asked for while this one is written. */
import type { Id } from '../rules/wire'
import { type Cache, feedPlace, TABLES } from '../store/cache'
import type { Outbox } from '../store/outbox'
import { type Page, receive } from './receive'
import { notice } from './status'
import { type Answer, ask, type Stop, stopAfter } from './transport'

/** The server begins with the person's own work: a small first page puts today's jobs on the screen. */
const FIRST_LIMIT = 50
const LIMIT = 1000

const question = (cursor: string | null) => {
  const query = new URLSearchParams({ limit: String(cursor === null ? FIRST_LIMIT : LIMIT), tables: TABLES.join(',') })
  if (cursor !== null) query.set('cursor', cursor)
  return ask<Page>('GET', `/api/sync/v1/pull?${query}`, undefined, { givesWay: true })
}

/** Bring the cache to what the server has for this person. Returns why it stopped early, or null. */
export async function pull(cache: Cache, outbox: Outbox, by: Id): Promise<Stop | null> {
  let asked = (await feedPlace(cache)).cursor
  let coming: Promise<Answer<Page>> = question(asked)
  for (;;) {
    const answer = await coming
    if (answer.kind === 'problem' && answer.problem.code === 'reset' && asked !== null) {
      // Only the place is forgotten: the rows stay on the screen until the first page replaces them.
      await cache.places.clear()
      asked = null
      coming = question(asked)
      continue
    }
    if (answer.kind !== 'ok') return refused(answer)
    const page = answer.body
    if (!isPage(page)) return { why: 'lost' }
    if (page.more) coming = question(page.cursor)
    const taken = await receive(cache, outbox, by, asked, page)
    if (!taken || !page.more) return null
    asked = page.cursor
  }
}

const isPage = (page: Page) =>
  typeof page.cursor === 'string' && Array.isArray(page.changes) && Number.isSafeInteger(page.position)

function refused(answer: Exclude<Answer<Page>, { kind: 'ok' }>): Stop | null {
  if (answer.kind === 'problem' && answer.problem.code === 'upgrade') {
    notice.value = 'upgrade'
    return null
  }
  return stopAfter(answer)
}
