// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { uuid7 } from '../../src/rules/ids'
import { outbox } from '../../src/store/db'
import { DiskFull } from '../../src/store/outbox_database'
import { envelope, newDevice, photo, record } from '../device'

beforeEach(async () => void (await newDevice()))
afterEach(() => vi.restoreAllMocks())

const seqs = async (stream: 'main' | 'urgent' = 'main') =>
  (await outbox().unacked(stream, 1000)).map((kept) => kept.seq)

describe('the outbox', () => {
  it('numbers each stream without gaps, also from two tabs at once', async () => {
    await Promise.all([record(5), record(5), record(2, 'urgent')])
    expect(await seqs()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(await seqs('urgent')).toEqual([1, 2])
  })

  it('writes a tap strictly: saved means on the flash', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await record(1)
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writes.length).toBeGreaterThan(0)
    for (const [, , options] of writes) expect(options).toEqual({ durability: 'strict' })
  })

  it('keeps a photo in chunks in the same transaction as the mutation that names it', async () => {
    const taken = await photo(600_000)
    await outbox().save({
      stream: 'main',
      envelope: envelope('photo.attach'),
      subjects: [],
      photos: [taken],
      draft: null,
    })
    expect(await outbox().bytes(taken.photo_id)).toEqual(taken.bytes)
    expect((await outbox().unacked('main', 1))[0]?.photos).toEqual([taken.photo_id])
  })

  const fails = {
    'at once': () => {
      throw new DOMException('no room', 'QuotaExceededError')
    },
    'when it is written': (store: IDBObjectStore) => {
      Object.defineProperty(store.transaction, 'error', { value: new DOMException('no room', 'QuotaExceededError') })
      store.transaction.abort()
    },
  }
  it.each(Object.entries(fails))(
    'a disk that is full %s keeps nothing half and loses no draft (law 5)',
    async (_, fail) => {
      await outbox().keepDraft('listen', { account: 'oil' })
      const put = IDBObjectStore.prototype.put
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
        const request = put.apply(this, given)
        if (this.name === 'chunks') fail(this)
        return request
      })
      const saving = { stream: 'main', envelope: envelope('photo.attach'), subjects: [], draft: 'listen' } as const
      await expect(outbox().save({ ...saving, photos: [await photo(10)] })).rejects.toThrow(DiskFull)
      vi.restoreAllMocks()
      expect(await seqs()).toEqual([])
      expect(await outbox().drafts()).toMatchObject([{ key: 'listen', value: { account: 'oil' } }])
      await record(1)
      expect(await seqs()).toEqual([1])
    },
  )

  it('opens a connection that died in the background again, and saves', async () => {
    await record(1)
    const transaction = IDBDatabase.prototype.transaction
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('The database connection is closing.', 'InvalidStateError')
    })
    await record(1)
    expect(IDBDatabase.prototype.transaction).not.toBe(transaction)
    expect(await seqs()).toEqual([1, 2])
  })

  it('drops the draft in the transaction that keeps the mutation', async () => {
    await outbox().keepDraft('listen', { account: 'oil' })
    await outbox().save({ stream: 'main', envelope: envelope(), subjects: [], photos: [], draft: 'listen' })
    expect(await outbox().drafts()).toEqual([])
  })

  it('law 9: sends again what a restored server no longer has', async () => {
    await record(4)
    await outbox().believeAcked('main', 4)
    expect(await seqs()).toEqual([])
    expect(await outbox().believeAcked('main', 1)).toBe(true)
    expect(await seqs()).toEqual([2, 3, 4])
    expect((await outbox().unacked('main', 9)).map((kept) => kept.state)).toEqual(['waiting', 'waiting', 'waiting'])
  })

  it('law 9: keeps an acknowledged envelope for 30 days', async () => {
    const [settled, open] = await record(2)
    await outbox().believeAcked('main', 2)
    await outbox().settle([{ mutation_id: settled?.mutation_id ?? '', verdict: 'applied', code: null, detail: null }])
    await outbox().forgetOld()
    expect(await outbox().all()).toHaveLength(2)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * 86_400_000 })
    await outbox().forgetOld()
    vi.useRealTimers()
    // One without a verdict stays, however old.
    expect((await outbox().all()).map((kept) => kept.envelope.mutation_id)).toEqual([open?.mutation_id])
  })

  it('law 9: what is kept has no gap in its numbers, so that it can be sent again', async () => {
    const [, second, third] = await record(3)
    await outbox().believeAcked('main', 3)
    const verdict = { verdict: 'applied', code: null, detail: null } as const
    await outbox().settle([second, third].map((one) => ({ mutation_id: one?.mutation_id ?? '', ...verdict })))
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * 86_400_000 })
    await outbox().forgetOld()
    vi.useRealTimers()
    expect((await outbox().all()).map((kept) => kept.seq)).toEqual([1, 2, 3])
  })

  it('law 9: under a new device id all that is kept begins at 1, even what had a verdict', async () => {
    const [first] = await record(3)
    await outbox().believeAcked('main', 2)
    await outbox().settle([{ mutation_id: first?.mutation_id ?? '', verdict: 'applied', code: null, detail: null }])
    await outbox().renumber(uuid7())
    expect((await outbox().device())?.streams.main).toEqual({ next: 4, acked: 0, before: 0 })
    expect(await seqs()).toEqual([1, 2, 3])
  })

  it('law 12: frees no byte before the server has verified this very content', async () => {
    const taken = await photo(300_000)
    await outbox().save({
      stream: 'main',
      envelope: envelope('photo.attach'),
      subjects: [],
      photos: [taken],
      draft: null,
    })
    await outbox().changeFile(taken.photo_id, { state: 'sent' })
    await outbox().freeVerified(taken.photo_id, 'f'.repeat(64))
    expect(await outbox().bytes(taken.photo_id)).toBeDefined()
    await outbox().freeVerified(taken.photo_id, taken.sha256)
    expect(await outbox().bytes(taken.photo_id)).toBeUndefined()
  })
})
