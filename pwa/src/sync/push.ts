/** Sending: the outbox's envelopes in order, again and again until the server says that it has them (laws 1 to 5). */
import { uuid7 } from '../rules/ids'
import type { Json, Stream, Verdict } from '../rules/wire'
import { inFlight } from '../store/card'
import type { DeviceRecord, Envelope, KeptEnvelope } from '../store/frozen'
import { mustSignIn } from '../store/holder'
import type { Outbox } from '../store/outbox'
import { type Answer, ask, type Problem, type Stop, stopAfter } from './transport'

export interface PushAnswer {
  epoch: string
  acked_seq: number
  server_time: string
  results: { seq: number; mutation_id: string; verdict: Verdict; code: string | null; detail: Json }[]
}

const MOST_ITEMS = 200
const MOST_BYTES = 480 * 1024
/** A server that keeps asking for other numbers is broken; trying again later is better than for ever. */
const MOST_TURNS = 8
const CLOCK_SLACK_MS = 1000
/** How many mutations each outbox's line has carried at a time: half as many after each push that was lost. */
const widths = new WeakMap<Outbox, number>()

/**
 * Send all that waits in the stream. Returns why it stopped early, or null when the server has everything. What is
 * urgent goes before each push of `main` (VIS-9). A line that drops many at a time is tried with fewer.
 */
export async function pushStream(outbox: Outbox, stream: Stream): Promise<Stop | null> {
  let most = widths.get(outbox) ?? MOST_ITEMS
  let turns = 0
  for (;;) {
    const ahead = stream === 'main' ? await pushStream(outbox, 'urgent') : null
    if (ahead !== null) return ahead
    const device = await outbox.device()
    const waiting = await outbox.unacked(stream, most)
    if (device === undefined || waiting.length === 0) return null
    const batch = fitting(waiting)
    const answer = await flying(batch, () => send(device, stream, batch))
    if (answer.kind === 'ok') {
      const before = device.streams[stream].acked
      const stop = await believe(outbox, stream, answer.body, batch.at(-1)?.seq)
      if (stop !== null) return stop
      const after = (await outbox.device())?.streams[stream].acked ?? before
      if (after <= before && ++turns > MOST_TURNS) return { why: 'lost' }
      most = widened(outbox, most)
      continue
    }
    if (answer.kind === 'lost') widths.set(outbox, Math.max(1, Math.floor(batch.length / 2)))
    if (answer.kind === 'problem' && answer.status === 413 && batch.length > 1) {
      most = Math.max(1, Math.floor(batch.length / 2))
      continue
    }
    if (answer.kind === 'problem' && answer.status === 400) return askWhoWeAre(device)
    if (answer.kind !== 'problem' || answer.status !== 409 || ++turns > MOST_TURNS) return stopAfter(answer)
    const stop = await renumbered(outbox, stream, answer.problem)
    if (stop !== null) return stop
  }
}

function widened(outbox: Outbox, most: number): number {
  const wider = Math.min(MOST_ITEMS, most * 2)
  widths.set(outbox, wider)
  return wider
}

/**
 * Send the last acknowledged envelope again after a new epoch: in the time that the restore took back a clone may have
 * sent another under its number, and only the comparison shows it (law 9).
 */
export async function proveLast(outbox: Outbox, stream: Stream): Promise<Stop | null> {
  const [device, last] = await Promise.all([outbox.device(), outbox.lastAcked(stream)])
  if (device === undefined || last === undefined) return null
  const answer = await send(device, stream, [last])
  if (answer.kind === 'ok') return believe(outbox, stream, answer.body, last.seq)
  if (answer.kind !== 'problem' || answer.status !== 409) return stopAfter(answer)
  return renumbered(outbox, stream, answer.problem)
}

/** Ask how far the server has the stream, by sending nothing. */
export async function askAcked(outbox: Outbox, stream: Stream): Promise<Stop | null> {
  const device = await outbox.device()
  if (device === undefined) return null
  const answer = await send(device, stream, [])
  return answer.kind === 'ok' ? believe(outbox, stream, answer.body) : stopAfter(answer)
}

function send(device: DeviceRecord, stream: Stream, batch: readonly KeptEnvelope[]): Promise<Answer<PushAnswer>> {
  const { device_id, epoch } = device
  const { before } = device.streams[stream]
  const mutations = batch.map(({ seq, envelope }) => numbered(seq - before, envelope))
  const sent = { device_id, stream, epoch, mutations }
  return ask<PushAnswer>('POST', '/api/sync/v1/push', sent, { givesWay: stream === 'main' })
}

/** The envelope with its number in front, exactly the fields that travel. */
export const numbered = (seq: number, envelope: Envelope) => ({ seq, ...envelope })

/** As many of these, from the first on, as one request may carry. */
function fitting(waiting: readonly KeptEnvelope[]): KeptEnvelope[] {
  let bytes = 0
  const over = waiting.findIndex(({ envelope }, place) => {
    bytes += 400 + 2 * new TextEncoder().encode(JSON.stringify(envelope.body)).length
    return place > 0 && bytes > 2 * MOST_BYTES
  })
  return waiting.slice(0, over === -1 ? waiting.length : over)
}

async function flying<T>(batch: readonly KeptEnvelope[], work: () => Promise<T>): Promise<T> {
  inFlight.value = new Set(batch.map(({ envelope }) => envelope.mutation_id))
  try {
    return await work()
  } finally {
    inFlight.value = new Set()
  }
}

/**
 * Take over what the server says it has of what was sent up to `sent`: under a number beyond that it may have what a
 * clone of this outbox sent (law 2). An answer without sense changes nothing.
 */
async function believe(outbox: Outbox, stream: Stream, answer: PushAnswer, sent = 0): Promise<Stop | null> {
  const { epoch, acked_seq, server_time } = answer
  if (typeof epoch !== 'string' || !Number.isSafeInteger(acked_seq) || acked_seq < 0) return { why: 'lost' }
  const device = await outbox.device()
  if (device === undefined) return null
  const numbering = device.streams[stream]
  if (acked_seq + numbering.before >= numbering.next) return takeNewDeviceId(outbox)
  const clock_offset_ms = Math.round(Date.parse(server_time) - Date.now()) || 0
  if (Math.abs(device.clock_offset_ms - clock_offset_ms) > CLOCK_SLACK_MS) {
    await outbox.changeDevice((one) => ({ ...one, clock_offset_ms }))
  }
  const proven = Math.max(sent, numbering.acked) - numbering.before
  await outbox.believeAcked(stream, Math.min(acked_seq, proven))
  return null
}

async function renumbered(outbox: Outbox, stream: Stream, problem: Problem): Promise<Stop | null> {
  const device = await outbox.device()
  if (device === undefined) return null
  if (problem.code === 'gap' && problem.expected !== undefined) {
    await outbox.believeAcked(stream, problem.expected - 1)
    const [first] = await outbox.unacked(stream, 1)
    const expected = problem.expected + device.streams[stream].before
    return first?.seq === expected ? null : takeNewDeviceId(outbox)
  }
  return problem.code === 'seq_conflict' ? takeNewDeviceId(outbox) : { why: 'lost' }
}

/**
 * This outbox was cloned or restored: another device has sent under its numbers (law 2). Take a new id, and send what
 * the server does not have under it. The server knows a mutation again by its id, so nothing is made twice.
 */
async function takeNewDeviceId(outbox: Outbox): Promise<Stop | null> {
  const device_id = uuid7()
  const answer = await ask<object>('POST', '/api/devices/self/renew', { device_id })
  if (answer.kind === 'lost') return { why: 'lost' }
  if (answer.kind === 'problem' && answer.status !== 404 && answer.status !== 405) return stopAfter(answer)
  await outbox.renumber(device_id)
  if (answer.kind === 'ok') return null
  // A server that cannot rename a signed-in device learns the new id when the person signs in again.
  mustSignIn.value = true
  return { why: 'sign_in' }
}

/** The server did not understand the request: perhaps it knows this browser under another device id. */
async function askWhoWeAre({ device_id }: DeviceRecord): Promise<Stop> {
  const answer = await ask<{ device_id: string }>('GET', '/api/auth/me')
  if (answer.kind !== 'ok') return stopAfter(answer)
  if (answer.body.device_id === device_id) return { why: 'lost' }
  mustSignIn.value = true
  return { why: 'sign_in' }
}
