// @vitest-environment node
/** What is urgent goes ahead of everything, over whatever line there is (VIS-9). */
import { beforeEach, expect, it } from 'vitest'
import { mutate } from '../../src/mutations/mutate'
import { uuid7 } from '../../src/rules/ids'
import type { Bodies, Id } from '../../src/rules/wire'
import { cache, outbox } from '../../src/store/db'
import { mustSignIn } from '../../src/store/holder'
import { round } from '../../src/sync/round'
import { goldenJob, newDevice, photo, record, seed } from '../device'
import { golden } from '../golden'
import { Server } from './server'

const THIN = 2048
/** What the lines before the body weigh: method, path, cookies, the usual headers. */
const HEADERS = 600

let server: Server

beforeEach(async () => {
  mustSignIn.value = false
  await newDevice()
  server = new Server()
  server.listen()
  await seed({ job: [goldenJob()] })
})
const escalate = async (): Promise<Id> => {
  const { body } = golden<{ body: Bodies['job.escalate'] }>('mutations/job.escalate.json')
  return mutate('job.escalate', { ...body, escalation_id: uuid7(), job_id: goldenJob().id })
}

/** The line dies once so many bytes have gone over it, in one direction or the other. */
function cutAfter(bytes: number): void {
  const through = globalThis.fetch
  globalThis.fetch = (async (path: string, init: RequestInit) => {
    const body = init.body as ArrayBuffer | string | undefined
    const size = typeof body === 'string' ? new TextEncoder().encode(body).length : (body?.byteLength ?? 0)
    if (HEADERS + size > bytes) throw new TypeError('cut')
    const answer = await through(path, init)
    if (HEADERS + (await answer.clone().text()).length > bytes) throw new TypeError('cut')
    return answer
  }) as typeof fetch
}

async function backlog(count: number): Promise<Id[]> {
  const waiting = (await record(count)).map(({ mutation_id }) => mutation_id)
  for (let n = 0; n < 3; n += 1) {
    const taken = await photo(50_000)
    const { photo_id, sha256, type, width, height } = taken
    const about = { job_id: goldenJob().id, visit_id: null, subject: 'other', of_id: null } as const
    const body = { photo_id, ...about, sha256, size: taken.bytes.byteLength, type, width, height }
    waiting.push(await mutate('photo.attach', body, { photos: [taken] }))
  }
  return waiting
}

it('VIS-9: it arrives first over a line that cuts after 2 kB, behind 200 mutations and photos', async () => {
  const waiting = await backlog(200)
  const first = await escalate()
  cutAfter(THIN)
  await round(() => false)
  expect(server.applied).toEqual([first])
  for (let turns = 0; turns < 12; turns += 1) await round(() => false)
  expect(server.applied).toEqual([first, ...waiting])
})

it('VIS-9: recorded while the backlog is being sent, it goes before the next push', async () => {
  await record(450)
  let raised: Promise<Id> | null = null
  server.mishap = async (path, answer) => {
    if (path.endsWith('/push') && raised === null) {
      raised = escalate()
      await raised
    }
    return answer()
  }
  await round(() => false)
  expect(server.applied.indexOf((await raised) ?? '')).toBe(200)
})

it('VIS-9: it needs nothing of the other stream: its lane is its own, and it names the visit only', async () => {
  await escalate()
  const [kept] = (await outbox().all()).filter(({ stream }) => stream === 'urgent')
  expect(kept).toMatchObject({ seq: 1, stream: 'urgent', envelope: { name: 'job.escalate' } })
  const { escalation_id } = JSON.parse(kept?.envelope.body ?? '{}')
  expect(kept?.envelope.lane).toBe(`escalation:${escalation_id}`)
  expect((await cache().escalation.get(escalation_id))?.state).toBe('open')
})
