/** Both sides prove that they hold the same: a digest over the server's rows on this device, beside the server's own. */
import { canonical, sha256 } from '../rules/canonical'
import type { Json, Table } from '../rules/wire'
import { type Cache, feedPlace, TABLES } from '../store/cache'
import { cache, holderId } from '../store/db'
import { syncNow } from './loop'
import { ask } from './transport'

export interface Manifest {
  epoch: string
  position: number
  digest: string
  counts: Record<string, number>
}

/** `same` is null when the server was not reached, or both never stood at the same position. */
export interface Agreement {
  same: boolean | null
  counts: Record<string, number>
  server_counts: Record<string, number> | null
}

const TRIES = 3

/** Load what is new, then compare with the server. */
export async function agree(): Promise<Agreement> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    await syncNow()
    const answer = await ask<Manifest>('GET', `/api/sync/v1/manifest?tables=${TABLES.join(',')}`)
    const rows = cache()
    const { digest, counts, position } = await manifestOf(rows)
    if (answer.kind !== 'ok') return { same: null, counts, server_counts: null }
    const theirs = answer.body
    if (theirs.digest === digest) {
      rememberAgreement({ position, digest })
      return { same: true, counts, server_counts: theirs.counts }
    }
    if (theirs.position === position) return { same: false, counts, server_counts: theirs.counts }
  }
  return { same: null, counts: {}, server_counts: null }
}

/** What both sides held when they agreed last. */
interface Agreed {
  position: number
  digest: string
}

const KEY = () => `truckroll.agreed.${holderId()}`

function rememberAgreement(agreed: Agreed): void {
  globalThis.localStorage?.setItem(KEY(), JSON.stringify(agreed))
}

/**
 * Whether the copy is still what both sides agreed on, proven without the network: not a row is missing. Null: nothing
 * was agreed on at the position where the copy stands now.
 */
export async function copyIsWhole(): Promise<boolean | null> {
  const kept = globalThis.localStorage?.getItem(KEY())
  const agreed = kept ? (JSON.parse(kept) as Agreed) : null
  const { digest, position } = await manifestOf(cache())
  return agreed?.position === position ? agreed.digest === digest : null
}

/** What this device holds of the server, without its own guesses. */
export async function manifestOf(rows: Cache): Promise<Omit<Manifest, 'epoch'>> {
  return rows
    .transaction('r', [...TABLES.map((table) => rows.table(table)), rows.originals, rows.places], async () => {
      const lines: string[] = []
      const counts: Record<string, number> = {}
      const originals = new Map((await rows.originals.toArray()).map((one) => [`${one.table}\t${one.id}`, one.row]))
      const add = (table: Table, id: string, row: object) => {
        lines.push(`${table}\t${id}\t${canonical(row as unknown as Json)}\n`)
        counts[table] = (counts[table] ?? 0) + 1
      }
      for (const table of TABLES) {
        for (const row of await rows.table(table).toArray()) {
          const key = `${table}\t${row.id}`
          const original = originals.get(key)
          originals.delete(key)
          if (original !== null) add(table, row.id, original ?? row)
        }
      }
      for (const [key, row] of originals) if (row !== null) add(key.slice(0, key.indexOf('\t')) as Table, row.id, row)
      const { position } = await feedPlace(rows)
      return { position, counts, digest: await Promise.resolve(lines.sort().join('')) }
    })
    .then(async ({ digest, ...rest }) => ({ ...rest, digest: await sha256(digest) }))
}
