/** Guesses: what the server will probably do, done on the cache at once, and undone before each answer. */
import type { Id, Instant, Rows, Table } from '../rules/wire'
import { type Cache, type GuessedMutation, type Original, TABLES } from './cache'

/** Who recorded a mutation, when, and where it belongs. */
export interface About {
  mutation_id: Id
  lane: string
  by: Id
  at: Instant
}

/** The cached rows as a guess sees them. Each row's server form is kept before its first change. */
export interface GuessRows {
  get<T extends Table>(table: T, id: Id): Promise<Rows[T] | undefined>
  where<T extends Table>(table: T, field: string, value: string): Promise<Rows[T][]>
  put<T extends Table>(table: T, row: Rows[T]): Promise<void>
}

/** Does on the cache what the server will do with one mutation. */
export type GuessOne = (rows: GuessRows, guessed: GuessedMutation) => Promise<void>

const ALL = (cache: Cache) => [...TABLES.map((table) => cache[table]), cache.originals, cache.guessed, cache.places]

/** Run `work` in one transaction over the whole cache. */
export function inOneTransaction<T>(cache: Cache, work: () => Promise<T>): Promise<T> {
  return cache.transaction('rw', ALL(cache), work)
}

/** A row as this transaction knows it, and what is kept of its server form. */
interface KnownRow {
  row: Promise<Rows[Table] | undefined>
  original: Promise<unknown>
}

function rowsOf(cache: Cache): GuessRows {
  // Dexie types each table by its own row; here the table is only known by name.
  const of = (table: Table) => cache.table(table)
  const known = new Map<string, KnownRow>()
  // Both are asked for together, since most rows that a guess reads it also changes.
  const read = (table: Table, id: Id): KnownRow => {
    const found = known.get(`${table}/${id}`) ?? { row: of(table).get(id), original: cache.originals.get([table, id]) }
    known.set(`${table}/${id}`, found)
    return found
  }
  return {
    get: <T extends Table>(table: T, id: Id) => read(table, id).row as Promise<Rows[T] | undefined>,
    where: (table, field, value) => of(table).where(field).equals(value).toArray(),
    put: async (table, row) => {
      const found = read(table, row.id)
      const [original, before] = await Promise.all([found.original, found.row])
      const kept = original ?? { table, id: row.id, row: before ?? null }
      known.set(`${table}/${row.id}`, { row: Promise.resolve(row), original: Promise.resolve(kept) })
      await Promise.all([original === undefined && cache.originals.put(kept as Original), of(table).put(row)])
    },
  }
}

/** Put the server's rows back in the place of all guesses. Call it inside a transaction. */
export async function rewind(cache: Cache): Promise<void> {
  for (const { table, id, row } of await cache.originals.toArray()) {
    if (row === null) await cache.table(table).delete(id)
    else await cache.table(table).put(row)
  }
  await cache.originals.clear()
}

/** Do all guesses again in the order in which they were recorded. Call it inside a transaction. */
export async function redo(cache: Cache, guess: GuessOne): Promise<void> {
  const rows = rowsOf(cache)
  for (const guessed of await cache.guessed.orderBy('order').toArray()) await guess(rows, guessed)
}

/** Guess these mutations, each once however often it is asked. */
export async function guessOnce(cache: Cache, mutations: readonly GuessedMutation[], guess: GuessOne): Promise<void> {
  if (mutations.length === 0) return
  await inOneTransaction(cache, async () => {
    const first = Math.min(...mutations.map((one) => one.order))
    const known = new Set(await cache.guessed.where('order').aboveOrEqual(first).primaryKeys())
    const fresh = mutations.filter((one) => !known.has(one.mutation_id))
    if (fresh.length === 0) return
    const adding = cache.guessed.bulkAdd(fresh)
    const guessing = async () => {
      for (const one of fresh) await guess(rowsOf(cache), one)
    }
    if (known.size === 0) await Promise.all([adding, guessing()])
    else {
      await adding
      await rewind(cache)
      await redo(cache, guess)
    }
  })
}

/** Forget these guesses: their verdicts are known, and the server's rows tell the rest. */
export async function forgetGuesses(cache: Cache, mutation_ids: readonly Id[], guess: GuessOne): Promise<void> {
  if (mutation_ids.length === 0) return
  await inOneTransaction(cache, async () => {
    await rewind(cache)
    await cache.guessed.bulkDelete([...mutation_ids])
    await redo(cache, guess)
  })
}
