// @vitest-environment node
import { gunzipSync } from 'node:zlib'
import { beforeEach, expect, it } from 'vitest'
import { outbox } from '../../src/store/db'
import { bringIn, exportQueue, rescueBundle, type Sealed, unseal } from '../../src/sync/rescue'
import { envelope, newDevice, photo, record } from '../device'

beforeEach(async () => void (await newDevice()))

it('a dying phone gives its queue away as a file that only the passphrase opens', async () => {
  const [, second] = await record(2)
  await outbox().believeAcked('main', 1)
  const taken = await photo(100_000)
  await outbox().save({
    stream: 'urgent',
    envelope: envelope('photo.attach'),
    subjects: [],
    photos: [taken],
    draft: null,
  })
  const sealed = JSON.parse(await (await exportQueue('correct horse')).text()) as Sealed
  const bundle = JSON.parse(await unseal(sealed, 'correct horse'))
  expect(bundle).toMatchObject({ user_id: outbox().user_id, device_id: (await outbox().device())?.device_id })
  expect(bundle.envelopes).toMatchObject([
    { stream: 'main', seq: 2, mutation_id: second?.mutation_id },
    { stream: 'urgent', seq: 1, name: 'photo.attach' },
  ])
  expect(Buffer.from(bundle.photos[0].bytes, 'base64').equals(Buffer.from(taken.bytes))).toBe(true)
  await expect(unseal(sealed, 'wrong horse')).rejects.toThrow()
  expect(JSON.stringify(sealed)).not.toContain(second?.mutation_id)
})

it('a voice note that the server does not have is in the file, and one that it has is not', async () => {
  const notes = [await photo(4_000), await photo(5_000)].map((file) => ({ ...file, type: 'audio/webm' }))
  for (const note of notes)
    await outbox().save({
      stream: 'main',
      envelope: envelope('voice_note.attach'),
      subjects: [],
      photos: [note],
      draft: null,
    })
  const [sent, unsent] = notes
  await outbox().freeVerified(sent?.photo_id ?? '', sent?.sha256 ?? '')
  const { photos } = JSON.parse(await rescueBundle(outbox()))
  expect(photos).toMatchObject([{ photo_id: unsent?.photo_id, type: 'audio/webm', sha256: unsent?.sha256 }])
})

it('exporting takes nothing away (law 5)', async () => {
  await record(2)
  await rescueBundle(outbox())
  expect(await outbox().unacked('main', 9)).toHaveLength(2)
})

it('the office brings a file in with its passphrase, and is told what it held', async () => {
  await record(2)
  const file = await (await exportQueue('correct horse')).text()
  const sent: { bundle: string }[] = []
  globalThis.fetch = (async (_path: string, init: RequestInit) => {
    const packed = (init.headers as Record<string, string>)['Content-Encoding'] === 'gzip'
    sent.push(JSON.parse(packed ? gunzipSync(new Uint8Array(init.body as ArrayBuffer)).toString() : String(init.body)))
    return new Response('{"bundle_id":"b1"}', { status: 202 })
  }) as typeof fetch
  expect(await bringIn(file, 'correct horse')).toEqual({ bundle_id: 'b1', envelopes: 2, files: 0 })
  expect(JSON.parse(sent[0]?.bundle ?? '{}')).toMatchObject({ user_id: outbox().user_id })
  await expect(bringIn(file, 'wrong horse')).rejects.toMatchObject({ code: 'wrong_passphrase' })
  await expect(bringIn('{"format":"other"}', 'x')).rejects.toMatchObject({ code: 'no_rescue_file' })
  await expect(bringIn('no json', 'x')).rejects.toMatchObject({ code: 'no_rescue_file' })
  globalThis.fetch = (() => Promise.reject(new TypeError('network'))) as typeof fetch
  await expect(bringIn(file, 'correct horse')).rejects.toMatchObject({ code: 'offline' })
})
