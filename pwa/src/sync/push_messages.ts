/** Push messages of the office on this device: asked for by the person, never on its own. */
import { ask } from './transport'

/** `blocked`: the person or the browser said no; `missing`: the browser has no push, or the server has no key. */
export type PushState = 'on' | 'off' | 'blocked' | 'missing'

/** Return whether messages come to this device. */
export async function pushState(): Promise<PushState> {
  if (!('PushManager' in globalThis) || !('serviceWorker' in navigator)) return 'missing'
  if (Notification.permission === 'denied') return 'blocked'
  const worker = await navigator.serviceWorker.getRegistration()
  if (worker === undefined) return 'missing'
  return (await worker.pushManager.getSubscription()) === null ? 'off' : 'on'
}

/** Ask the browser for an address and give it to the server. */
export async function turnPushOn(): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return 'blocked'
  const answer = await ask<{ key: string }>('GET', '/api/push-key')
  const worker = await navigator.serviceWorker.getRegistration()
  if (answer.kind !== 'ok' || worker === undefined) return 'missing'
  try {
    const asked = { userVisibleOnly: true, applicationServerKey: answer.body.key }
    const subscription = await worker.pushManager.subscribe(asked)
    const told = await ask('POST', '/api/push-subscriptions', subscription.toJSON())
    if (told.kind === 'ok') return 'on'
    await subscription.unsubscribe()
  } catch {
    // The browser's push service could not be reached.
  }
  return 'missing'
}

/** Let no more messages come; the server drops an address that answers 410. */
export async function turnPushOff(): Promise<PushState> {
  const worker = await navigator.serviceWorker.getRegistration()
  await (await worker?.pushManager.getSubscription())?.unsubscribe()
  return 'off'
}
