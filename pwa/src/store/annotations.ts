/** What the screens ask about drawings over photos: the newest of each person stands, an older one is kept beneath it. */
import type { Annotation, Id, Shape } from '../rules/wire'
import { cache, holderId } from './db'

/** What is drawn over one photo: by others, and by the person who holds the device. */
export interface Drawn {
  others: readonly Shape[]
  own: readonly Shape[]
}

export const NOTHING_DRAWN: Drawn = { others: [], own: [] }

export async function drawnOn(photo_id: Id): Promise<Drawn> {
  const all = await cache().annotation.where('photo_id').equals(photo_id).toArray()
  const standing = newestOfEach(all)
  const by = holderId()
  return {
    others: standing.filter(({ drawn_by }) => drawn_by !== by).flatMap(({ shapes }) => shapes),
    own: standing.find(({ drawn_by }) => drawn_by === by)?.shapes ?? [],
  }
}

/** Two people who draw at once both stay on the photo; who draws again replaces their own drawing. */
export function newestOfEach(all: readonly Annotation[]): Annotation[] {
  const newest = new Map<Id, Annotation>()
  for (const one of all) {
    const before = newest.get(one.drawn_by)
    if (before === undefined || key(before) < key(one)) newest.set(one.drawn_by, one)
  }
  return [...newest.values()].sort((one, other) => (key(one) < key(other) ? -1 : 1))
}

const key = ({ drawn_at, id }: Annotation) => `${drawn_at} ${id}`
