/** What a technician may mean while typing a part: what is in the van first (PART-4). */
import type { Id, Part } from '../rules/wire'
import { cache } from './db'
import { searchParts } from './part_index'
import { type PartOnHand, vanStock } from './swaps'

const MOST_FOUND = 30

/**
 * Parts whose number or name begins with or contains what was typed, those in the van first. Nothing typed: the parts
 * that the office thinks likely, then what is in the van.
 */
export async function findParts(typed: string, likely: readonly Id[]): Promise<PartOnHand[]> {
  const asked = typed.trim()
  const in_van = await vanStock()
  const onHand = (part: Part): PartOnHand => ({ part, in_van: in_van.get(part.id) ?? 0 })
  if (asked !== '') return (await searchParts(asked, MOST_FOUND, new Set(in_van.keys()))).map(onHand)
  const parts = await cache().part.bulkGet([...new Set([...likely, ...in_van.keys()])])
  const weigh = (part: Part) => Number(likely.includes(part.id))
  return parts
    .filter((part) => part !== undefined)
    .map(onHand)
    .sort(
      (a, b) =>
        Number(b.in_van > 0) - Number(a.in_van > 0) ||
        weigh(b.part) - weigh(a.part) ||
        a.part.part_no.localeCompare(b.part.part_no),
    )
    .slice(0, MOST_FOUND)
}
