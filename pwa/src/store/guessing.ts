/** Guesses: what the server will probably do, done on the cache at once, and undone before each answer. */
import type { Id, Instant, MutationName, Rows, Table } from '../rules/wire'
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

/** Run `work` in one transaction over the whole cache. */
export function inOneTransaction<T>(cache: Cache, work: () => Promise<T>): Promise<T> {
  return cache.transaction('rw', [...TABLES, 'originals', 'guessed', 'places'], work)
}

/** A guess reaches for a table that its transaction has not locked. */
class OutOfScope extends Error {}

/** The tables that guesses of a name have reached for since the app began. */
const reached = new Map<MutationName, ReadonlySet<Table>>()

/** A row as this transaction knows it: what the cache holds, its server form if that is another, and the guess. */
interface KnownRow {
  table: Table
  id: Id
  row: Promise<Rows[Table] | undefined>
  original: Promise<Original | undefined>
  guess?: Rows[Table]
}

/** Guesses read through what was guessed before them; all rows are written at the end, each once. */
class GuessedRows implements GuessRows {
  readonly #known = new Map<string, KnownRow>()
  readonly reached = new Set<Table>()

  /** Without a `scope`, the transaction is over the whole cache. */
  constructor(
    readonly cache: Cache,
    readonly scope?: ReadonlySet<Table>,
  ) {}

  async get<T extends Table>(table: T, id: Id): Promise<Rows[T] | undefined> {
    const known = this.#read(table, id)
    return (known.guess ?? (await known.row)) as Rows[T] | undefined
  }

  async where<T extends Table>(table: T, field: string, value: string): Promise<Rows[T][]> {
    const kept: Rows[T][] = await this.#table(table).where(field).equals(value).toArray()
    const guessed = this.#guessed().filter((known) => known.table === table)
    const ids = new Set(guessed.map((known) => known.id))
    const fitting = guessed
      .map((known) => known.guess as Rows[T])
      .filter((row) => row[field as keyof Rows[T]] === value)
    return [...kept.filter((row) => !ids.has(row.id)), ...fitting].sort((one, other) => (one.id < other.id ? -1 : 1))
  }

  async put<T extends Table>(table: T, row: Rows[T]): Promise<void> {
    this.#read(table, row.id).guess = row
  }

  /** Write what was guessed, and beside it the server's form of each row that had no guess before. */
  async keep(): Promise<void> {
    const guessed = this.#guessed()
    const originals = (await Promise.all(guessed.map(newOriginal))).filter((one) => one !== null)
    const tables = [...new Set(guessed.map(({ table }) => table))]
    await Promise.all([
      originals.length > 0 && this.cache.originals.bulkAdd(originals),
      ...tables.map((table) => {
        const rows = guessed.filter((known) => known.table === table).map(({ guess }) => guess)
        return this.cache.table(table).bulkPut(rows)
      }),
    ])
  }

  /** Dexie types each table by its own row; here the table is only known by name. */
  #table(table: Table) {
    if (this.scope?.has(table) === false) throw new OutOfScope()
    this.reached.add(table)
    return this.cache.table(table)
  }

  #guessed(): KnownRow[] {
    return [...this.#known.values()].filter(({ guess }) => guess !== undefined)
  }

  /** Both forms are asked for together, since most rows that a guess reads it also changes. */
  #read(table: Table, id: Id): KnownRow {
    const place = `${table}/${id}`
    const known = this.#known.get(place) ?? {
      table,
      id,
      row: this.#table(table).get(id),
      original: this.cache.originals.get([table, id]),
    }
    this.#known.set(place, known)
    return known
  }
}

/** The server's form of a row, unless it is kept already. */
async function newOriginal({ table, id, row, original }: KnownRow): Promise<Original | null> {
  return (await original) === undefined ? { table, id, row: (await row) ?? null } : null
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
  const rows = new GuessedRows(cache)
  for (const guessed of await cache.guessed.orderBy('order').toArray()) await guess(rows, guessed)
  await rows.keep()
}

/**
 * Guess what was recorded just now. The browser locks each table that a transaction names: a guess gets those that
 * guesses of its name reached for before, and all of them only when it reaches for another.
 */
export async function guessNewest(cache: Cache, mutation: GuessedMutation, guess: GuessOne): Promise<void> {
  try {
    await guessOnTop(cache, mutation, guess, reached.get(mutation.name))
  } catch (problem) {
    if (!(problem instanceof OutOfScope)) throw problem
    await guessOnTop(cache, mutation, guess)
  }
}

/** As a rule nothing newer is guessed, and the guess goes on top of the others. */
async function guessOnTop(
  cache: Cache,
  mutation: GuessedMutation,
  guess: GuessOne,
  scope?: ReadonlySet<Table>,
): Promise<void> {
  const rows = new GuessedRows(cache, scope)
  const onTop = await cache.transaction('rw', [...(scope ?? TABLES), 'originals', 'guessed'], async () => {
    const since = cache.guessed.where('order').aboveOrEqual(mutation.order).count()
    const [newer] = await Promise.all([since, guess(rows, mutation)])
    if (newer > 0) return false
    await Promise.all([cache.guessed.add(mutation), rows.keep()])
    return true
  })
  if (scope === undefined) reached.set(mutation.name, new Set([...(reached.get(mutation.name) ?? []), ...rows.reached]))
  if (!onTop) await guessOnce(cache, [mutation], guess)
}

/** Guess these mutations, each once however often it is asked. */
export async function guessOnce(cache: Cache, mutations: readonly GuessedMutation[], guess: GuessOne): Promise<void> {
  if (mutations.length === 0) return
  await inOneTransaction(cache, async () => {
    const known = new Set(await cache.guessed.toCollection().primaryKeys())
    const fresh = mutations.filter((one) => !known.has(one.mutation_id))
    if (fresh.length === 0) return
    await cache.guessed.bulkAdd(fresh)
    await rewind(cache)
    await redo(cache, guess)
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
