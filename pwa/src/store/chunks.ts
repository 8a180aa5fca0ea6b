/** A photo's bytes in the outbox: chunks of a size that every browser stores and gives back whole. */
import type { Id, Instant } from '../rules/wire'
import type { Chunk, KeptFile } from './frozen'

/** A photo taken and hashed, not yet saved. */
export interface CapturedPhoto {
  photo_id: Id
  bytes: ArrayBuffer
  sha256: string
  width: number
  height: number
  type: string
}

/** Chromium writes a value above 64 KiB as a file of its own, which takes several times as long. */
const CHUNK_BYTES = 60 * 1024

/** All chunks of a photo, in order. */
export const chunksOf = (photo_id: Id) => IDBKeyRange.bound([photo_id, 0], [photo_id, Number.MAX_SAFE_INTEGER])

/** The photo as the outbox names it before anything of it was sent. */
export function fileOf({ bytes, ...named }: CapturedPhoto, saved_at: Instant): KeptFile {
  return { ...named, size: bytes.byteLength, state: 'waiting', saved_at, upload_url: null, sent_bytes: 0 }
}

/** The photo's bytes, cut for the outbox. */
export function chunked({ photo_id, bytes }: CapturedPhoto): Chunk[] {
  const count = Math.ceil(bytes.byteLength / CHUNK_BYTES)
  return Array.from({ length: count }, (_, n) => ({
    photo_id,
    n,
    bytes: bytes.slice(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES),
  }))
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
