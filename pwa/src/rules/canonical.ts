/** One text for one value (RFC 8785 for values without floats), and the hashes made over such texts. */
import type { Json } from './wire'

/** Return the canonical JSON of a value: names in order of their UTF-16 units, no space, no undefined. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const names = Object.keys(value).sort()
    return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name] as Json)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** Return the SHA-256 of bytes or of a text's UTF-8 as 64 hexadecimal digits. */
export async function sha256(content: BufferSource | string): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
