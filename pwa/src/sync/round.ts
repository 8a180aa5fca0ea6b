/** One round: what is urgent, then everything that was recorded, then what is new, then the photos. */
import { photosToSend, type Uploaded, uploadPhoto } from '../media/uploads'
import { catchUpGuesses } from '../mutations/catch_up'
import { feedPlace } from '../store/cache'
import { cache, holderId, outbox } from '../store/db'
import type { Outbox } from '../store/outbox'
import { pull } from './pull'
import { askAcked, proveLast, pushStream } from './push'
import { fileIs } from './receive'
import { notice } from './status'
import type { Stop } from './transport'

/** Make one round. `mustYield`: something new was recorded meanwhile, and text goes before pictures. */
export async function round(mustYield: () => boolean): Promise<Stop | null> {
  const [kept, rows, by] = [outbox(), cache(), holderId()]
  await catchUpGuesses(rows, kept, by)
  const sent = await pushStream(kept, 'main')
  if (sent !== null) return sent
  const loaded = await load(kept)
  if (loaded !== null) return loaded
  const [photos, some] = await sendPhotos(kept, mustYield)
  if (photos !== null) return photos
  if (notice.value === 'drain') return (await isEmpty(kept)) ? { why: 'drained' } : null
  return some ? load(kept) : null
}

/** Whether the server has all that was recorded here, and all its photos. */
async function isEmpty(kept: Outbox): Promise<boolean> {
  const [urgent, main, files] = await Promise.all([kept.unacked('urgent', 1), kept.unacked('main', 1), kept.files()])
  return urgent.length + main.length === 0 && files.every((file) => file.state !== 'waiting')
}

/** Load what is new; a server that was restored gets the lost envelopes again (law 9). */
async function load(kept: Outbox): Promise<Stop | null> {
  if (notice.value === 'drain') return null
  const stop = await pull(cache(), kept, holderId())
  if (stop?.why === 'revoked' && stop.mode === 'drain') {
    notice.value = 'drain'
    return null
  }
  if (stop !== null) return stop
  const { epoch } = await feedPlace(cache())
  if (epoch === null || epoch === (await kept.device())?.epoch) return null
  return (await sendAgain(kept, epoch)) ?? pull(cache(), kept, holderId())
}

/**
 * The server began a new life: ask what it still has, compare the last of it, and send the rest (law 9). Only then is
 * its epoch ours.
 */
async function sendAgain(kept: Outbox, epoch: string): Promise<Stop | null> {
  const asked = (await askAcked(kept, 'urgent')) ?? (await askAcked(kept, 'main'))
  const proven = asked ?? (await proveLast(kept, 'urgent')) ?? (await proveLast(kept, 'main'))
  const stop = proven ?? (await pushStream(kept, 'main'))
  if (stop !== null) return stop
  await kept.changeDevice((device) => ({ ...device, epoch }))
  await catchUpGuesses(cache(), kept, holderId())
  return null
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
    if (state === 'verified') continue
    const row = (await cache().photo.get(photo_id)) ?? (await cache().voice_note.get(photo_id))
    if (row !== undefined) await fileIs(kept, row)
  }
}
