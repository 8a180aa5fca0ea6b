/** A small server in memory that keeps the protocol, and a line to it that can be made to fail. */
import { gunzipSync } from 'node:zlib'
import { canonical, sha256 } from '../../src/rules/canonical'
import { merge } from '../../src/rules/merge'
import type { Bodies, Id, Job, Json } from '../../src/rules/wire'
import type { Change, Page } from '../../src/sync/receive'

interface Sent {
  seq: number
  mutation_id: Id
  name: string
  body: string
  sha256: string
}

interface Inbox {
  device_id: Id
  stream: string
  envelopes: Sent[]
}

/** What becomes of one request; `undefined` lets it through. */
export type Mishap = (path: string, answer: () => Promise<Response>) => Promise<Response> | undefined

export class Server {
  epoch = 'e1'
  jobs = new Map<Id, Job>()
  inboxes: Inbox[] = []
  /** What changed, in order; every device sees all of it but other devices' verdicts. */
  feed: { device_id: Id | null; change: Change }[] = []
  applied: Id[] = []
  requests: { path: string; body: unknown }[] = []
  pageSize = 1000
  renews = true
  device_id: Id = ''
  refuse: (sent: Sent) => boolean = () => false
  mishap: Mishap = () => undefined

  /** Answer the page's requests from now on. */
  listen(): void {
    globalThis.fetch = (async (path: string, init: RequestInit) => {
      const answer = async () => this.#answer(new URL(path, 'http://server'), await read(init))
      return (await this.mishap(path, answer)) ?? answer()
    }) as typeof fetch
  }

  put(job: Job): void {
    this.jobs.set(job.id, job)
    this.feed.push({ device_id: null, change: { op: 'put', table: 'job', id: job.id, row: job } })
  }

  /** Lose everything after this position, as a backup does, and begin a new life. */
  restore(position: number, jobs: ReadonlyMap<Id, Job>, keep: number): void {
    this.epoch = `${this.epoch}'`
    this.feed.length = position
    this.jobs = new Map(jobs)
    this.applied.length = 0
    for (const inbox of this.inboxes) inbox.envelopes.length = Math.min(inbox.envelopes.length, keep)
  }

  async digest(): Promise<string> {
    const rows = [...this.jobs.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
    return sha256(rows.map((row) => `job\t${row.id}\t${canonical(row as unknown as Json)}\n`).join(''))
  }

  #answer(url: URL, body: unknown): Response {
    this.requests.push({ path: url.pathname, body })
    if (url.pathname === '/api/sync/v1/push') return this.#push(body as never)
    if (url.pathname === '/api/sync/v1/pull') return this.#pull(url.searchParams.get('cursor'))
    if (url.pathname === '/api/devices/self/renew' && this.renews) {
      this.device_id = (body as { device_id: Id }).device_id
      return json(200, {})
    }
    if (url.pathname === '/api/auth/me') return json(200, { device_id: this.device_id })
    return json(404, { code: 'missing', message: 'There is nothing at this address.' })
  }

  #push({ device_id, stream, mutations }: { device_id: Id; stream: string; mutations: Sent[] }): Response {
    let inbox = this.inboxes.find((one) => one.device_id === device_id && one.stream === stream)
    if (inbox === undefined) {
      inbox = { device_id, stream, envelopes: [] }
      this.inboxes.push(inbox)
    }
    const { envelopes } = inbox
    for (const sent of mutations) {
      const before = envelopes[sent.seq - 1]
      if (before !== undefined && before.sha256 !== sent.sha256)
        return json(409, { code: 'seq_conflict', message: '', seq: sent.seq })
    }
    const fresh = mutations.filter((sent) => sent.seq > envelopes.length)
    if (fresh.length > 0 && fresh[0]?.seq !== envelopes.length + 1) {
      return json(409, { code: 'gap', message: '', expected: envelopes.length + 1 })
    }
    for (const sent of fresh) {
      envelopes.push(sent)
      this.#apply(device_id, stream, sent)
    }
    const server_time = new Date().toISOString()
    return json(200, { epoch: this.epoch, acked_seq: envelopes.length, server_time, results: [] })
  }

  #apply(device_id: Id, stream: string, { seq, mutation_id, name, body, ...sent }: Sent): void {
    const refused = this.refuse({ seq, mutation_id, name, body, ...sent })
    if (!refused && !this.applied.includes(mutation_id)) {
      this.applied.push(mutation_id)
      if (name === 'job.edit') {
        const { job_id, changes } = JSON.parse(body) as Bodies['job.edit']
        const job = this.jobs.get(job_id)
        if (job !== undefined) this.put(merge<Job>(job, changes).row)
      }
    }
    const verdict = refused ? 'refused' : 'applied'
    const told = { verdict, code: refused ? 'job_closed' : null, detail: null } as const
    this.feed.push({ device_id, change: { op: 'verdict', stream: stream as 'main', seq, mutation_id, ...told } })
  }

  #pull(cursor: string | null): Response {
    const [epoch, place] = cursor === null ? [this.epoch, '0'] : cursor.split('/')
    if (epoch !== this.epoch) return json(409, { code: 'reset', message: 'Load the data again.', reason: 'epoch' })
    const from = Number(place)
    const until = Math.min(this.feed.length, from + this.pageSize)
    const page: Page = {
      epoch: this.epoch,
      cursor: `${this.epoch}/${until}`,
      position: until,
      more: until < this.feed.length,
      server_time: new Date().toISOString(),
      changes: this.feed.slice(from, until).map(({ change }) => change),
    }
    return json(200, page)
  }
}

export const json = (status: number, body: object): Response => new Response(JSON.stringify(body), { status })

async function read({ body, headers }: RequestInit): Promise<unknown> {
  if (body === undefined || body === null) return null
  const packed = (headers as Record<string, string>)['Content-Encoding'] === 'gzip'
  return JSON.parse(packed ? gunzipSync(new Uint8Array(body as ArrayBuffer)).toString() : (body as string))
}
