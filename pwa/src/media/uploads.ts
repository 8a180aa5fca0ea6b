/** Photos travel by tus: in pieces, small ones first, going on where the line broke, after a reload too. */
import type { Id } from '../rules/wire'
import { inFlight } from '../store/card'
import type { KeptFile } from '../store/frozen'
import type { Outbox } from '../store/outbox'

const ENDPOINT = '/api/uploads/'
const PIECE_BYTES = 256 * 1024

/** How an upload went; `later` photos have no row at the server yet. */
export type Uploaded = 'sent' | 'later' | 'lost' | 'sign_in' | 'refused' | 'interrupted'

/** The photos whose mutation the server has and whose bytes it does not, the smallest first. */
export async function photosToSend(outbox: Outbox): Promise<KeptFile[]> {
  const files = (await outbox.files()).filter((file) => file.state === 'waiting')
  if (files.length === 0) return []
  const notYet = new Set(
    (await outbox.unsettled()).filter((kept) => kept.state === 'waiting').flatMap((kept) => kept.photos),
  )
  return files.filter((file) => !notYet.has(file.photo_id)).sort((one, other) => one.size - other.size)
}

/** Send one photo from where it stopped. `mustYield` is asked between pieces: text goes before pictures. */
export async function uploadPhoto(outbox: Outbox, file: KeptFile, mustYield: () => boolean): Promise<Uploaded> {
  const bytes = await outbox.bytes(file.photo_id)
  if (bytes === undefined) return 'later'
  // Only a device that has photos to send loads the library.
  const { Upload, DetailedError } = await import('tus-js-client')
  inFlight.value = new Set([file.photo_id])
  try {
    const outcome = await new Promise<Uploaded>((resolve) => {
      const upload = new Upload(new Blob([bytes], { type: file.type }), {
        endpoint: ENDPOINT,
        uploadUrl: file.upload_url,
        chunkSize: PIECE_BYTES,
        retryDelays: null,
        storeFingerprintForResuming: false,
        headers: { 'X-Truckroll': '1' },
        metadata: { attachment_id: file.photo_id, sha256: file.sha256, filetype: file.type },
        onUploadUrlAvailable: () => void outbox.changeFile(file.photo_id, { upload_url: upload.url }),
        onChunkComplete: (_size, sent) => {
          void outbox.changeFile(file.photo_id, { sent_bytes: sent })
          if (mustYield() && sent < file.size) void upload.abort().then(() => resolve('interrupted'))
        },
        onSuccess: () => resolve('sent'),
        onError: (problem) => {
          const status = (problem instanceof DetailedError ? problem.originalResponse?.getStatus() : 0) ?? 0
          // The place stands but has more bytes than this device knew: the next round asks how many, and goes on.
          resolve(status === 409 && upload.url !== null ? 'interrupted' : outcomeOf(status))
        },
      })
      upload.start()
    })
    await keepOutcome(outbox, file.photo_id, outcome)
    return outcome
  } finally {
    inFlight.value = new Set()
  }
}

function outcomeOf(status: number): Uploaded {
  if (status === 401) return 'sign_in'
  if (status === 413 || status === 415 || status === 460 || status === 422) return 'refused'
  if (status === 403 || status === 404 || status === 409 || status === 410) return 'later'
  return 'lost'
}

async function keepOutcome(outbox: Outbox, photo_id: Id, outcome: Uploaded): Promise<void> {
  if (outcome === 'sent') await outbox.changeFile(photo_id, { state: 'sent' })
  // The place that the server gave may be gone; the next try asks for one anew, and is told of one that still stands.
  if (outcome === 'later') await outbox.changeFile(photo_id, { upload_url: null })
  if (outcome === 'refused') await outbox.changeFile(photo_id, { state: 'refused' })
}
