/** Receiving a page of the feed: rewind, apply, redo, in one transaction. */
import { guessOne } from '../mutations/guesses'
import type { Id, Json, Rows, Stream, Table, Verdict } from '../rules/wire'
import { type Cache, feedPlace, TABLES } from '../store/cache'
import { inOneTransaction, redo, rewind } from '../store/guessing'
import type { Outbox } from '../store/outbox'

interface Put {
  table: string
  id: Id
  row: Rows[Table]
}

export type Change =
  | ({ op: 'put' } & Put)
  | { op: 'del'; table: string; id: Id }
  | { op: 'grant'; lane: string; snapshot: Put[] }
  | { op: 'revoke'; lane: string; reason: string }
  | {
      op: 'verdict'
      stream: Stream
      seq: number
      mutation_id: Id
      verdict: Verdict
      code: string | null
      detail: Json
    }

export interface Page {
  epoch: string
  cursor: string
  position: number
  more: boolean
  server_time: string
  changes: Change[]
}

/**
 * Make the cache what the server says, with this device's open guesses on top. An answer to an older question (`asked` is
 * its cursor) is put aside. Returns whether the page was taken.
 */
export async function receive(
  cache: Cache,
  outbox: Outbox,
  by: Id,
  asked: string | null,
  page: Page,
): Promise<boolean> {
  const verdicts = page.changes.filter((change) => change.op === 'verdict')
  // First the outbox: a verdict that only the cache knew would be lost with it.
  await outbox.settle(verdicts)
  const taken = await inOneTransaction(cache, async () => {
    const place = await feedPlace(cache)
    if (place.cursor !== asked) return false
    if (asked === null)
      await Promise.all([...TABLES.map((table) => cache.table(table).clear()), cache.originals.clear()])
    else await rewind(cache)
    await apply(cache, page.changes)
    await redo(cache, guessOne(by))
    const { cursor, position, epoch } = page
    const complete_at = place.complete_at ?? (page.more ? null : page.server_time)
    await cache.places.put({ name: 'feed', cursor, position, epoch, complete_at })
    return true
  })
  if (taken) await freeWhatIsVerified(outbox, page.changes)
  return taken
}

async function apply(cache: Cache, changes: readonly Change[]): Promise<void> {
  let puts: Put[] = []
  const flush = async () => {
    const tables = new Set(puts.map((put) => put.table).filter(isOurs))
    for (const table of tables) {
      await cache.table(table).bulkPut(puts.filter((put) => put.table === table).map((put) => put.row))
    }
    puts = []
  }
  for (const change of changes) {
    if (change.op === 'put') puts.push(change)
    else if (change.op === 'grant') puts.push(...change.snapshot)
    else {
      await flush()
      if (change.op === 'del') await (isOurs(change.table) && cache.table(change.table).delete(change.id))
      else if (change.op === 'verdict' && change.verdict !== 'held') await cache.guessed.delete(change.mutation_id)
      // A revoked lane is followed by a `del` for each row that nothing else shows to this person (law 6).
    }
  }
  await flush()
}

/** A newer server may speak of tables that this version of the app never asked for. */
const isOurs = (table: string) => (TABLES as string[]).includes(table)

/** Rows that name a file of this device. */
type Recorded = Pick<Rows['photo'] | Rows['voice_note'], 'id' | 'sha256' | 'state'>
const HAS_A_FILE: ReadonlySet<string> = new Set<Table>(['photo', 'voice_note'])

/** The server has checked every byte of these files, or will never want them. */
async function freeWhatIsVerified(outbox: Outbox, changes: readonly Change[]): Promise<void> {
  const puts = changes.flatMap((change) =>
    change.op === 'put' ? [change] : change.op === 'grant' ? change.snapshot : [],
  )
  for (const { table, row } of puts) if (HAS_A_FILE.has(table)) await fileIs(outbox, row as Recorded)
}

/** Free a file's bytes when its row says that the server verified this very content (law 12). */
export async function fileIs(outbox: Outbox, row: Recorded): Promise<void> {
  const file = await outbox.file(row.id)
  if (file === undefined || file.state === 'verified') return
  if (row.state === 'verified') await outbox.freeVerified(row.id, row.sha256)
  if (row.state === 'refused') await outbox.changeFile(row.id, { state: 'refused' })
}
