/** The databases of the person who holds the device: one outbox that is never dropped, one cache that may be. */
import type { Id } from '../rules/wire'
import { type Cache, cacheName, openCache } from './cache'
import { Outbox } from './outbox'

export class NobodyHoldsTheDevice extends Error {
  constructor() {
    super('Sign in first: the device has no person.')
  }
}

let opened: { user_id: Id; cache: Cache; outbox: Outbox } | null = null

/** Open the person's databases and leave those of anybody else. */
export function openStores(user_id: Id): void {
  if (opened?.user_id === user_id) return
  closeStores()
  opened = { user_id, cache: openCache(cacheName(user_id)), outbox: new Outbox(user_id) }
}

export function closeStores(): void {
  opened?.cache.close()
  opened?.outbox.close()
  opened = null
}

function current() {
  if (opened === null) throw new NobodyHoldsTheDevice()
  return opened
}

/** The rows of the person who holds the device. */
export const cache = (): Cache => current().cache
/** The unsent work of the person who holds the device. */
export const outbox = (): Outbox => current().outbox
/** Whether this person still holds the device. */
export const isHeldBy = (user_id: Id): boolean => opened?.user_id === user_id
export const holderId = (): Id => current().user_id
