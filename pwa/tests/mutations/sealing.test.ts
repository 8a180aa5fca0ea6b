/** A signature carries its seal in the same envelope, and the next one builds on it before the server has heard of it. */
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { mutate } from '../../src/mutations/mutate'
import { sealedSign } from '../../src/mutations/sealing'
import { canonical, sha256 } from '../../src/rules/canonical'
import { keyHashOf, publicKeyOf } from '../../src/rules/device_key'
import type { Bodies, Job, Photo, Swap, Visit } from '../../src/rules/wire'
import { cache, outbox } from '../../src/store/db'
import { makeKeys } from '../../src/sync/device_keys'
import { newDevice, seed } from '../device'
import { golden } from '../golden'

const row = <R>(table: string) => golden<{ row: R }>(`rows/${table}.json`).row
const visit = row<Visit>('visit')
const signing: Omit<Bodies['visit.sign'], 'seal'> = {
  visit_id: visit.id,
  signature_id: 'signature-1',
  mark: 'drawn',
  stamp_photo_id: null,
  signer_name: '陈国强',
  signer_role: '队长',
  language: 'zh',
  width: 1200,
  height: 480,
  strokes: [[[120, 210, 0]], [[200, 200, 410]], [[300, 220, 900]]],
}
let keys: CryptoKeyPair

beforeEach(async () => {
  await newDevice()
  keys = (await makeKeys()) as CryptoKeyPair
  await outbox().changeDevice((device) => ({ ...device, keys }))
  const tables = ['job', 'station', 'person', 'fault', 'part', 'old_part', 'swap', 'photo'] as const
  await seed({
    visit: [{ ...visit, state: 'ended', ended_at: '2026-11-19T06:10:00.000Z' }],
    ...Object.fromEntries(tables.map((table) => [table, [row<object>(table)]])),
  })
})

async function recorded(): Promise<Bodies['visit.sign'][]> {
  const all = await outbox().all()
  return all.map(({ envelope }) => JSON.parse(envelope.body) as Bodies['visit.sign'])
}
const documents = async () => (await recorded()).map(({ seal }) => JSON.parse(seal?.document ?? 'null'))

describe('a sealed signature (VIS-7)', () => {
  it('is one mutation: the strokes, and the document that this device vouches for', async () => {
    await sealedSign(signing)
    const [body, ...others] = await recorded()
    expect(others).toEqual([])
    expect(body).toMatchObject(signing)
    const { document, device_signature, key } = body?.seal ?? { document: '', device_signature: '', key: '' }
    expect(canonical(JSON.parse(document))).toBe(document)
    expect(key).toBe(await keyHashOf(keys))
    const raw = new Uint8Array(Buffer.from(device_signature, 'base64url'))
    const ecdsa = { name: 'ECDSA', hash: 'SHA-256' }
    expect(await crypto.subtle.verify(ecdsa, keys.publicKey, raw, new TextEncoder().encode(document))).toBe(true)
    expect(await publicKeyOf(keys)).toMatch(/^[\w-]{122}$/)
  })

  it('seals what is on the page: job, findings, swap, photos, strokes', async () => {
    await sealedSign(signing)
    const [document] = await documents()
    expect(document).toMatchObject({
      visit_id: visit.id,
      revision: 1,
      previous: null,
      job: { phone: row<Job>('job').phone },
      look: visit.look,
      check: { fault: { code: '3509-07' } },
      swaps: [{ id: row<Swap>('swap').id, part_no: '3509-00417', old_part: { tag: '7K4M92G' } }],
      photos: [{ sha256: row<Photo>('photo').sha256 }],
      signatures: [{ id: 'signature-1', strokes: signing.strokes }],
    })
  })

  it('leaves out swaps that were taken back and photos that were refused', async () => {
    await cache().swap.update(row<Swap>('swap').id, { undone_at: '2026-11-19T06:00:00.000Z' })
    await cache().photo.update(row<Photo>('photo').id, { state: 'refused' })
    await sealedSign(signing)
    expect((await documents())[0]).toMatchObject({ swaps: [], photos: [] })
  })

  it('a second signer builds on the first before the server has heard of it', async () => {
    await sealedSign(signing)
    await sealedSign({ ...signing, signature_id: 'signature-2', signer_name: '王建军' })
    const [first, second] = await recorded()
    const document = JSON.parse(second?.seal?.document ?? 'null')
    expect([document.revision, document.previous]).toEqual([2, await sha256(first?.seal?.document ?? '')])
    expect(document.signatures.map(({ id }: { id: string }) => id)).toEqual(['signature-1', 'signature-2'])
    expect(await cache().seal.where('visit_id').equals(visit.id).count()).toBe(2)
  })

  it('a correction after the report was sent back is a new revision with its own signature alone', async () => {
    await sealedSign(signing)
    await mutate('report.send_back', { report_id: visit.id, reason: '缺照片' })
    await sealedSign({ ...signing, signature_id: 'signature-2' })
    const document = (await documents()).at(-1)
    expect(document.revision).toBe(2)
    expect(document.signatures.map(({ id }: { id: string }) => id)).toEqual(['signature-2'])
  })

  it('a device without a key signs without a seal', async () => {
    await outbox().changeDevice((device) => ({ ...device, keys: null }))
    await sealedSign(signing)
    expect(await recorded()).toEqual([{ ...signing, seal: null }])
    expect(await cache().seal.count()).toBe(0)
  })
})
