/** Photos that found no room on the device: kept in memory with all that names them, until there is room (law 5). */
import { effect, signal } from '@preact/signals'
import { capture } from '../../media/capture'
import { mutate } from '../../mutations/mutate'
import type { Id, PhotoSubject, Visit } from '../../rules/wire'
import type { CapturedPhoto } from '../../store/chunks'
import { holderId } from '../../store/db'
import { DiskFull } from '../../store/outbox_database'

/** What a photo shows, and where it belongs. */
export interface Shown {
  visit: Visit
  subject: PhotoSubject
  of_id: Id | null
}

interface Unsaved extends Shown {
  taken: CapturedPhoto
  /** Whose it is: it is never saved under another person's name. */
  by: Id
}

export const unsavedPhotos = signal<readonly Unsaved[]>([])

/** Those of one thing, as its photos are listed. */
export const unsavedOf = ({ visit, subject, of_id }: Shown): Unsaved[] =>
  unsavedPhotos.value.filter(
    (one) => one.visit.id === visit.id && one.subject === subject && one.of_id === of_id && one.by === holderId(),
  )

/** Hash the picture, attach it in one transaction with its bytes, and return its id. Throws `NotAPicture`, `DiskFull`. */
export async function attachPhoto(visit: Visit, subject: PhotoSubject, of_id: Id | null, file: File): Promise<Id> {
  const taken = await capture(file)
  await attach({ visit, subject, of_id, taken, by: holderId() })
  return taken.photo_id
}

/** The same, and a photo that finds no room is kept here. Throws `NotAPicture`. */
export async function takePhoto({ visit, subject, of_id }: Shown, file: File): Promise<void> {
  const unsaved = { visit, subject, of_id, taken: await capture(file), by: holderId() }
  try {
    await attach(unsaved)
  } catch (problem) {
    if (!(problem instanceof DiskFull)) throw problem
    unsavedPhotos.value = [...unsavedPhotos.value, unsaved]
  }
}

let trying: Promise<void> | null = null

/** Save what is kept here, until there is no room again; a second tap meanwhile saves nothing twice. */
export function saveUnsaved(): Promise<void> {
  trying ??= saveEach().finally(() => {
    trying = null
  })
  return trying
}

/** In the order in which they were taken. */
async function saveEach(): Promise<void> {
  for (const unsaved of unsavedPhotos.value.filter(({ by }) => by === holderId())) {
    try {
      await attach(unsaved)
    } catch (problem) {
      if (problem instanceof DiskFull) return
      throw problem
    }
    unsavedPhotos.value = unsavedPhotos.value.filter((one) => one !== unsaved)
  }
}

async function attach({ visit, subject, of_id, taken }: Unsaved): Promise<void> {
  await mutate(
    'photo.attach',
    {
      photo_id: taken.photo_id,
      job_id: visit.job_id,
      visit_id: visit.id,
      subject,
      of_id,
      sha256: taken.sha256,
      size: taken.bytes.byteLength,
      type: taken.type,
      width: taken.width,
      height: taken.height,
    },
    { photos: [taken] },
  )
}

/** Only memory holds them: the browser asks before the app is left. */
effect(() => {
  const anyLeft = unsavedPhotos.value.length > 0
  globalThis[anyLeft ? 'addEventListener' : 'removeEventListener']?.('beforeunload', stay)
})

function stay(event: Event): void {
  event.preventDefault()
}
