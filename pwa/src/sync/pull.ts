/** Loading: page after page of the feed; the next is asked for while this one is written. */
import type { Id, Table } from '../rules/wire'
import { type Cache, feedPlace, TABLES } from '../store/cache'
import type { Outbox } from '../store/outbox'
import { type Asked, type Page, receive } from './receive'
import { notice } from './status'
import { type Answer, ask, type Stop, stopAfter } from './transport'

const FIRST_LIMIT = 200
const LIMIT = 1000

/** What today's work is made of comes first; the server back-fills the other tables afterwards. */
const TODAY: readonly Table[] = TABLES.filter((table) => !['part', 'fault', 'customer', 'equipment'].includes(table))

const question = ({ cursor, tables }: Asked, limit: number) => {
  const query = new URLSearchParams({ limit: String(limit), tables: tables.join(',') })
  if (cursor !== null) query.set('cursor', cursor)
  return ask<Page>('GET', `/api/sync/v1/pull?${query}`)
}

/** Where a pull ended; `epoch`: the server was restored, and this device must ask again what it has (law 9). */
export type Pulled = { stop: Stop | null; restored: boolean }

/** Bring the cache to what the server has for this person. */
export async function pull(cache: Cache, outbox: Outbox, by: Id): Promise<Pulled> {
  const place = await feedPlace(cache)
  const known = new Set(place.tables)
  if (place.cursor === null) {
    const today = await pullTables(cache, outbox, by, TODAY)
    if (today.stop !== null || today.restored) return today
  } else if (place.complete_at === null && !TABLES.every((table) => known.has(table))) {
    const today = await pullTables(cache, outbox, by, place.tables)
    if (today.stop !== null || today.restored) return today
  }
  return pullTables(cache, outbox, by, TABLES)
}

async function pullTables(cache: Cache, outbox: Outbox, by: Id, tables: readonly Table[]): Promise<Pulled> {
  let asked: Asked = { cursor: (await feedPlace(cache)).cursor, tables }
  let coming: Promise<Answer<Page>> = question(asked, asked.cursor === null ? FIRST_LIMIT : LIMIT)
  for (;;) {
    const answer = await coming
    if (answer.kind !== 'ok') return refused(cache, answer, tables)
    const page = answer.body
    if (!isPage(page)) return { stop: { why: 'lost' }, restored: false }
    const next: Asked = { cursor: page.cursor, tables }
    if (page.more) coming = question(next, LIMIT)
    const taken = await receive(cache, outbox, by, asked, page)
    if (!taken || !page.more) return { stop: null, restored: false }
    asked = next
  }
}

const isPage = (page: Page) =>
  typeof page.cursor === 'string' && Array.isArray(page.changes) && Number.isSafeInteger(page.position)

async function refused(
  cache: Cache,
  answer: Exclude<Answer<Page>, { kind: 'ok' }>,
  tables: readonly Table[],
): Promise<Pulled> {
  const code = answer.kind === 'problem' ? answer.problem.code : null
  if (code === 'reset') {
    await forgetPlace(cache)
    return { stop: null, restored: true }
  }
  if (code === 'upgrade') {
    // The server may insist on tables that today's work leaves for later; only all of them tell its real answer.
    if (tables.length === TABLES.length) notice.value = 'upgrade'
    return { stop: null, restored: false }
  }
  return { stop: stopAfter(answer as Exclude<Answer<object>, { kind: 'ok' }>), restored: false }
}

/** The cache is loaded anew; the rows that it has stay on the screen until the first page replaces them. */
export async function forgetPlace(cache: Cache): Promise<void> {
  await cache.places.clear()
}
