/** What the lines of a stock document do to the balances that this device sees (PART-1). */
import type { Id } from '../rules/wire'
import type { GuessRows } from '../store/guessing'

export interface Pieces {
  part_id: Id
  quantity: number
}

/** Whose account it is: a station's shelves, or a technician's van. */
export interface Account {
  location: string
  station_id: Id
}

export const shelvesOf = (station_id: Id): Account => ({ location: `store:${station_id}`, station_id })

/** Return a technician's van with the station that it belongs to. */
export async function vanOf(rows: GuessRows, technician_id: Id, otherwise: Id): Promise<Account> {
  const person = await rows.get('person', technician_id)
  return { location: `van:${technician_id}`, station_id: person?.station_id ?? otherwise }
}

/** Add the pieces to an account, or take them with `-1`. It may go below zero: what was moved was moved. */
export async function bookLines(
  rows: GuessRows,
  { location, station_id }: Account,
  lines: readonly Pieces[],
  direction: 1 | -1,
): Promise<void> {
  for (const { part_id, quantity } of lines) {
    const id = `${location}:${part_id}`
    const stock = await rows.get('stock', id)
    const now = (stock?.quantity ?? 0) + direction * quantity
    await rows.put('stock', { id, station_id, location, part_id, quantity: now })
  }
}
