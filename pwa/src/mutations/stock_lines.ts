/** What the lines of a stock document do to the balances that this device sees (PART-1). */
import { newestSteps } from '../rules/stock_steps'
import type { Id } from '../rules/wire'
import type { About, GuessRows } from '../store/guessing'

export interface Pieces {
  part_id: Id
  quantity: number
  batch?: string | null
}

/** Whose account it is: a station's shelves, or a technician's van. */
export interface Account {
  location: string
  station_id: Id
}

/** What moved the pieces, and where they came from or went. */
export interface Booking extends Pick<About, 'mutation_id' | 'by' | 'at'> {
  other: string
  document_table: string
  document_id: Id
}

/** Return how the steps of one document are told; each names the place at its other end. */
export const bookingOf =
  ({ mutation_id, by, at }: About, document_table: string, document_id: Id) =>
  (other: string): Booking => ({ mutation_id, by, at, other, document_table, document_id })

export const shelvesOf = (station_id: Id): Account => ({ location: `store:${station_id}`, station_id })

/** Return a technician's van with the station that it belongs to. */
export async function vanOf(rows: GuessRows, technician_id: Id, otherwise: Id): Promise<Account> {
  const person = await rows.get('person', technician_id)
  return { location: `van:${technician_id}`, station_id: person?.station_id ?? otherwise }
}

/** Add the pieces to an account, or take them with `-1`. It may go below zero: what was moved was moved. */
export async function bookLines(
  rows: GuessRows,
  account: Account,
  lines: readonly Pieces[],
  direction: 1 | -1,
  booking: Booking,
): Promise<void> {
  for (const [index, { part_id, quantity, batch = null }] of lines.entries()) {
    const moved = direction * quantity
    if (moved === 0) continue
    const id = `${account.location}:${part_id}`
    const stock = await rows.get('stock', id)
    await rows.put('stock', { ...account, id, part_id, quantity: (stock?.quantity ?? 0) + moved })
    const trail = await rows.get('stock_trail', id)
    const step = { ...booking, line: index + 1, quantity: moved, batch }
    await rows.put('stock_trail', { ...account, id, part_id, steps: newestSteps([...(trail?.steps ?? []), step]) })
    if (batch !== null) await bookBatch(rows, account, { part_id, quantity: moved, batch })
  }
}

async function bookBatch(rows: GuessRows, account: Account, of: Required<Pieces> & { batch: string }): Promise<void> {
  const id = `${account.location}:${of.part_id}:${of.batch}`
  const known = await rows.get('stock_batch', id)
  await rows.put('stock_batch', { ...account, ...of, id, quantity: (known?.quantity ?? 0) + of.quantity })
}
