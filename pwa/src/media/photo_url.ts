/** Where a photo can be looked at: from the bytes on this device, else the server's rendition. */
import type { Id } from '../rules/wire'
import { outbox } from '../store/db'

export type PhotoSize = 'original' | 'w320' | 'w1280'

const urls = new Map<Id, string>()

/** Return an address for an `<img>`. One made from local bytes lasts until the page is left. */
export async function photoUrl(photo_id: Id, size: PhotoSize): Promise<string> {
  const made = urls.get(photo_id)
  if (made !== undefined) return made
  const [bytes, file] = await Promise.all([outbox().bytes(photo_id), outbox().file(photo_id)])
  if (bytes === undefined || file === undefined) return `/api/photos/${photo_id}/${size}`
  const url = URL.createObjectURL(new Blob([bytes], { type: file.type }))
  urls.set(photo_id, url)
  return url
}
