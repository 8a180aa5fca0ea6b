/** One text for one value: canonical JSON (RFC 8785) for values without floats, and the hashes made over such texts. */
import type { Json } from './wire'

/** A value has no canonical text; the message says what to send instead. */
export class NotCanonical extends Error {
  readonly code = 'not_canonical'
}

const DEEPEST = 200
const HALF_A_CHARACTER = /\p{Surrogate}/u

/**
 * Return the canonical JSON of a value: names in order of their UTF-16 units, no space, nothing escaped in vain. Throws
 * `NotCanonical` for fractions, integers beyond 2^53, half characters and what JSON does not know.
 */
export function canonical(value: Json): string {
  return written(value, 0)
}

function written(value: Json | undefined, depth: number): string {
  if (depth > DEEPEST) throw new NotCanonical(`The value is nested deeper than ${DEEPEST}. Send it flatter.`)
  if (value === null || value === true || value === false) return String(value)
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') return integer(value)
  if (Array.isArray(value)) return `[${value.map((one) => written(one, depth + 1)).join(',')}]`
  if (typeof value !== 'object') throw new NotCanonical(`JSON knows no ${typeof value}.`)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${text(name)}:${written(value[name], depth + 1)}`).join(',')}}`
}

function integer(value: number): string {
  if (!Number.isInteger(value)) throw new NotCanonical(`${value} is no whole number. Send decimal text.`)
  if (!Number.isSafeInteger(value)) throw new NotCanonical(`${value} is beyond 2^53. Send it as text.`)
  return JSON.stringify(value)
}

function text(value: string): string {
  if (HALF_A_CHARACTER.test(value)) throw new NotCanonical('The text has half a character. Leave it out.')
  return JSON.stringify(value)
}

/** Return the SHA-256 of bytes or of a text's UTF-8 as 64 hexadecimal digits. */
export async function sha256(content: BufferSource | string): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
