/// <reference lib="webworker" />
/** The worker keeps files, never records: the app opens without a network, and the page alone talks to the server. */
import { cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching'
import { openJob, showMessage } from './messages'

declare const self: ServiceWorkerGlobalScope

cleanupOutdatedCaches()
precacheAndRoute(self.__WB_MANIFEST)

/** Every address inside the app is the same page; the server's own addresses are left to the network. */
const isPage = (request: Request, url: URL) =>
  request.mode === 'navigate' &&
  url.origin === self.location.origin &&
  !/^\/(api|metrics|healthz|readyz)\b/.test(url.pathname)

self.addEventListener('fetch', (event) => {
  if (!isPage(event.request, new URL(event.request.url))) return
  event.respondWith(matchPrecache('/index.html').then((page) => page ?? fetch(event.request)))
})

/** A new version waits until the page says that no form is open and nothing is being sent. */
self.addEventListener('message', (event) => {
  if (event.data?.type === 'SKIP_WAITING') void self.skipWaiting()
})

self.addEventListener('push', (event) => event.waitUntil(showMessage(self.registration, event.data)))
self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(openJob(self.clients, event.notification.data))
})
