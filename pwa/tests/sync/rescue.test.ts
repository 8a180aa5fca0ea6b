// @vitest-environment node
import { beforeEach, expect, it } from 'vitest'
import { outbox } from '../../src/store/db'
import { exportQueue, rescueBundle, type Sealed, unseal } from '../../src/sync/rescue'
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

it('exporting takes nothing away (law 5)', async () => {
  await record(2)
  await rescueBundle(outbox())
  expect(await outbox().unacked('main', 9)).toHaveLength(2)
})
