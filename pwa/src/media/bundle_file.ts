/** The month's bundle, fetched from the server and handed to the person (VIS-14). */
import type { Id } from '../rules/wire'

/** `nothing`: no report of the month is archived. `lost`: there is no line now. */
export type FetchedBundle = 'saved' | 'nothing' | 'not_yours' | 'lost'

/** Save the bundle under the name that the server gives it. Never throws. */
export async function saveBundle(station_id: Id, month: string, copy: 'office' | 'technical'): Promise<FetchedBundle> {
  try {
    const answer = await fetch(`/api/archive/${station_id}/${month}.zip?copy=${copy}`, { credentials: 'same-origin' })
    if (answer.ok) {
      const name = answer.headers.get('Content-Disposition')?.match(/filename="([^"]+)"/)?.[1]
      save(await answer.blob(), name ?? `${month}.zip`)
      return 'saved'
    }
    if (answer.status === 404) return 'nothing'
    return answer.status < 500 ? 'not_yours' : 'lost'
  } catch {
    return 'lost'
  }
}

function save(file: Blob, name: string) {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the file after the click has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
