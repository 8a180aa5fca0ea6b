/** A new version of the app waits until no form is open and nothing is being sent. */
import { computed, signal } from '@preact/signals'
import { Workbox } from 'workbox-window'
import { openDrafts } from '../store/drafts'
import { link } from '../sync/status'

const waiting = signal<Workbox | null>(null)

/** True when a new version is ready and taking it would interrupt nothing. */
export const updateReady = computed(
  () => waiting.value !== null && openDrafts.value === 0 && link.value.state !== 'syncing',
)

/** Begin to watch for new versions. */
export function watchForUpdates(): void {
  if (!('serviceWorker' in navigator)) return
  const workbox = new Workbox('/worker.js')
  workbox.addEventListener('waiting', () => {
    waiting.value = workbox
  })
  // Without a worker (a private window, a development server) the app works as long as it is open.
  void workbox.register().catch((problem: unknown) => console.warn('worker', problem))
}

/** Take the new version and load the page again; only when the person agreed. */
export function takeUpdate(): void {
  waiting.value?.addEventListener('controlling', () => location.reload())
  waiting.value?.messageSkipWaiting()
}
