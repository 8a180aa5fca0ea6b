/** What the device knows about its line to the server; a failed request is the only proof of being offline. */
import { signal } from '@preact/signals'
import type { Instant } from '../rules/wire'

const CONTACT = 'truckroll.contact'

export type LinkState = 'offline' | 'syncing' | 'online'

/** Since when nothing has come through; null while the line works. Trying again does not make it shorter. */
export const offlineSince = signal<Instant | null>(null)

/** `since`: when this state began. */
export const link = signal<{ state: LinkState; since: Instant }>({ state: 'offline', since: new Date().toISOString() })

/** When the server last answered; null: never on this device. */
export const lastContact = signal<Instant | null>(globalThis.localStorage?.getItem(CONTACT) ?? null)

/** The server has answered just now; the device remembers it over a restart. */
export function contacted(): void {
  lastContact.value = new Date().toISOString()
  globalThis.localStorage?.setItem(CONTACT, lastContact.value)
}

/** How the office has shut this device: nothing, `drain` (it only sends), or an app too old to load new data. */
export const notice = signal<'drain' | 'upgrade' | null>(null)

export function linkIs(state: LinkState): void {
  if (state === 'online') offlineSince.value = null
  if (state === 'offline') offlineSince.value ??= lastContact.value ?? new Date().toISOString()
  if (link.value.state !== state) link.value = { state, since: new Date().toISOString() }
}
