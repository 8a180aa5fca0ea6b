/** What the screens ask about photos: which there are, of what, newest last. */
import type { Id, Photo, PhotoSubject } from '../rules/wire'
import { cache } from './db'

export async function photosOfVisit(visit_id: Id): Promise<Photo[]> {
  return cache().photo.where('visit_id').equals(visit_id).sortBy('id')
}

/** The photos of one thing: a subject of the visit, or of the swap or old part named by `of_id`. */
export function photosOf(photos: readonly Photo[], subject: PhotoSubject, of_id: Id | null = null): Photo[] {
  return photos.filter((photo) => photo.subject === subject && photo.of_id === of_id)
}

/**
 * Which of these photos this device sent and will not see verified: their rows went away with a job that is another's
 * now. Their bytes stay (law 12).
 */
export async function photosOutOfSight(sent: readonly Id[]): Promise<ReadonlySet<Id>> {
  const [photos, notes] = await Promise.all([cache().photo.bulkGet([...sent]), cache().voice_note.bulkGet([...sent])])
  return new Set(sent.filter((_, place) => (photos[place] ?? notes[place]) === undefined))
}
