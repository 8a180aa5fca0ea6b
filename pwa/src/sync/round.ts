/** One round: what is urgent, then everything that was recorded, then what is new, then the photos. */
import { photosToSend, type Uploaded, uploadPhoto } from '../media/uploads'
import { catchUpGuesses } from '../mutations/catch_up'
import { cache, holderId, outbox } from '../store/db'
import type { Outbox } from '../store/outbox'
import { pull } from './pull'
import { askAcked, pushStream } from './push'
import { photoIs } from './receive'
import { notice } from './status'
import type { Stop } from './transport'

/** Make one round. `mustYield`: something new was recorded meanwhile, and text goes before pictures. */
export async function round(mustYield: () => boolean): Promise<Stop | null> {
  const [kept, rows, by] = [outbox(), cache(), holderId()]
  await catchUpGuesses(rows, kept, by)
  const sent = await pushAll(kept)
  if (sent !== null) return sent
  const loaded = await load(kept)
  if (loaded !== null) return loaded
  const [photos, some] = await sendPhotos(kept, mustYield)
  if (photos !== null || !some || notice.value !== null) return photos
  return load(kept)
}

const pushAll = async (kept: Outbox) => (await pushStream(kept, 'urgent')) ?? (await pushStream(kept, 'main'))

/** Load what is new. A server that was restored is first asked what it still has, and sent the rest (law 9). */
async function load(kept: Outbox): Promise<Stop | null> {
  if (notice.value === 'drain') return null
  const { stop, reset } = await pull(cache(), kept, holderId())
  if (stop?.why === 'revoked' && stop.mode === 'drain') {
    notice.value = 'drain'
    return null
  }
  if (stop !== null || reset === null) return stop
  if (reset === 'epoch') {
    const asked = (await askAcked(kept, 'urgent')) ?? (await askAcked(kept, 'main')) ?? (await pushAll(kept))
    if (asked !== null) return asked
    await catchUpGuesses(cache(), kept, holderId())
  }
  return (await pull(cache(), kept, holderId())).stop
}

const STOPS: Partial<Record<Uploaded, Stop>> = { lost: { why: 'lost' }, sign_in: { why: 'sign_in' } }

async function sendPhotos(kept: Outbox, mustYield: () => boolean): Promise<[stop: Stop | null, some: boolean]> {
  await freeVerified(kept)
  const files = await photosToSend(kept)
  for (const file of files) {
    const outcome = await uploadPhoto(kept, file, mustYield)
    const stop = STOPS[outcome]
    if (stop !== undefined) return [stop, true]
    if (outcome === 'interrupted' || mustYield()) return [null, true]
  }
  return [null, files.length > 0]
}

/** A crash may have come between the row that says "verified" and freeing the bytes. */
async function freeVerified(kept: Outbox): Promise<void> {
  for (const { photo_id, state } of await kept.files()) {
    const photo = state === 'verified' ? undefined : await cache().photo.get(photo_id)
    if (photo !== undefined) await photoIs(kept, photo)
  }
}
