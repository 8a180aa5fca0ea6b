/** The outbox's connection: strict writes, all or nothing, and one more try when the browser dropped the connection. */
import { type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'
import type { Id } from '../rules/wire'
import { announce, type News } from './changes'
import { makeVersion1, type OutboxSchema, outboxName, VERSION } from './frozen'

/** The disk is full. Nothing that was typed is lost; sending photos makes room. */
export class DiskFull extends Error {
  readonly code = 'disk_full'
  constructor() {
    super('The device is full. Nothing you typed is lost: send photos first, or free some space, then save again.')
  }
}

type Stores = StoreNames<OutboxSchema>
export type Writing = IDBPTransaction<OutboxSchema, Stores[], 'readwrite'>

/** Safari closes connections of pages in the background; the next try opens a new one. */
const DEAD = new Set(['InvalidStateError', 'UnknownError', 'AbortError', 'TransactionInactiveError'])

const nameOf = (problem: unknown) => (problem as Error | null)?.name ?? ''

export class OutboxDatabase {
  #connection: Promise<IDBPDatabase<OutboxSchema>> | null = null

  constructor(readonly user_id: Id) {}

  close(): void {
    void this.#connection?.then((database) => database.close()).catch(() => undefined)
    this.#connection = null
  }

  #open(): Promise<IDBPDatabase<OutboxSchema>> {
    this.#connection ??= openDB<OutboxSchema>(outboxName(this.user_id), VERSION, {
      upgrade: makeVersion1,
      terminated: () => {
        this.#connection = null
      },
    })
    return this.#connection
  }

  /** Do `work` on the open database; if the connection died, open it again and try once more. */
  protected async using<T>(work: (database: IDBPDatabase<OutboxSchema>) => Promise<T>): Promise<T> {
    try {
      return await work(await this.#open())
    } catch (problem) {
      if (nameOf(problem) === 'QuotaExceededError') throw new DiskFull()
      if (!DEAD.has(nameOf(problem))) throw problem
      this.close()
      return await work(await this.#open())
    }
  }

  /** Do `work` in one transaction that is on the flash when it resolves. */
  protected async write<T>(
    stores: Stores[],
    work: (writing: Writing) => Promise<T>,
    news: News = 'changed',
  ): Promise<T> {
    const answer = await this.using(async (database) => {
      const writing = database.transaction(stores, 'readwrite', { durability: 'strict' })
      try {
        const result = await work(writing)
        // All is asked for: the browser need not find out by waiting for the last answer.
        writing.commit()
        await writing.done
        return result
      } catch (problem) {
        throw await undone(writing, problem)
      }
    })
    announce(news)
    return answer
  }
}

/** Take back a transaction that failed half-way; answers what went wrong, a full disk by its own name. */
async function undone(writing: Writing, problem: unknown): Promise<unknown> {
  try {
    writing.abort()
  } catch {
    // It has ended by itself; why, `done` tells.
  }
  const why = await writing.done.then(
    () => null,
    (ended: unknown) => ended,
  )
  return [problem, why].find((one) => nameOf(one) === 'QuotaExceededError') ?? problem
}
