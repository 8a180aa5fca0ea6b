/** What the swap screen asks: the swaps of a visit, and parts with what the van's books say. */
import type { Id, OldPart, Part, Swap } from '../rules/wire'
import { cache, holderId } from './db'

/** A swap with its part and the old part that it created (PART-4). */
export interface SwapSeen {
  swap: Swap
  part: Part | null
  old_part: OldPart | null
}

/** The swaps of a visit, without those that were taken back. */
export async function swapsOf(visit_id: Id): Promise<SwapSeen[]> {
  const all = await cache().swap.where('visit_id').equals(visit_id).sortBy('id')
  const swaps = all.filter(({ undone_at }) => !undone_at)
  return Promise.all(
    swaps.map(async (swap) => ({
      swap,
      part: (await cache().part.get(swap.part_id)) ?? null,
      old_part: swap.old_part_id ? ((await cache().old_part.get(swap.old_part_id)) ?? null) : null,
    })),
  )
}

/** A part with the quantity that the books place in this person's van; `in_store` is null where they are not seen. */
export interface PartOnHand {
  part: Part
  in_van: number
  in_store?: number | null
}

/** The part with exactly this number, as a scanner reads it; null where the catalogue has none. */
export async function partByNumber(part_no: string): Promise<PartOnHand | null> {
  const part = await cache().part.where('part_no').equals(part_no.trim().toUpperCase()).first()
  return part ? { part, in_van: (await vanStock()).get(part.id) ?? 0 } : null
}

export async function partOnHand(part_id: Id | null, station_id: Id): Promise<PartOnHand | null> {
  const part = part_id === null ? undefined : await cache().part.get(part_id)
  if (part === undefined) return null
  const shelf = await cache().stock.get(`store:${station_id}:${part.id}`)
  return { part, in_van: (await vanStock()).get(part.id) ?? 0, in_store: shelf?.quantity ?? null }
}

/** What the books place in this person's van, by part. */
export async function vanStock(): Promise<Map<Id, number>> {
  const stock = await cache().stock.where('location').equals(`van:${holderId()}`).toArray()
  return new Map(stock.filter(({ quantity }) => quantity > 0).map(({ part_id, quantity }) => [part_id, quantity]))
}

/** The swaps of a visit that were taken back, with their parts. */
export async function undoneSwapsOf(visit_id: Id): Promise<SwapSeen[]> {
  const all = await cache().swap.where('visit_id').equals(visit_id).sortBy('id')
  const undone = all.filter(({ undone_at }) => undone_at)
  return Promise.all(
    undone.map(async (swap) => ({ swap, part: (await cache().part.get(swap.part_id)) ?? null, old_part: null })),
  )
}

/** What was taken along for a job, is still on the van's books, and was fitted in none of these swaps (PART-6). */
export async function unusedOf(likely: readonly Id[], swaps: readonly SwapSeen[]): Promise<PartOnHand[]> {
  const used = new Set(swaps.map(({ swap }) => swap.part_id))
  const in_van = await vanStock()
  const parts = await cache().part.bulkGet(likely.filter((id) => !used.has(id) && in_van.has(id)))
  return parts.filter((part) => part !== undefined).map((part) => ({ part, in_van: in_van.get(part.id) ?? 0 }))
}

/** The old part that hangs on this tag already, so that one tag is not bound twice by mistake. */
export async function tagHolder(tag: string): Promise<OldPart | null> {
  return tag === '' ? null : ((await cache().old_part.where('tag').equals(tag).first()) ?? null)
}
