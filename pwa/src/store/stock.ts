/** What Parts and Scan ask of the cache: what the books place where this person works, new and old. */
import type { OldPart, Part } from '../rules/wire'
import { cache, holderId } from './db'

/** A part and its quantity at one location; below zero when more was taken than booked in. */
export interface StockedPart {
  part: Part
  quantity: number
}

/** What the books place in the holder's van, or on the shelves of their station, by part number (PART-2, PART-7). */
export async function stockOf(place: 'van' | 'store'): Promise<StockedPart[]> {
  const stock = await cache()
    .stock.where('location')
    .equals(await locationOf(place))
    .toArray()
  const counted = stock.filter(({ quantity }) => quantity !== 0)
  const parts = await cache().part.bulkGet(counted.map(({ part_id }) => part_id))
  return counted
    .map(({ quantity }, index) => ({ part: parts[index], quantity }))
    .filter((one): one is StockedPart => one.part !== undefined)
    .sort((one, other) => one.part.part_no.localeCompare(other.part.part_no))
}

async function locationOf(place: 'van' | 'store'): Promise<string> {
  if (place === 'van') return `van:${holderId()}`
  return `store:${(await cache().person.get(holderId()))?.station_id}`
}

/** Taken off by this person, taken over from somebody, or in a box that is still here. */
const IN_HAND: ReadonlySet<OldPart['state']> = new Set(['with_technician', 'handed_over', 'packed'])

/** The old parts that this person holds, the longest due first (OLD-4). */
export async function heldOldParts(): Promise<OldPart[]> {
  const held = await cache()
    .old_part.where('holder_id')
    .equals(holderId())
    .filter(({ received_at, state }) => received_at === null && IN_HAND.has(state))
    .toArray()
  return held.sort((one, other) => (one.due_on ?? '9').localeCompare(other.due_on ?? '9'))
}
