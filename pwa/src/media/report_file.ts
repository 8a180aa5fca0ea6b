/** The PDF of a sealed report, fetched from the server and handed to the person (VIS-7). */
import type { Id } from '../rules/wire'

/** `printing`: the server has the seal and is still making the PDF. `lost`: there is no line now. */
export type Fetched = 'saved' | 'printing' | 'not_yours' | 'lost'

/** Save the PDF of this revision under its name. Never throws. */
export async function saveReport(visit_id: Id, revision: number): Promise<Fetched> {
  try {
    const answer = await fetch(`/api/reports/${visit_id}/${revision}.pdf`, { credentials: 'same-origin' })
    if (answer.ok) {
      save(await answer.blob(), nameIn(answer.headers.get('Content-Disposition')) ?? `${visit_id}-${revision}.pdf`)
      return 'saved'
    }
    const { code } = (await answer.json()) as { code?: string }
    return code === 'not_made_yet' ? 'printing' : answer.status < 500 ? 'not_yours' : 'lost'
  } catch {
    return 'lost'
  }
}

const nameIn = (disposition: string | null) => disposition?.match(/filename="([^"]+)"/)?.[1]

function save(file: Blob, name: string) {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the file after the click has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
