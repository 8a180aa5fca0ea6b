/// <reference lib="webworker" />
/** A push message becomes a notification in the person's language; a tap on it opens what it is about. */

/** What the server sends, encrypted, through the browser's push service. */
export interface Message {
  id: string
  title: { zh: string; en: string }
  body: { zh: string; en: string }
  path: string
}

const spoken = () => (navigator.language.startsWith('zh') ? 'zh' : 'en')

/** Show the message; the same message twice is one notification. */
export async function showMessage(
  registration: ServiceWorkerRegistration,
  data: { json(): unknown } | null,
): Promise<void> {
  if (data === null) return
  const { id, title, body, path } = data.json() as Message
  const language = spoken()
  await registration.showNotification(title[language], {
    body: body[language],
    tag: id,
    lang: language,
    data: { path },
  })
}

/** Bring the app forward at the message's address, in a window that is open if there is one. */
export async function openJob(clients: Clients, data: { path: string }): Promise<void> {
  const [open] = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (open === undefined) {
    await clients.openWindow(data.path)
    return
  }
  await open.focus()
  await open.navigate(data.path)
}
