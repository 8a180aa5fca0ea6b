/** A new version waits until no form is open and nothing is being sent. */
import { afterEach, expect, test, vi } from 'vitest'
import { takeUpdate, updateReady, watchForUpdates } from '../../src/app/update'
import { dropDraft, keepDraft } from '../../src/store/drafts'
import { linkIs } from '../../src/sync/status'
import { newDevice } from '../device'

/** The browser's side of a worker that is installed and waits for the page's word. */
class Registered extends EventTarget {
  readonly waiting = Object.assign(new EventTarget(), {
    state: 'installed',
    scriptURL: new URL('/worker.js', location.href).href,
    postMessage: vi.fn(),
  })
  readonly installing = null
  readonly active = null
}

afterEach(() => vi.unstubAllGlobals())

test('a waiting version is announced only when no draft is open and nothing is syncing', async () => {
  await newDevice()
  const registered = new Registered()
  const container = Object.assign(new EventTarget(), { register: async () => registered, controller: null })
  Object.defineProperty(navigator, 'serviceWorker', { value: container, configurable: true })
  Object.defineProperty(document, 'readyState', { value: 'complete', configurable: true })
  watchForUpdates()
  linkIs('online')
  await expect.poll(() => updateReady.value).toBe(true)
  await keepDraft('listen:v', { account: '漏气' })
  expect(updateReady.value).toBe(false)
  await dropDraft('listen:v')
  expect(updateReady.value).toBe(true)
  linkIs('syncing')
  expect(updateReady.value).toBe(false)
  linkIs('offline')
  takeUpdate()
  expect(registered.waiting.postMessage.mock.calls[0]?.[0]).toEqual({ type: 'SKIP_WAITING' })
})
