/** Tells this tab and the others that the outbox has changed, and that something new waits in it. */
import { signal } from '@preact/signals'

/** Goes up whenever an envelope, a photo or its state changed, in whichever tab. */
export const outboxChanges = signal(0)
/** Goes up whenever something was recorded, in whichever tab: it is time to send. */
export const recordings = signal(0)
/** Goes up whenever something was recorded that goes ahead of all that is being sent (VIS-9). */
export const urgentRecordings = signal(0)

export type News = 'changed' | 'recorded' | 'urgent'

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('truckroll-outbox')
channel?.addEventListener('message', ({ data }: MessageEvent<News>) => hear(data))

function hear(news: News): void {
  outboxChanges.value += 1
  if (news === 'urgent') urgentRecordings.value += 1
  if (news !== 'changed') recordings.value += 1
}

export function announce(news: News): void {
  hear(news)
  channel?.postMessage(news)
}
