/** What a device's P-256 key says as text: its public half, and signatures that anybody can check (VIS-7). */
import { sha256 } from './canonical'

const ECDSA = { name: 'ECDSA', hash: 'SHA-256' }

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

const spkiOf = (keys: CryptoKeyPair): Promise<ArrayBuffer> => crypto.subtle.exportKey('spki', keys.publicKey)

/** The public half as base64url SPKI, as the server registers it. */
export async function publicKeyOf(keys: CryptoKeyPair): Promise<string> {
  return base64url(new Uint8Array(await spkiOf(keys)))
}

/** SHA-256 of the public half, by which a seal names its key. */
export async function keyHashOf(keys: CryptoKeyPair): Promise<string> {
  return sha256(await spkiOf(keys))
}

/** Sign the UTF-8 of a text: raw r||s as base64url. */
export async function signText(keys: CryptoKeyPair, text: string): Promise<string> {
  const signed = await crypto.subtle.sign(ECDSA, keys.privateKey, new TextEncoder().encode(text))
  return base64url(new Uint8Array(signed))
}
