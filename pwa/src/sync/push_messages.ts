/** Push messages: this device asks the server to wake it when a job comes. */
import { ask } from './transport'

/** How the asking ended. `off`: the server has no key; `no`: the person or the browser does not allow it. */
export type Subscribed = 'yes' | 'no' | 'off' | 'lost'

/** Ask for push messages on this device; call it from a tap, browsers ask the person. */
export async function subscribe(): Promise<Subscribed> {
  if (!('serviceWorker' in navigator) || !('PushManager' in globalThis)) return 'no'
  if ((await Notification.requestPermission()) !== 'granted') return 'no'
  const answer = await ask<{ key: string }>('GET', '/api/push-key')
  if (answer.kind !== 'ok') return answer.kind === 'lost' ? 'lost' : 'off'
  const registration = await navigator.serviceWorker.ready
  const how = { userVisibleOnly: true, applicationServerKey: answer.body.key }
  const subscription = await registration.pushManager.subscribe(how).catch(() => null)
  if (subscription === null) return 'no'
  const kept = await ask('POST', '/api/push-subscriptions', subscription.toJSON())
  if (kept.kind === 'ok') return 'yes'
  await subscription.unsubscribe()
  return 'lost'
}

/** Let no more messages come; the server drops an address that answers 410. */
export async function unsubscribe(): Promise<void> {
  await (await current())?.unsubscribe()
}

/** Whether messages come to this device. */
export const isSubscribed = async (): Promise<boolean> => (await current()) !== null

async function current(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker?.getRegistration()
  return (await registration?.pushManager?.getSubscription()) ?? null
}
