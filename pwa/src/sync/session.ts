/** Who holds the device: signing in, going on without a network, signing out without losing work. */
import { publicKeyOf } from '../rules/device_key'
import { uuid7 } from '../rules/ids'
import type { Id } from '../rules/wire'
import { dropCacheOf } from '../store/cache'
import { readCards, unsentItems, watchCards } from '../store/card'
import { cache, closeStores, openStores, outbox } from '../store/db'
import { loadDrafts } from '../store/drafts'
import type { DeviceRecord } from '../store/frozen'
import {
  forgetHolder,
  type Holder,
  holderWithLogin,
  lastHolder,
  leaveDevice,
  mustSignIn,
  rememberHolder,
} from '../store/holder'
import { Outbox } from '../store/outbox'
import { deviceName, makeKeys } from './device_keys'
import { onTheLine } from './line'
import { startSync, stopSync } from './loop'
import { notice } from './status'
import { ask } from './transport'

/** Signing out would leave unsent work behind; send or export it first, or stay. */
export class UnsentWork extends Error {
  readonly code = 'unsent_work'
  constructor(readonly count: number) {
    super(`${count} items are still on this device. Send or export them first.`)
  }
}

/** The server did not let the person in, or could not be reached; `code` says which. */
export class NotSignedIn extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

interface SignedIn {
  person: Holder['person']
  user_id: Id
  device_id: Id
  epoch: string
  server_time: string
}

/** The first screen is drawn before the first round begins. */
const FIRST_SCREEN_MS = 1000

let stopWatchingCards: (() => void) | null = null

/** Sign in over the network and begin to sync. Throws `NotSignedIn`; code `offline` when the server was not reached. */
export async function signIn(login: string, password: string): Promise<Holder> {
  return onTheLine(() => signInAlone(login, password))
}

async function signInAlone(login: string, password: string): Promise<Holder> {
  const known = holderWithLogin(login)
  const device = known === undefined ? undefined : await deviceOf(known.user_id)
  const keys = device === undefined ? await makeKeys() : device.keys
  let signedIn = await enter(login, password, device?.device_id ?? uuid7(), keys)
  const enrolled = await enrol(signedIn, keys)
  // The person has an outbox here under another login: its numbers belong to its own device id.
  if (enrolled.device_id !== signedIn.device_id) {
    signedIn = await enter(login, password, enrolled.device_id, enrolled.keys)
  }
  const { user_id, device_id, person } = signedIn
  const holder = { user_id, login, device_id, person }
  mustSignIn.value = false
  notice.value = null
  await begin(holder)
  return holder
}

async function enter(login: string, password: string, device_id: Id, keys: CryptoKeyPair | null): Promise<SignedIn> {
  const public_key = keys === null ? null : await publicKeyOf(keys)
  const sent = { login, password, device_id, device_name: deviceName(), public_key }
  const answer = await ask<SignedIn>('POST', '/api/auth/sign-in', sent)
  if (answer.kind === 'ok') return answer.body
  if (answer.kind === 'lost')
    throw new NotSignedIn('offline', 'The server could not be reached. Try again with signal.')
  throw new NotSignedIn(answer.problem.code, answer.problem.message)
}

async function deviceOf(user_id: Id): Promise<DeviceRecord | undefined> {
  const kept = new Outbox(user_id)
  try {
    return await kept.device()
  } finally {
    kept.close()
  }
}

async function enrol({ user_id, device_id, epoch }: SignedIn, keys: CryptoKeyPair | null): Promise<DeviceRecord> {
  const kept = new Outbox(user_id)
  try {
    return await kept.enrol(device_id, keys, epoch)
  } finally {
    kept.close()
  }
}

/** Go on as the person who last held the device, with or without a network; null: somebody must sign in. */
export async function restoreSession(): Promise<Holder | null> {
  const last = lastHolder()
  if (last !== null) await begin(last, FIRST_SCREEN_MS)
  return last
}

async function begin(holder: Holder, pause_ms = 0): Promise<void> {
  openStores(holder.user_id)
  await Promise.all([loadDrafts(), readCards(), cache().open()])
  stopWatchingCards?.()
  stopWatchingCards = watchCards()
  rememberHolder(holder)
  void outbox().forgetOld()
  startSync(wipe, pause_ms)
}

/** Sign out. Throws `UnsentWork` unless `evenUnsent`; the outbox stays on the device in any case. */
export async function signOut(how: { evenUnsent?: boolean } = {}): Promise<void> {
  await readCards()
  const waiting = unsentItems.value.filter((item) => item.state !== 'held' && item.state !== 'you').length
  if (waiting > 0 && how.evenUnsent !== true) throw new UnsentWork(waiting)
  // Without a network the token lives on until the office revokes it; the person is gone from this device all the same.
  await ask('POST', '/api/auth/sign-out', {})
  await leave()
}

async function leave(): Promise<void> {
  stopSync()
  stopWatchingCards?.()
  stopWatchingCards = null
  leaveDevice()
  closeStores()
}

/**
 * The office says that this device is stolen, or a leaver's device has sent all it held: the company's records go. What
 * the person recorded and did not send stays, for it exists nowhere else (law 5); without a sign-in nothing shows it.
 */
async function wipe(): Promise<void> {
  const { user_id } = outbox()
  await leave()
  forgetHolder(user_id)
  await dropCacheOf(user_id)
}
