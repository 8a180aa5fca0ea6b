/** A PDF that the server makes, fetched and handed to the person: a sealed report (VIS-7), a roll of tags (OLD-1). */
import type { Id } from '../rules/wire'

/** `printing`: the server has the seal and is still making the PDF. `lost`: there is no line now. */
export type Fetched = 'saved' | 'printing' | 'not_yours' | 'lost'

/** Save the PDF of this revision under its name. Never throws. */
export const saveReport = (visit_id: Id, revision: number): Promise<Fetched> =>
  savePdf(`/api/reports/${visit_id}/${revision}.pdf`, `${visit_id}-${revision}.pdf`)

/** On sheets to cut, or on labels of 60 × 80 mm. */
export type TagForm = 'sheet' | 'label'

/** Save the tags of this roll, ready to print. Never throws. */
export const saveTags = (roll_id: Id, form: TagForm): Promise<Fetched> =>
  savePdf(`/api/tag-rolls/${roll_id}.pdf?form=${form}`, `${roll_id}-${form}.pdf`)

async function savePdf(address: string, name: string): Promise<Fetched> {
  try {
    const answer = await fetch(address, { credentials: 'same-origin' })
    if (answer.ok) {
      save(await answer.blob(), nameIn(answer.headers.get('Content-Disposition')) ?? name)
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
