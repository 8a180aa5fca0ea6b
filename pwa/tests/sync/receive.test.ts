// @vitest-environment node
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { mutate } from '../../src/mutations/mutate'
import { uuid7 } from '../../src/rules/ids'
import type { Id, Job } from '../../src/rules/wire'
import { feedPlace } from '../../src/store/cache'
import { cache, holderId, openStores, outbox } from '../../src/store/db'
import { mustSignIn } from '../../src/store/holder'
import { manifestOf } from '../../src/sync/agree'
import { pull } from '../../src/sync/pull'
import { type Change, receive } from '../../src/sync/receive'
import { round } from '../../src/sync/round'
import { goldenJob, newDevice, photo, seed } from '../device'
import { Server } from './server'

let server: Server
const job = goldenJob()

beforeEach(async () => {
  mustSignIn.value = false
  await newDevice()
  server = new Server()
  server.listen()
})

const edit = (id: Id, from: string | null, to: string) =>
  mutate('job.edit', { job_id: id, changes: { phone: { from, to } } })
const phone = async (id = job.id) => (await cache().job.get(id))?.phone
const sync = () => round(() => false)

const page = (changes: Change[], cursor = 'c1') => ({
  epoch: 'e1',
  cursor,
  position: 1,
  more: false,
  server_time: '2026-11-19T05:22:00.000Z',
  changes,
})

describe('receiving', () => {
  it('shows a guess at once and the server’s row beneath it', async () => {
    server.put(job)
    await sync()
    await edit(job.id, job.phone, '1')
    expect(await phone()).toBe('1')
    expect((await cache().originals.toArray())[0]?.row).toMatchObject({ phone: job.phone })
  })

  it('undoes a guess that the server refused, although it sends no row for it', async () => {
    server.put(job)
    await sync()
    await edit(job.id, job.phone, '1')
    server.refuse = () => true
    await sync()
    expect(await phone()).toBe(job.phone)
    expect(await outbox().all()).toMatchObject([{ state: 'settled', verdict: 'refused', code: 'job_closed' }])
  })

  it('does open guesses again on top of newer rows', async () => {
    server.put(job)
    await sync()
    await edit(job.id, job.phone, '1')
    server.put({ ...job, contact: 'Chen' })
    await pull(cache(), outbox(), holderId())
    expect(await cache().job.get(job.id)).toMatchObject({ phone: '1', contact: 'Chen' })
  })

  it('keeps what was recorded of a job that was given to somebody else (laws 5 and 6)', async () => {
    await seed({ job: [job] })
    await edit(job.id, job.phone, '1')
    await receive(cache(), outbox(), holderId(), null, page([{ op: 'put', table: 'job', id: job.id, row: job }]))
    const gone: Change[] = [
      { op: 'revoke', lane: `job:${job.id}`, reason: 'reassigned' },
      { op: 'del', table: 'job', id: job.id },
    ]
    await receive(cache(), outbox(), holderId(), 'c1', page(gone, 'c2'))
    expect(await phone()).toBeUndefined()
    expect(await outbox().unacked('main', 9)).toHaveLength(1)
  })

  it('puts an answer to an older question aside', async () => {
    await receive(cache(), outbox(), holderId(), null, page([{ op: 'put', table: 'job', id: job.id, row: job }]))
    const late = page([{ op: 'del', table: 'job', id: job.id }])
    expect(await receive(cache(), outbox(), holderId(), null, late)).toBe(false)
    expect(await phone()).toBe(job.phone)
  })

  it('a held mutation keeps its guess: it waits at the server, nothing is lost', async () => {
    await seed({ job: [job] })
    const mutation_id = await edit(job.id, job.phone, '1')
    const held = {
      op: 'verdict',
      stream: 'main',
      seq: 1,
      mutation_id,
      verdict: 'held',
      code: 'missing',
      detail: null,
    } as const
    await receive(cache(), outbox(), holderId(), null, page([{ op: 'put', table: 'job', id: job.id, row: job }, held]))
    expect(await phone()).toBe('1')
    expect(await outbox().unsettled()).toMatchObject([{ verdict: 'held', state: 'acked' }])
  })

  it('a reset loads the cache anew and touches no unsent work (law 5)', async () => {
    server.put(job)
    await sync()
    await edit(job.id, job.phone, '1')
    const other = { ...job, id: uuid7() }
    await seed({ job: [other] })
    server.restore(1, new Map([[job.id, job]]), 0)
    await sync()
    expect(await cache().job.get(other.id)).toBeUndefined()
    expect(server.jobs.get(job.id)?.phone).toBe('1')
    expect((await feedPlace(cache())).epoch).toBe(server.epoch)
  })

  it('law 9: a quiet device sends a restored server what it lost, also after a crash in between', async () => {
    server.put(job)
    await sync()
    await edit(job.id, job.phone, '1')
    await sync()
    server.restore(1, new Map([[job.id, job]]), 0)
    server.mishap = (path) => (path.endsWith('/push') ? Promise.reject(new TypeError('network')) : undefined)
    expect(await sync()).toEqual({ why: 'lost' })
    server.mishap = () => undefined
    expect(await sync()).toBeNull()
    expect(server.jobs.get(job.id)?.phone).toBe('1')
    expect((await outbox().device())?.epoch).toBe(server.epoch)
  })

  it('law 9: after a restore it shows the server its last number, and under a clone’s it sends all that is kept', async () => {
    server.put(job)
    await sync()
    for (const number of ['1', '2', '3']) await edit(job.id, (await phone()) ?? null, number)
    await sync()
    const recorded = (await outbox().all()).map(({ envelope }) => envelope.mutation_id)
    expect((await outbox().all()).map(({ state }) => state)).toEqual(['settled', 'settled', 'settled'])
    const own = (await outbox().device())?.device_id
    server.restore(1, new Map([[job.id, job]]), 2)
    const clones = { seq: 3, mutation_id: 'of-the-clone', name: '', body: '', sha256: 'other' }
    server.inboxes.find(({ stream }) => stream === 'main')?.envelopes.push(clones)
    await sync()
    expect((await outbox().device())?.device_id).not.toBe(own)
    expect(server.applied).toEqual(recorded)
    expect((await outbox().device())?.epoch).toBe(server.epoch)
    await sync()
    expect(await phone()).toBe('3')
  })

  it('law 9: after a restore that lost nothing it sends its last number alone, and it is made once', async () => {
    server.put(job)
    await sync()
    for (const number of ['1', '2']) await edit(job.id, (await phone()) ?? null, number)
    await sync()
    server.restore(server.feed.length, server.jobs, 9)
    const before = server.requests.length
    await sync()
    const sent = server.requests
      .slice(before)
      .filter(({ path }) => path.endsWith('/push'))
      .map(({ body }) => (body as { mutations: { seq: number }[] }).mutations.map(({ seq }) => seq))
    expect(sent.filter((seqs) => seqs.length > 0)).toEqual([[2]])
    expect(server.applied).toEqual([])
  })

  it('guesses after a crash what the outbox has and the cache does not', async () => {
    await seed({ job: [job] })
    await edit(job.id, job.phone, '1')
    await cache().guessed.clear()
    await cache().originals.clear()
    await seed({ job: [job] })
    server.put(job)
    server.mishap = (path) => (path.endsWith('/push') ? Promise.reject(new TypeError('network')) : undefined)
    await sync()
    expect(await phone()).toBe('1')
  })

  it('law 12: frees a photo when its row says that this very content is verified', async () => {
    const taken = await photo(5000)
    await seed({ job: [job] })
    const body = { photo_id: taken.photo_id, job_id: job.id, visit_id: null, subject: 'meter', of_id: null } as const
    const told = { sha256: taken.sha256, size: 5000, type: 'image/jpeg', width: 4, height: 3 }
    await mutate('photo.attach', { ...body, ...told }, { photos: [taken] })
    const row = (await cache().photo.get(taken.photo_id)) as object
    const put = (changed: object, cursor: string | null, next: string) =>
      receive(
        cache(),
        outbox(),
        holderId(),
        cursor,
        page([{ op: 'put', table: 'photo', id: taken.photo_id, row: { ...row, ...changed } as never }], next),
      )
    await put({ state: 'expected' }, null, 'c1')
    expect(await outbox().bytes(taken.photo_id)).toBeDefined()
    await put({ state: 'verified', sha256: 'f'.repeat(64) }, 'c1', 'c2')
    expect(await outbox().bytes(taken.photo_id)).toBeDefined()
    await put({ state: 'verified' }, 'c2', 'c3')
    expect(await outbox().bytes(taken.photo_id)).toBeUndefined()
  })
})

describe('convergence (law 8)', () => {
  type Step =
    | { do: 'edit'; device: number; job: number; field: 'phone' | 'contact'; value: string }
    | { do: 'sync'; device: number; mishap: 'none' | 'lost' | 'answer' | 'cut' }
    | { do: 'office'; job: number; value: string }
    | { do: 'restore' }
  const device = fc.nat(2)
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('edit' as const),
        device,
        job: fc.nat(1),
        field: fc.constantFrom('phone' as const, 'contact' as const),
        value: fc.constantFrom('1', '2', '3'),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('sync' as const),
        device,
        mishap: fc.constantFrom('none' as const, 'lost' as const, 'answer' as const, 'cut' as const),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('office' as const), job: fc.nat(1), value: fc.constantFrom('7', '8') }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restore' as const) }) },
  )
  const MISHAPS = {
    none: () => undefined,
    lost: () => Promise.reject(new TypeError('network')),
    answer: async (_path: string, answer: () => Promise<Response>) => {
      await answer()
      throw new TypeError('network')
    },
    cut: async (_path: string, answer: () => Promise<Response>) =>
      new Response((await (await answer()).text()).slice(0, -2)),
  }

  it('three devices and an office agree once all are connected, and nothing is made twice or lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 8, maxLength: 25, size: 'max' }),
        fc.integer({ min: 1, max: 4 }),
        async (steps, pageSize) => {
          server = new Server()
          server.pageSize = pageSize
          server.listen()
          const jobs: Job[] = [job, { ...job, id: uuid7() }]
          for (const one of jobs) server.put(one)
          const saved = { position: server.feed.length, jobs: new Map(server.jobs) }
          const users = [await newDevice(), await newDevice(), await newDevice()]
          const recorded: Id[] = []
          const use = (place: number) => openStores(users[place] as Id)
          for (const taken of steps) {
            if (taken.do === 'restore') server.restore(saved.position, saved.jobs, 0)
            if (taken.do === 'office')
              server.put({ ...(server.jobs.get((jobs[taken.job] as Job).id) as Job), phone: taken.value })
            if (taken.do === 'sync') {
              use(taken.device)
              server.mishap = MISHAPS[taken.mishap]
              await sync()
              server.mishap = MISHAPS.none
            }
            if (taken.do === 'edit') {
              use(taken.device)
              const before = await cache().job.get((jobs[taken.job] as Job).id)
              if (before === undefined) continue
              const change = { [taken.field]: { from: before[taken.field], to: taken.value } }
              recorded.push(await mutate('job.edit', { job_id: before.id, changes: change }))
            }
          }
          for (let turn = 0; turn < 2; turn += 1) {
            for (const place of users.keys()) {
              use(place)
              expect(await sync()).toBeNull()
            }
          }
          expect([...server.applied].sort()).toEqual([...recorded].sort())
          const digest = await server.digest()
          for (const place of users.keys()) {
            use(place)
            expect((await manifestOf(cache())).digest).toBe(digest)
            expect(await cache().originals.count()).toBe(0)
            expect(await outbox().unsettled()).toEqual([])
          }
        },
      ),
      { numRuns: 15 },
    )
  }, 60_000)
})
