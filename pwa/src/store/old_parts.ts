/** What the receiving clerk asks of the cache: which part hangs on a tag, what is expected, what came in. */
import type { Id, Rows } from '../rules/wire'
import { cache, holderId } from './db'

/** An old part with what the clerk compares it by. */
export interface OldPartInHand {
  readonly part: Rows['old_part']
  readonly photos: readonly Rows['photo'][]
  readonly removedBy: Rows['person'] | undefined
}

/** The old part that carries this tag (OLD-3), if this device knows of one. */
export async function oldPartByTag(tag: string): Promise<OldPartInHand | null> {
  const tagged = await cache().old_part.where('tag').equals(tag).toArray()
  const part = tagged.find((one) => one.state !== 'matched')
  return part === undefined ? null : inHand(part)
}

export async function oldPartById(id: Id): Promise<OldPartInHand | null> {
  const part = await cache().old_part.get(id)
  return part === undefined ? null : inHand(part)
}

/** The photos of an old part, or of an arrival that is not saved yet (`id` is its receipt's), the oldest first. */
export async function photosOfThing(id: Id): Promise<Rows['photo'][]> {
  const photos = await cache().photo.where('of_id').equals(id).toArray()
  return photos.sort((a, b) => a.taken_at.localeCompare(b.taken_at))
}

async function inHand(part: Rows['old_part']): Promise<OldPartInHand> {
  const [photos, removedBy] = await Promise.all([
    photosOfThing(part.id),
    part.removed_by === null ? undefined : cache().person.get(part.removed_by),
  ])
  return { part, photos, removedBy }
}

/** What has come off a unit and not come in yet, the longest due first (OLD-4). */
export async function expectedOldParts(): Promise<Rows['old_part'][]> {
  const parts = await cache()
    .old_part.filter((part) => part.received_at === null)
    .toArray()
  return parts.sort((a, b) => (a.due_on ?? '9999').localeCompare(b.due_on ?? '9999'))
}

/** What this clerk took in since `since`, the newest first; what was matched shows as the part that it turned out to be. */
export async function receivedSince(since: Date): Promise<Rows['old_part'][]> {
  const from = since.toISOString()
  const parts = await cache()
    .old_part.where('received_at')
    .aboveOrEqual(from)
    .and((part) => part.received_by === holderId() && part.state !== 'matched')
    .toArray()
  return parts.sort((a, b) => (b.received_at ?? '').localeCompare(a.received_at ?? ''))
}

/** How many days over its due day a part is; below zero it still has time. */
export function daysLate(part: Rows['old_part'], today: Date): number {
  if (part.due_on === null) return Number.NEGATIVE_INFINITY
  const [year, month, day] = part.due_on.split('-').map(Number)
  const due = new Date(year ?? 1970, (month ?? 1) - 1, day ?? 1)
  const start = new Date(today.getFullYear(), today.getMonth(), today.getDate())
  return Math.round((start.getTime() - due.getTime()) / 86_400_000)
}

/** Counts of what is out by days since it came off: to 7, to 15, to 30, more. */
export function ages(parts: readonly Rows['old_part'][], now: Date): readonly [number, number, number, number] {
  const counts: [number, number, number, number] = [0, 0, 0, 0]
  for (const part of parts) {
    const days = part.removed_at === null ? 0 : (now.getTime() - Date.parse(part.removed_at)) / 86_400_000
    counts[days <= 7 ? 0 : days <= 15 ? 1 : days <= 30 ? 2 : 3] += 1
  }
  return counts
}

/** How many old parts of one technician are out, by days since they came off. */
export interface Ages {
  technicianId: Id | null
  counts: readonly number[]
  total: number
}

/** Who has what out, the most first; `limits` is the last day of each stretch but the open one (OLD-4). */
export function agesOf(parts: readonly Rows['old_part'][], now: Date, limits: readonly number[]): Ages[] {
  const rows = new Map<Id | null, number[]>()
  for (const part of parts) {
    if (part.received_at !== null || part.removed_at === null) continue
    const days = Math.floor((now.getTime() - Date.parse(part.removed_at)) / 86_400_000)
    const at = limits.filter((limit) => days > limit).length
    const counts = rows.get(part.removed_by) ?? Array.from({ length: limits.length + 1 }, () => 0)
    counts[at] = (counts[at] ?? 0) + 1
    rows.set(part.removed_by, counts)
  }
  const all = [...rows].map(([technicianId, counts]) => ({
    ...{ technicianId, counts },
    total: counts.reduce((sum, count) => sum + count, 0),
  }))
  return all.sort((a, b) => b.total - a.total || (a.technicianId ?? '').localeCompare(b.technicianId ?? ''))
}
