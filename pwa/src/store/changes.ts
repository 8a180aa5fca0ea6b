/** Tells this tab and the others that the outbox has changed. */
import { signal } from '@preact/signals'

/** Goes up whenever an envelope, a photo or its state changed, in whichever tab. */
export const outboxChanges = signal(0)

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('truckroll-outbox')
channel?.addEventListener('message', () => {
  outboxChanges.value += 1
})
// Node would wait for an open channel for ever.
;(channel as unknown as { unref?: () => void } | null)?.unref?.()

export function announceOutboxChange(): void {
  outboxChanges.value += 1
  channel?.postMessage('changed')
}
