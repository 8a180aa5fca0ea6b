/** The databases of the person who holds the device: one outbox that is never dropped, one cache that may be. */
import { liveQuery, type Subscription } from 'dexie'
import type { Id } from '../rules/wire'
import { type Cache, cacheName, feedPlace, openCache } from './cache'
import { Outbox } from './outbox'

export class NobodyHoldsTheDevice extends Error {
  constructor() {
    super('Sign in first: the device has no person.')
  }
}

interface Opened {
  user_id: Id
  cache: Cache
  outbox: Outbox
  /** The feed position of what the screens show; null until it was read. */
  position: number | null
  watching: Subscription
}

let opened: Opened | null = null

/** Open the person's databases and leave those of anybody else. */
export function openStores(user_id: Id): void {
  if (opened?.user_id === user_id) return
  closeStores()
  const cache = openCache(cacheName(user_id))
  const stores = { user_id, cache, outbox: new Outbox(user_id), position: null as number | null }
  const watching = liveQuery(() => feedPlace(cache)).subscribe({
    next: ({ position }) => {
      stores.position = position
    },
    error: () => {
      stores.position = null
    },
  })
  opened = Object.assign(stores, { watching })
}

export function closeStores(): void {
  opened?.watching.unsubscribe()
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
/** How far the feed is that the screens show: the base of what is recorded now. A tap waits for no reading of it. */
export const positionShown = async (): Promise<number> =>
  current().position ?? (await feedPlace(current().cache)).position
