/** The queue as a file, for a phone that is dying or cannot get through: encrypted, and read by the office. */
import type { Json } from '../rules/wire'
import { outbox } from '../store/db'
import type { Outbox } from '../store/outbox'
import { numbered } from './push'
import { ask } from './transport'

const FORMAT = 'truckroll-rescue-1'
const ITERATIONS = 600_000

/** The parts of an encrypted file; all binary values are base64. */
export interface Sealed {
  format: typeof FORMAT
  kdf: { name: 'PBKDF2'; hash: 'SHA-256'; iterations: number; salt: string }
  cipher: { name: 'AES-GCM'; iv: string }
  content: string
}

/** Everything that the server does not have, as `POST /api/sync/v1/rescue` takes it, with photos and voice notes. */
export async function rescueBundle(kept: Outbox): Promise<string> {
  const device = await kept.device()
  if (device === undefined) throw new Error('This device is not enrolled: there is nothing to export.')
  const waiting = (await kept.unsettled()).filter((one) => one.state === 'waiting')
  const envelopes = waiting.map(({ stream, seq, envelope }) => ({
    stream,
    ...numbered(seq - device.streams[stream].before, envelope),
  }))
  const photos: Json[] = []
  for (const file of await kept.files()) {
    const bytes = file.state === 'verified' ? undefined : await kept.bytes(file.photo_id)
    if (bytes === undefined) continue
    const { photo_id, sha256, type } = file
    photos.push({ photo_id, sha256, type, bytes: base64(new Uint8Array(bytes)) })
  }
  return JSON.stringify({ device_id: device.device_id, user_id: kept.user_id, envelopes, photos })
}

/** Return the queue as an encrypted file. The passphrase is not kept: without it nobody can read the file. */
export async function exportQueue(passphrase: string): Promise<Blob> {
  const sealed = await seal(await rescueBundle(outbox()), passphrase)
  return new Blob([JSON.stringify(sealed)], { type: 'application/json' })
}

export async function seal(text: string, passphrase: string): Promise<Sealed> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const key = await keyFrom(passphrase, salt, ITERATIONS, 'encrypt')
  const content = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text))
  return {
    format: FORMAT,
    kdf: { name: 'PBKDF2', hash: 'SHA-256', iterations: ITERATIONS, salt: base64(salt) },
    cipher: { name: 'AES-GCM', iv: base64(iv) },
    content: base64(new Uint8Array(content)),
  }
}

/** Return what was sealed. Throws an `OperationError` when the passphrase is another or the file was altered. */
export async function unseal(sealed: Sealed, passphrase: string): Promise<string> {
  const { kdf, cipher, content } = sealed
  const key = await keyFrom(passphrase, bytesOf(kdf.salt), kdf.iterations, 'decrypt')
  const open = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(cipher.iv) }, key, bytesOf(content))
  return new TextDecoder().decode(open)
}

async function keyFrom(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(passphrase), 'PBKDF2', false, [
    'deriveKey',
  ])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(how, typed, { name: 'AES-GCM', length: 256 }, false, [use])
}

/** What a rescue file held, and where the server keeps it until somebody applies it. */
export interface BroughtIn {
  bundle_id: string
  envelopes: number
  /** Photos and voice notes. */
  files: number
}

/** Why a rescue file was not brought in. */
export class NotBroughtIn extends Error {
  constructor(readonly code: 'no_rescue_file' | 'wrong_passphrase' | 'too_large' | 'offline') {
    super(code)
  }
}

/** Open a rescue file and hand what it holds to the server, which keeps it apart until it is applied. */
export async function bringIn(text: string, passphrase: string): Promise<BroughtIn> {
  const bundle = await unseal(readSealed(text), passphrase).catch(() => {
    throw new NotBroughtIn('wrong_passphrase')
  })
  const { envelopes, photos } = JSON.parse(bundle) as { envelopes: unknown[]; photos: unknown[] }
  const answer = await ask<{ bundle_id: string }>('POST', '/api/sync/v1/rescue', { bundle })
  if (answer.kind === 'problem' && answer.status === 413) throw new NotBroughtIn('too_large')
  if (answer.kind !== 'ok') throw new NotBroughtIn('offline')
  return { bundle_id: answer.body.bundle_id, envelopes: envelopes.length, files: photos.length }
}

function readSealed(text: string): Sealed {
  try {
    const sealed = JSON.parse(text) as Sealed
    if (sealed.format === FORMAT) return sealed
  } catch {
    // It is no JSON at all.
  }
  throw new NotBroughtIn('no_rescue_file')
}

const PIECE = 0x8000

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE))
  return btoa(text)
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (one) => one.charCodeAt(0))
