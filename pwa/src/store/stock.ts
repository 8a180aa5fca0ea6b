/** What Parts and Scan ask of the cache: what the books place in this person's van, new and old. */
import type { OldPart, Part, Stock } from '../rules/wire'
import { cache, holderId } from './db'

/** A part and the quantity that the books place in the van; below zero when more was fitted than issued. */
export interface VanPart {
  part: Part
  quantity: number
}

/** What the books place in the van of the person who holds the device, by part number (PART-2). */
export async function vanParts(): Promise<VanPart[]> {
  const stock = await cache().stock.where('location').equals(`van:${holderId()}`).toArray()
  const counted = stock.filter(({ quantity }) => quantity !== 0)
  const parts = await cache().part.bulkGet(counted.map(({ part_id }) => part_id))
  return counted
    .map(({ quantity }: Stock, place) => ({ part: parts[place], quantity }))
    .filter((one): one is VanPart => one.part !== undefined)
    .sort((one, other) => one.part.part_no.localeCompare(other.part.part_no))
}

/** The old parts that this person holds, the longest due first (OLD-4). */
export async function heldOldParts(): Promise<OldPart[]> {
  const held = await cache()
    .old_part.where('holder_id')
    .equals(holderId())
    .filter(({ received_at }) => received_at === null)
    .toArray()
  return held.sort((one, other) => (one.due_on ?? '9').localeCompare(other.due_on ?? '9'))
}
