/** The technician's PIN, of which only a salted slow hash is kept, in a database of this person's own. */
import { type DBSchema, openDB } from 'idb'
import { waitAfter, waitLeft } from '../rules/pin'
import type { Id } from '../rules/wire'

interface KeptPin {
  name: 'pin'
  salt: Uint8Array<ArrayBuffer>
  hash: Uint8Array<ArrayBuffer>
  rounds: number
  /** Wrong tries in a row, and until when (milliseconds) none is taken. */
  wrong: number
  wait_until: number
}

interface PinSchema extends DBSchema {
  pins: { key: string; value: KeptPin }
}

/** How one try went; `wait_s` are the seconds until the next is taken. */
export type Try = { right: true } | { right: false; wait_s: number }

const ROUNDS = 250_000
const SALT_BYTES = 16
const HASH_BITS = 256

async function using<T>(
  user_id: Id,
  work: (pins: Awaited<ReturnType<typeof openDB<PinSchema>>>) => Promise<T>,
): Promise<T> {
  const database = await openDB<PinSchema>(`truckroll-pin-${user_id}`, 1, {
    upgrade: (fresh) => void fresh.createObjectStore('pins', { keyPath: 'name' }),
  })
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

const kept = (user_id: Id) => using(user_id, (pins) => pins.get('pins', 'pin'))

export const hasPin = async (user_id: Id): Promise<boolean> => (await kept(user_id)) !== undefined

export async function setPin(user_id: Id, typed: string): Promise<void> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  const hash = await slowHash(typed, salt, ROUNDS)
  await using(user_id, (pins) => pins.put('pins', { name: 'pin', salt, hash, rounds: ROUNDS, wrong: 0, wait_until: 0 }))
}

/** Somebody who has proven otherwise who they are sets a new one. */
export const forgetPin = (user_id: Id): Promise<void> => using(user_id, (pins) => pins.delete('pins', 'pin'))

/** Return the seconds until a try is taken. */
export async function pinWait(user_id: Id, now = Date.now()): Promise<number> {
  return waitLeft((await kept(user_id))?.wait_until ?? 0, now)
}

/** Try a PIN. The try is counted before it is judged, so that a reload in between frees nobody. */
export async function tryPin(user_id: Id, typed: string, now = Date.now()): Promise<Try> {
  const counted = await using(user_id, async (pins) => {
    const writing = pins.transaction('pins', 'readwrite')
    const before = await writing.store.get('pin')
    if (before === undefined || waitLeft(before.wait_until, now) > 0) return before
    const wrong = before.wrong + 1
    const after = { ...before, wrong, wait_until: now + waitAfter(wrong) * 1000 }
    await writing.store.put(after)
    await writing.done
    return { ...after, wait_until: 0 }
  })
  if (counted === undefined) return { right: false, wait_s: 0 }
  const waiting = waitLeft(counted.wait_until, now)
  if (waiting > 0) return { right: false, wait_s: waiting }
  const hash = await slowHash(typed, counted.salt, counted.rounds)
  if (!same(hash, counted.hash)) return { right: false, wait_s: waitAfter(counted.wrong) }
  await using(user_id, (pins) => pins.put('pins', { ...counted, wrong: 0, wait_until: 0 }))
  return { right: true }
}

async function slowHash(typed: string, salt: BufferSource, rounds: number): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(typed), 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, HASH_BITS))
}

const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.reduce((differs, byte, place) => differs | (byte ^ (other[place] ?? 0)), 0) === 0
