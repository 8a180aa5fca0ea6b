// @vitest-environment node
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { outbox } from '../../src/store/db'
import { mustSignIn } from '../../src/store/holder'
import { askAcked, pushStream } from '../../src/sync/push'
import { newDevice, record } from '../device'
import { json, Server } from './server'

let server: Server

beforeEach(async () => {
  await newDevice()
  mustSignIn.value = false
  server = new Server()
  server.device_id = (await outbox().device())?.device_id ?? ''
  server.listen()
})

const sent = () => server.inboxes.flatMap(({ envelopes }) => envelopes.map((one) => one.mutation_id))
const ids = (envelopes: { mutation_id: string }[]) => envelopes.map((one) => one.mutation_id)
const pushes = () => server.requests.filter(({ path }) => path.endsWith('/push'))

describe('pushing', () => {
  it('sends everything in order, and sends nothing again', async () => {
    const recorded = ids(await record(450))
    expect(await pushStream(outbox(), 'main')).toBeNull()
    expect(sent()).toEqual(recorded)
    const before = pushes().length
    expect(await pushStream(outbox(), 'main')).toBeNull()
    expect(pushes()).toHaveLength(before)
  })

  it('law 2: an answer that was lost makes nothing twice', async () => {
    const recorded = ids(await record(3))
    server.mishap = async (_path, answer) => {
      await answer()
      throw new TypeError('network')
    }
    expect(await pushStream(outbox(), 'main')).toEqual({ why: 'lost' })
    server.mishap = () => undefined
    expect(await pushStream(outbox(), 'main')).toBeNull()
    expect(server.applied).toEqual(recorded)
  })

  it('goes back to what the server expects after a gap', async () => {
    const recorded = ids(await record(5))
    await outbox().believeAcked('main', 3)
    expect(await pushStream(outbox(), 'main')).toBeNull()
    expect(sent()).toEqual(recorded)
    expect(server.inboxes.map((inbox) => inbox.device_id)).toEqual([server.device_id])
  })

  it('law 9: takes a new device id where the server lost more than is kept', async () => {
    const recorded = ids(await record(4))
    await pushStream(outbox(), 'main')
    const verdict = { verdict: 'applied', code: null, detail: null } as const
    await outbox().settle(recorded.slice(0, 2).map((mutation_id) => ({ mutation_id, ...verdict })))
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31 * 86_400_000 })
    await outbox().forgetOld()
    vi.useRealTimers()
    server.restore(0, new Map(), 0)
    await askAcked(outbox(), 'main')
    expect(await pushStream(outbox(), 'main')).toBeNull()
    expect(server.applied).toEqual(recorded.slice(2))
  })

  it('law 2: a cloned phone takes a new device id and sends again', async () => {
    const [first] = await record(1)
    await pushStream(outbox(), 'main')
    server.inboxes[0]?.envelopes.push({ seq: 2, mutation_id: 'of-the-clone', name: '', body: '', sha256: 'other' })
    const own = ids(await record(2))
    expect(await pushStream(outbox(), 'main')).toBeNull()
    expect(server.inboxes).toHaveLength(2)
    expect((await outbox().device())?.device_id).toBe(server.inboxes[1]?.device_id)
    expect(ids(server.inboxes[1]?.envelopes ?? [])).toEqual([first?.mutation_id, ...own])
    expect(server.applied).toEqual([first?.mutation_id, ...own])
  })

  it('law 2: asks the person to sign in where the server cannot rename a device', async () => {
    server.renews = false
    server.inboxes.push({
      device_id: server.device_id,
      stream: 'main',
      envelopes: [{ seq: 1, mutation_id: 'x', name: '', body: '', sha256: 'x' }],
    })
    await record(1)
    expect(await pushStream(outbox(), 'main')).toEqual({ why: 'sign_in' })
    expect(mustSignIn.value).toBe(true)
    expect(await outbox().unacked('main', 9)).toHaveLength(1)
  })

  it('halves what is too large until it fits', async () => {
    const recorded = ids(await record(40))
    let refusals = 0
    server.mishap = () => {
      if (refusals >= 3) return undefined
      refusals += 1
      return Promise.resolve(json(413, { code: 'too_large', message: 'Send fewer at a time.' }))
    }
    expect(await pushStream(outbox(), 'main')).toBeNull()
    expect(pushes()[0]?.body).toMatchObject({ mutations: { length: 5 } })
    expect(sent()).toEqual(recorded)
  })

  it('waits as long as a busy server asks', async () => {
    await record(1)
    server.mishap = async () =>
      new Response('{"code":"slow_down","message":""}', { status: 429, headers: { 'Retry-After': '7' } })
    expect(await pushStream(outbox(), 'main')).toEqual({ why: 'wait', seconds: 7 })
  })

  it('pauses and keeps everything when the person must sign in again', async () => {
    await record(2)
    server.mishap = async () => json(401, { code: 'sign_in', message: '' })
    expect(await pushStream(outbox(), 'main')).toEqual({ why: 'sign_in' })
    expect(mustSignIn.value).toBe(true)
    expect(await outbox().unacked('main', 9)).toHaveLength(2)
  })

  it('takes a login page of a hotel for no answer at all', async () => {
    await record(1)
    server.mishap = async () => new Response('<html>Welcome</html>', { status: 200 })
    expect(await pushStream(outbox(), 'main')).toEqual({ why: 'lost' })
    server.mishap = async () => new Response('<html>Forbidden</html>', { status: 403 })
    expect(await pushStream(outbox(), 'main')).toEqual({ why: 'lost' })
  })

  it('law 9: sends the lost envelopes again to a server restored from a backup', async () => {
    const recorded = ids(await record(6))
    await pushStream(outbox(), 'main')
    server.restore(0, new Map(), 2)
    expect(await askAcked(outbox(), 'main')).toBeNull()
    expect(await pushStream(outbox(), 'main')).toBeNull()
    expect(sent()).toEqual(recorded)
  })

  it('law 2: believes the server about what was sent and not about a number beyond it', async () => {
    const recorded = ids(await record(4))
    // A clone of this outbox has sent two of its own under the numbers that follow ours.
    const ahead = { epoch: server.epoch, acked_seq: 4, server_time: new Date().toISOString(), results: [] }
    let pushed = 0
    server.mishap = () => {
      pushed += 1
      if (pushed === 1) return Promise.resolve(json(413, { code: 'too_large', message: '' }))
      return pushed === 2 ? Promise.resolve(json(200, ahead)) : Promise.reject(new TypeError('network'))
    }
    expect(await pushStream(outbox(), 'main')).toEqual({ why: 'lost' })
    expect((await outbox().device())?.streams.main.acked).toBe(2)
    expect(ids((await outbox().unacked('main', 9)).map(({ envelope }) => envelope))).toEqual(recorded.slice(2))
  })

  it('law 2: an empty push raises nothing', async () => {
    await record(2)
    server.inboxes.push({
      device_id: server.device_id,
      stream: 'main',
      envelopes: [{ seq: 1, mutation_id: 'of-the-clone', name: '', body: '', sha256: 'other' }],
    })
    expect(await askAcked(outbox(), 'main')).toBeNull()
    expect((await outbox().device())?.streams.main.acked).toBe(0)
  })

  it.each([
    [401, 'sign_in', { why: 'sign_in' }],
    [401, 'of_a_proxy', { why: 'lost' }],
    [403, 'revoked', { why: 'revoked', mode: 'drain' }],
    [403, 'cross_site', { why: 'lost' }],
    [404, 'missing', { why: 'lost' }],
    [407, 'proxy', { why: 'lost' }],
    [409, 'of_a_proxy', { why: 'lost' }],
    [413, 'too_large', { why: 'lost' }],
    [422, 'malformed', { why: 'lost' }],
    [426, 'upgrade', { why: 'lost' }],
    [429, 'slow_down', { why: 'wait', seconds: 30 }],
    [451, 'of_a_firewall', { why: 'lost' }],
    [460, 'of_a_balancer', { why: 'lost' }],
    [499, 'of_a_proxy', { why: 'lost' }],
    [500, 'fault', { why: 'lost' }],
    [503, 'slow_down', { why: 'wait', seconds: 30 }],
    [599, 'of_a_proxy', { why: 'lost' }],
  ])('law 5: %i %s ends the round, keeps everything, and the next round sends it', async (status, code, stop) => {
    const recorded = ids(await record(1))
    mustSignIn.value = false
    server.mishap = async () => json(status, { code, message: '' })
    expect(await pushStream(outbox(), 'main')).toEqual(stop)
    expect(mustSignIn.value).toBe(stop.why === 'sign_in')
    server.mishap = () => undefined
    mustSignIn.value = false
    expect(await pushStream(outbox(), 'main')).toBeNull()
    expect(server.applied).toEqual(recorded)
  })

  it('law 5: no answer, however odd, takes unsent work away', async () => {
    const problem = fc.record({
      status: fc.constantFrom(400, 401, 403, 404, 409, 410, 413, 415, 422, 426, 429, 500, 502, 503),
      body: fc.oneof(
        fc
          .record({
            code: fc.constantFrom('gap', 'seq_conflict', 'revoked', 'reset', 'too_large', 'x'),
            message: fc.string(),
            expected: fc.integer({ min: -3, max: 9 }),
            seq: fc.integer({ min: -3, max: 9 }),
            mode: fc.constantFrom('wipe', 'drain'),
          })
          .map((told) => JSON.stringify(told)),
        fc.string(),
      ),
    })
    const success = fc.record({
      status: fc.constant(200),
      body: fc.oneof(
        fc
          .record({
            epoch: fc.oneof(fc.string(), fc.integer()),
            acked_seq: fc.oneof(fc.integer({ min: -5, max: 20 }), fc.string()),
            server_time: fc.string(),
          })
          .map((told) => JSON.stringify(told)),
        fc.string(),
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(problem, success), { minLength: 1, maxLength: 6 }), async (answers) => {
        await newDevice()
        mustSignIn.value = false
        const recorded = ids(await record(3))
        server = new Server()
        const left = [...answers]
        server.mishap = (path) => {
          if (!path.endsWith('/push')) return undefined
          const next = left.shift()
          return next === undefined
            ? Promise.reject(new TypeError('network'))
            : Promise.resolve(new Response(next.body, { status: next.status }))
        }
        server.listen()
        await pushStream(outbox(), 'main')
        expect((await outbox().all()).map((kept) => kept.envelope.mutation_id).sort()).toEqual([...recorded].sort())
        // An honest server gets all of it in the end, whatever the liar said.
        server.mishap = () => undefined
        mustSignIn.value = false
        for (let turn = 0; turn < 3; turn += 1) {
          await askAcked(outbox(), 'main')
          await pushStream(outbox(), 'main')
        }
        expect([...new Set(server.applied)].sort()).toEqual([...recorded].sort())
        expect(server.applied).toHaveLength(recorded.length)
      }),
      { numRuns: 60 },
    )
  })
})
