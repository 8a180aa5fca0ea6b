/** Three-way merge of what was typed: an edit names the value it saw and the value it wants. */
import { canonical } from './canonical'
import type { Changes, Json } from './wire'

/** Whether two values of a field are the same; nothing and null are. */
export const same = (one: unknown, other: unknown) =>
  canonical((one ?? null) as Json) === canonical((other ?? null) as Json)

/** Return `row` with the changes that fit: stored is `from` → `to`; anything else stays in force for a review. */
export function merge<T extends object>(row: T, changes: Changes<T>): { row: T; disputed: (keyof T)[] } {
  const merged = { ...row }
  const disputed: (keyof T)[] = []
  for (const field of Object.keys(changes) as (keyof T)[]) {
    const change = changes[field]
    if (change === undefined || same(row[field], change.to)) continue
    if (same(row[field], change.from)) merged[field] = change.to as T[keyof T]
    else disputed.push(field)
  }
  return { row: merged, disputed }
}
