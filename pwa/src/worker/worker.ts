/// <reference lib="webworker" />
/** The worker keeps files, never records: the app opens without a network, and the page alone talks to the server. */
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching'
import { asksForFiles } from '../rules/proof'
import { openJob, showMessage } from './messages'
import { addressesOf, answerFromHere, asksForProof } from './proof'

declare const self: ServiceWorkerGlobalScope

const manifest = self.__WB_MANIFEST

// Before all else: what must be proven to be here is never looked for elsewhere.
self.addEventListener('fetch', (event) => {
  if (!asksForProof(event.request)) return
  event.stopImmediatePropagation()
  event.respondWith(answerFromHere(event.request, matchPrecache))
})

cleanupOutdatedCaches()
precacheAndRoute(manifest)

/** Every address inside the app is the same page; the server's own addresses are left to the network. */
const isPage = (request: Request, url: URL) =>
  request.mode === 'navigate' &&
  url.origin === self.location.origin &&
  !/^\/(api|v|metrics|healthz|readyz)\b/.test(url.pathname)

self.addEventListener('fetch', (event) => {
  if (!isPage(event.request, new URL(event.request.url))) return
  event.respondWith(matchPrecache('/index.html').then((page) => page ?? fetch(event.request)))
})

/** A new version waits until the page says that no form is open and nothing is being sent; any page may ask for the files. */
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting()
  if (asksForFiles(event.data)) event.ports[0]?.postMessage(addressesOf(manifest))
})

self.addEventListener('push', (event) => event.waitUntil(showMessage(self.registration, event.data)))
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openJob(self.clients, event.notification.data))
})
