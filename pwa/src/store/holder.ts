/** The person who holds the device: known without a network, from the last time they signed in. */
import { signal } from '@preact/signals'
import type { Id, Role } from '../rules/wire'

/** A person who has signed in on this device. Their outbox stays when they sign out. */
export interface Holder {
  user_id: Id
  login: string
  device_id: Id
  person: { id: Id; name: string; roles: Role[]; station_id: Id | null; language: string }
}

const HOLDERS = 'truckroll.holders'
const CURRENT = 'truckroll.holder'

/** The person who holds the device now; null: somebody must sign in. */
export const holder = signal<Holder | null>(null)

/** True when the server asks the person to sign in again; work goes on, sending waits. */
export const mustSignIn = signal(false)

const holders = (): Holder[] => JSON.parse(localStorage.getItem(HOLDERS) ?? '[]') as Holder[]

export const holderWithLogin = (login: string): Holder | undefined => holders().find((one) => one.login === login)

/** Return who held the device when the app was last open. */
export const lastHolder = (): Holder | null =>
  holders().find((one) => one.user_id === localStorage.getItem(CURRENT)) ?? null

export function rememberHolder(next: Holder): void {
  const others = holders().filter((one) => one.user_id !== next.user_id)
  localStorage.setItem(HOLDERS, JSON.stringify([...others, next]))
  localStorage.setItem(CURRENT, next.user_id)
  holder.value = next
}

export function leaveDevice(): void {
  localStorage.removeItem(CURRENT)
  holder.value = null
}

export function forgetHolder(user_id: Id): void {
  localStorage.setItem(HOLDERS, JSON.stringify(holders().filter((one) => one.user_id !== user_id)))
  if (holder.value?.user_id === user_id) leaveDevice()
}
