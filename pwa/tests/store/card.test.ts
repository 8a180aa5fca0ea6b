// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import { mutate } from '../../src/mutations/mutate'
import { cardState, dismiss, inFlight, readCards, unsent } from '../../src/store/card'
import { outbox } from '../../src/store/db'
import { goldenJob, newDevice, photo, seed } from '../device'

const job = goldenJob()
const state = async () => {
  await readCards()
  return cardState([job.id]).state
}
const settle = (mutation_id: string, verdict: 'applied' | 'refused' | 'held') =>
  outbox().settle([{ mutation_id, verdict, code: null, detail: null }])
const attach = async () => {
  const taken = await photo(1000)
  const told = { sha256: taken.sha256, size: 1000, type: 'image/jpeg', width: 4, height: 3 }
  const about = { job_id: job.id, visit_id: null, subject: 'fault', of_id: null } as const
  return [
    taken,
    await mutate('photo.attach', { photo_id: taken.photo_id, ...about, ...told }, { photos: [taken] }),
  ] as const
}

beforeEach(async () => {
  await newDevice()
  await seed({ job: [job] })
})

describe('a card tells its own truth', () => {
  it('has: nothing of it is here', async () => expect(await state()).toBe('has'))

  it('here, sending, has', async () => {
    const mutation_id = await mutate('job.edit', { job_id: job.id, changes: { phone: { from: job.phone, to: '1' } } })
    expect(await state()).toBe('here')
    inFlight.value = new Set([mutation_id])
    expect(await state()).toBe('sending')
    inFlight.value = new Set()
    await outbox().believeAcked('main', 1)
    expect(await state()).toBe('has')
    expect(cardState([job.id]).at).not.toBeNull()
  })

  it('needs you: refused, until it is put aside', async () => {
    const mutation_id = await mutate('job.edit', { job_id: job.id, changes: {} })
    await outbox().believeAcked('main', 1)
    await settle(mutation_id, 'refused')
    expect(await state()).toBe('you')
    await dismiss(mutation_id)
    expect(await state()).toBe('has')
    expect(await outbox().all()).toHaveLength(1)
  })

  it('is here as long as the server has not verified its photo (law 12)', async () => {
    const [taken, mutation_id] = await attach()
    await outbox().believeAcked('main', 1)
    await settle(mutation_id, 'applied')
    expect(await state()).toBe('here')
    expect(await unsent()).toMatchObject([{ name: 'photo.attach', bytes: 1000, photos: [taken.photo_id] }])
    await outbox().freeVerified(taken.photo_id, taken.sha256)
    expect(await state()).toBe('has')
  })

  it('lists what is held without asking the person for anything', async () => {
    const mutation_id = await mutate('job.edit', { job_id: job.id, changes: {} })
    await outbox().believeAcked('main', 1)
    await settle(mutation_id, 'held')
    expect(await state()).toBe('has')
    expect(await unsent()).toMatchObject([{ state: 'held', verdict: 'held' }])
  })
})
