/** The key with which this device vouches for what it records: it can use the key but not give it away. */

/** Make a P-256 key pair; null where the browser cannot (an address without https). */
export async function makeKeys(): Promise<CryptoKeyPair | null> {
  if (globalThis.crypto?.subtle === undefined) return null
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
}

const KINDS: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]

/** What the office calls this device in its list. */
export function deviceName(agent: string = navigator.userAgent): string {
  return KINDS.find(([pattern]) => pattern.test(agent))?.[1] ?? 'Browser'
}
