/** A photo's bytes in the outbox: chunks of a size that every browser stores and gives back whole. */
import type { Id, Instant } from '../rules/wire'
import type { Chunk } from './frozen'
import type { Writing } from './outbox_database'

/** A photo taken and hashed, not yet saved. */
export interface CapturedPhoto {
  photo_id: Id
  bytes: ArrayBuffer
  sha256: string
  width: number
  height: number
  type: string
}

const CHUNK_BYTES = 256 * 1024

/** All chunks of a photo, in order. */
export const chunksOf = (photo_id: Id) => IDBKeyRange.bound([photo_id, 0], [photo_id, Number.MAX_SAFE_INTEGER])

/** Keep the photo and its bytes within a transaction that others write in too. */
export async function keepPhoto(writing: Writing, photo: CapturedPhoto, saved_at: Instant): Promise<void> {
  const { photo_id, bytes, ...told } = photo
  const size = bytes.byteLength
  const state = { state: 'waiting', saved_at, upload_url: null, sent_bytes: 0 } as const
  await writing.objectStore('files').put({ photo_id, size, ...told, ...state })
  for (let n = 0; n * CHUNK_BYTES < size; n += 1) {
    const part = bytes.slice(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES)
    await writing.objectStore('chunks').put({ photo_id, n, bytes: part })
  }
}

export function joined(chunks: readonly Chunk[]): ArrayBuffer {
  const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.bytes.byteLength, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(new Uint8Array(chunk.bytes), at)
    at += chunk.bytes.byteLength
  }
  return whole.buffer
}
