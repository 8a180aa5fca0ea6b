/** Times taps: from the call of `mutate` to the flash and to the guess on it, with and without a photo. */
import { effect } from '@preact/signals'
import { mutate } from '../src/mutations/mutate'
import { uuid7 } from '../src/rules/ids'
import { recordings } from '../src/store/changes'
import { cache } from '../src/store/db'
import { restoreSession } from '../src/sync/session'

const PHOTO_BYTES = 300 * 1024
/** The engine compiles what it runs often; a technician's tenth tap of the day is as fast as the hundredth. */
const WARM_UP = 10
/** Nobody taps faster for long. */
const REST_MS = 250

/** Milliseconds of a tap: until its record is on the flash and "saved" may be shown, and until its guess is done. */
interface Took {
  flash: number
  guess: number
}

/** Time `taps` taps of a technician with a job, each with a photo if wanted. */
async function tap(taps: number, withPhoto: boolean): Promise<Took[]> {
  await restoreSession()
  const job = await cache().job.toCollection().first()
  if (job === undefined) throw new Error('The bench needs a job on this device.')
  const visit_id = uuid7()
  await mutate('visit.arrive', { visit_id, job_id: job.id, position: null })
  const took: Took[] = []
  let flashed = 0
  // It is told as soon as the outbox's transaction has ended.
  effect(() => {
    if (recordings.value > 0) flashed = performance.now()
  })
  let account: string | null = null
  for (let n = -WARM_UP; n < taps; n += 1) {
    const next = `爬坡后气压掉到 ${n} bar`
    const photo = photoOf(n)
    const start = performance.now()
    if (withPhoto) {
      const { bytes, ...named } = photo
      const body = {
        ...named,
        job_id: job.id,
        visit_id,
        subject: 'fault' as const,
        of_id: null,
        size: bytes.byteLength,
      }
      await mutate('photo.attach', body, { photos: [photo] })
    } else {
      await mutate('visit.record_listen', { visit_id, changes: { account: { from: account, to: next } } })
    }
    if (n >= 0) took.push({ flash: flashed - start, guess: performance.now() - start })
    account = next
    await new Promise((rested) => setTimeout(rested, REST_MS))
  }
  return took
}

function photoOf(n: number) {
  const bytes = new Uint8Array(PHOTO_BYTES)
  for (let at = 0; at < PHOTO_BYTES; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536))
  const sha256 = (n + WARM_UP).toString(16).padStart(64, '0')
  return { photo_id: uuid7(), bytes: bytes.buffer, sha256, width: 2048, height: 1536, type: 'image/jpeg' }
}

Object.assign(window, { tap })
