/** The outbox's schema, version 1. It is frozen: an app of any age must be able to read what an older one left behind. */
import type { DBSchema, IDBPDatabase } from 'idb'
import type { Id, Instant, Json, MutationName, Stream, Verdict } from '../rules/wire'

/** A mutation as it travels, without its number. */
export interface Envelope {
  mutation_id: Id
  name: MutationName
  v: number
  lane: string
  base: number
  body: string
  sha256: string
  device_time: Instant
  tz_offset_min: number
  clock_offset_ms: number
}

/**
 * An envelope and what became of it. `seq` is this database's own number in the stream; `order` counts over both
 * streams. `waiting`: not yet acknowledged. `acked`: the server has it. `settled`: its verdict came down the feed.
 */
export interface KeptEnvelope {
  stream: Stream
  seq: number
  order: number
  envelope: Envelope
  state: 'waiting' | 'acked' | 'settled'
  saved_at: Instant
  acked_at: Instant | null
  verdict: Verdict | null
  code: string | null
  detail: Json
  /** The rows that this mutation is about, so that their cards can say where it is. */
  subjects: string[]
  photos: Id[]
  /** When the person put a refused one aside. */
  dismissed_at: Instant | null
}

/** A part of a photo; Safari loses Blobs, so the bytes are an ArrayBuffer. */
export interface Chunk {
  photo_id: Id
  n: number
  bytes: ArrayBuffer
}

/** A photo on this device. Its bytes go only when the server has verified them (law 12). */
export interface KeptFile {
  photo_id: Id
  size: number
  sha256: string
  type: string
  width: number
  height: number
  state: 'waiting' | 'sent' | 'verified' | 'refused'
  saved_at: Instant
  upload_url: string | null
  sent_bytes: number
}

/** What is typed and not yet recorded. */
export interface Draft {
  key: string
  value: Json
  saved_at: Instant
}

/**
 * How far a stream has been numbered, and how far the server has it (both in this database's own numbers). `before` of
 * them were sent under an earlier device id: the number on the wire is `seq - before`.
 */
export interface Numbering {
  next: number
  acked: number
  before: number
}

/** This device as the server knows it for this person. */
export interface DeviceRecord {
  name: 'device'
  device_id: Id
  epoch: string
  clock_offset_ms: number
  next_order: number
  streams: Record<Stream, Numbering>
  keys: CryptoKeyPair | null
}

export interface OutboxSchema extends DBSchema {
  envelopes: {
    key: [Stream, number]
    value: KeptEnvelope
    indexes: { state: string; acked_at: string; mutation_id: string }
  }
  chunks: { key: [Id, number]; value: Chunk }
  files: { key: Id; value: KeptFile; indexes: { state: string } }
  drafts: { key: string; value: Draft }
  device: { key: string; value: DeviceRecord }
}

export const VERSION = 1
export const outboxName = (user_id: Id) => `truckroll-outbox-${user_id}`

export function makeVersion1(database: IDBPDatabase<OutboxSchema>): void {
  const envelopes = database.createObjectStore('envelopes', { keyPath: ['stream', 'seq'] })
  envelopes.createIndex('state', 'state')
  envelopes.createIndex('acked_at', 'acked_at')
  envelopes.createIndex('mutation_id', 'envelope.mutation_id', { unique: true })
  database.createObjectStore('chunks', { keyPath: ['photo_id', 'n'] })
  database.createObjectStore('files', { keyPath: 'photo_id' }).createIndex('state', 'state')
  database.createObjectStore('drafts', { keyPath: 'key' })
  database.createObjectStore('device', { keyPath: 'name' })
}
