// @vitest-environment node
/** The document that is sealed: the same bytes on every device, and signatures that the server understands (VIS-7). */
import { describe, expect, it } from 'vitest'
import { canonical, sha256 } from '../../src/rules/canonical'
import { keyHashOf, publicKeyOf, signText } from '../../src/rules/device_key'
import { reportDocument, type Shown } from '../../src/rules/report_document'
import { golden } from '../golden'

interface Golden {
  shown: Shown
  device: { jwk: JsonWebKey; public_key: string; key: string }
  server_key: string
  sealed: { [name: string]: string } & { document: string }
}
const { shown, device, server_key, sealed } = golden<Golden>('seal.json')
const P256 = { name: 'ECDSA', namedCurve: 'P-256' }
const ECDSA = { name: 'ECDSA', hash: 'SHA-256' }
const bytes = (base64url: string) => new Uint8Array(Buffer.from(base64url, 'base64url'))
const utf8 = (text: string) => new TextEncoder().encode(text)

async function verifies(spki: string, signature: string, text: string): Promise<boolean> {
  const key = await crypto.subtle.importKey('spki', bytes(spki), P256, true, ['verify'])
  return crypto.subtle.verify(ECDSA, key, bytes(signature), utf8(text))
}

async function deviceKeys(): Promise<CryptoKeyPair> {
  const privateKey = await crypto.subtle.importKey('jwk', device.jwk, P256, false, ['sign'])
  const publicKey = await crypto.subtle.importKey('spki', bytes(device.public_key), P256, true, ['verify'])
  return { privateKey, publicKey }
}

describe('the report document (VIS-7)', () => {
  it('is the golden one, byte for byte', async () => {
    const document = canonical(reportDocument(shown))
    expect(document).toBe(sealed.document)
    expect(await sha256(document)).toBe(sealed.sha256)
  })

  it('names its key as the server does, and signs so that the server can verify it', async () => {
    const keys = await deviceKeys()
    expect(await publicKeyOf(keys)).toBe(device.public_key)
    expect(await keyHashOf(keys)).toBe(device.key)
    expect(await verifies(device.public_key, sealed.device_signature ?? '', sealed.document)).toBe(true)
    expect(await verifies(device.public_key, await signText(keys, sealed.document), sealed.document)).toBe(true)
    expect(await verifies(device.public_key, await signText(keys, sealed.document), `${sealed.document} `)).toBe(false)
  })

  it('is countersigned so that a browser can verify it', async () => {
    expect(await verifies(server_key, sealed.countersignature ?? '', sealed.chain_hash ?? '')).toBe(true)
  })

  it('builds on the revision before it', () => {
    const next = reportDocument({ ...shown, former: { revision: 1, sha256: sealed.sha256 ?? '' } })
    expect([next.revision, next.previous]).toEqual([2, sealed.sha256])
  })

  it('lists who signed before, the new one last', () => {
    const next = reportDocument({ ...shown, earlier: [{ ...shown.signature, id: 'earlier' }] })
    expect((next.signatures as { id: string }[]).map(({ id }) => id)).toEqual(['earlier', shown.signature.id])
  })

  it('does not depend on the order in which the photos came', () => {
    const two = [...shown.photos, ...shown.photos.map((photo) => ({ ...photo, id: `${photo.id}-2` }))]
    const documents = [two, [...two].reverse()].map((photos) => canonical(reportDocument({ ...shown, photos })))
    expect(documents[0]).toBe(documents[1])
  })

  it('says the answers of a checklist in the customer’s language', () => {
    const english = reportDocument({ ...shown, signature: { ...shown.signature, language: 'en' } })
    expect(english.checklists).toEqual([
      {
        name: 'Coach check',
        answers: [
          { label: 'Air leak in the lines', value: 'no', unit: null },
          { label: 'Reservoir pressure', value: '8.2', unit: 'bar' },
        ],
      },
    ])
  })

  it('shows the stamp by its photo, and nothing where the rows are missing', () => {
    const stamped = reportDocument({ ...shown, stamp_photo_id: shown.photos[0]?.id ?? '' })
    expect(stamped.stamp_photo).toBe(shown.photos[0]?.sha256)
    const bare = { ...shown, station: null, people: [], fault: null, swaps: [], photos: [], answered: null }
    expect(reportDocument(bare)).toMatchObject({ station: { name: null }, swaps: [], photos: [], checklists: [] })
  })
})
