/** The outbox: what this person recorded and the server may not have yet. Nothing here is ever lost to an answer. */
import type { Id, Instant, Json, Stream, Verdict } from '../rules/wire'
import { type CapturedPhoto, chunked, fileOf } from './chunks'
import type { DeviceRecord, Envelope, KeptEnvelope, KeptFile, Numbering } from './frozen'
import { OutboxFiles } from './outbox_files'

/** What is to be kept of one tap. */
export interface Saving {
  stream: Stream
  envelope: Envelope
  subjects: readonly string[]
  photos: readonly CapturedPhoto[]
  draft: string | null
}

/** What one tap left in the outbox. */
export interface Saved {
  kept: KeptEnvelope
  files: readonly KeptFile[]
}

/** A verdict as it comes down the feed. */
export interface Settled {
  mutation_id: Id
  verdict: Verdict
  code: string | null
  detail: Json
}

const KEPT_DAYS = 30
const STREAMS: readonly Stream[] = ['main', 'urgent']
/** A transaction names only what it writes: the browser locks each store for it. */
const FILES = ['files', 'chunks'] as const
const DRAFTS = ['drafts'] as const

const now = (): Instant => new Date().toISOString()

const within = (stream: Stream, from = 0, to = Number.MAX_SAFE_INTEGER) =>
  IDBKeyRange.bound([stream, from], [stream, to])

export class Outbox extends OutboxFiles {
  async device(): Promise<DeviceRecord | undefined> {
    return this.using((database) => database.get('device', 'device'))
  }

  /** Change the device's record; `change` gets a copy of the stored one. */
  async changeDevice(change: (device: DeviceRecord) => DeviceRecord): Promise<DeviceRecord> {
    return this.write(['device'], async (writing) => {
      const device = await writing.objectStore('device').get('device')
      if (device === undefined) throw new Error('This device is not enrolled: sign in first.')
      const changed = change(device)
      await writing.objectStore('device').put(changed)
      return changed
    })
  }

  /** Make the device known to its own outbox; a record that is there already stays. */
  async enrol(device_id: Id, keys: CryptoKeyPair | null, epoch: string): Promise<DeviceRecord> {
    return this.write(['device'], async (writing) => {
      const known = await writing.objectStore('device').get('device')
      if (known !== undefined) return known
      const fresh = { next: 1, acked: 0, before: 0 }
      const device: DeviceRecord = {
        name: 'device',
        device_id,
        epoch,
        clock_offset_ms: 0,
        next_order: 1,
        streams: { main: { ...fresh }, urgent: { ...fresh } },
        keys,
      }
      await writing.objectStore('device').put(device)
      return device
    })
  }

  /** Number the envelope and keep it with its photos, all or nothing; resolves when they are on the flash. */
  async save({ stream, envelope, subjects, photos, draft }: Saving): Promise<Saved> {
    return this.write(
      ['device', 'envelopes', ...(photos.length > 0 ? FILES : []), ...(draft === null ? [] : DRAFTS)],
      async (writing) => {
        const device = await writing.objectStore('device').get('device')
        if (device === undefined) throw new Error('This device is not enrolled: sign in first.')
        const numbering = device.streams[stream]
        const kept: KeptEnvelope = {
          stream,
          seq: numbering.next,
          order: device.next_order,
          envelope: { ...envelope, clock_offset_ms: device.clock_offset_ms },
          state: 'waiting',
          saved_at: envelope.device_time,
          acked_at: null,
          verdict: null,
          code: null,
          detail: null,
          subjects: [...subjects],
          photos: photos.map((photo) => photo.photo_id),
          dismissed_at: null,
        }
        device.next_order += 1
        numbering.next += 1
        const files = photos.map((photo) => fileOf(photo, envelope.device_time))
        unawaited(writing.objectStore('device').put(device))
        unawaited(writing.objectStore('envelopes').add(kept))
        for (const file of files) unawaited(writing.objectStore('files').put(file))
        for (const chunk of photos.flatMap(chunked)) unawaited(writing.objectStore('chunks').put(chunk))
        if (draft !== null) unawaited(writing.objectStore('drafts').delete(draft))
        return { kept, files }
      },
      stream === 'urgent' ? 'urgent' : 'recorded',
    )
  }

  /** What the server does not have of a stream, in order, at most `limit`. */
  async unacked(stream: Stream, limit: number): Promise<KeptEnvelope[]> {
    return this.using(async (database) => {
      const reading = database.transaction(['device', 'envelopes'])
      const acked = (await reading.objectStore('device').get('device'))?.streams[stream].acked ?? 0
      return reading.objectStore('envelopes').getAll(within(stream, acked + 1), limit)
    })
  }

  /** Everything whose verdict has not come down the feed, in the order in which it was recorded. */
  async unsettled(): Promise<KeptEnvelope[]> {
    return this.using(async (database) => {
      const [waiting, acked] = await Promise.all([
        database.getAllFromIndex('envelopes', 'state', 'waiting'),
        database.getAllFromIndex('envelopes', 'state', 'acked'),
      ])
      return [...waiting, ...acked].sort((one, other) => one.order - other.order)
    })
  }

  async kept(mutation_id: Id): Promise<KeptEnvelope | undefined> {
    return this.using((database) => database.getFromIndex('envelopes', 'mutation_id', mutation_id))
  }

  /** What is unsettled or was taken since `since`, in the order in which it was recorded, and all files. */
  async recent(since: Instant): Promise<{ envelopes: KeptEnvelope[]; files: KeptFile[] }> {
    return this.using(async (database) => {
      const reading = database.transaction(['envelopes', 'files'])
      const store = reading.objectStore('envelopes')
      const [files, ...some] = await Promise.all([
        reading.objectStore('files').getAll(),
        store.index('state').getAll('waiting'),
        store.index('state').getAll('acked'),
        store.index('acked_at').getAll(IDBKeyRange.lowerBound(since)),
      ])
      const envelopes = new Map(some.flat().map((kept) => [kept.envelope.mutation_id, kept]))
      return { envelopes: [...envelopes.values()].sort((one, other) => one.order - other.order), files }
    })
  }

  async all(): Promise<KeptEnvelope[]> {
    return this.using((database) => database.getAll('envelopes'))
  }

  /**
   * Believe the server about how far it has the stream (in its numbers): up to there it has everything, beyond it
   * nothing. A restored server may have less than before (law 9). Returns whether it has less.
   */
  async believeAcked(stream: Stream, acked: number): Promise<boolean> {
    return this.write(['device', 'envelopes'], async (writing) => {
      const device = await writing.objectStore('device').get('device')
      if (device === undefined) return false
      const numbering = device.streams[stream]
      const line = acked + numbering.before
      const known = numbering.acked
      if (line === known) return false
      const at = now()
      const range = within(stream, Math.min(line, known) + 1, Math.max(line, known))
      let cursor = await writing.objectStore('envelopes').openCursor(range)
      while (cursor !== null) {
        await cursor.update(line > known ? taken(cursor.value, at) : lost(cursor.value))
        cursor = await cursor.continue()
      }
      numbering.acked = line
      await writing.objectStore('device').put(device)
      return line < known
    })
  }

  /** The newest envelope of the stream that the server has acknowledged, if it is still kept. */
  async lastAcked(stream: Stream): Promise<KeptEnvelope | undefined> {
    return this.using(async (database) => {
      const reading = database.transaction(['device', 'envelopes'])
      const numbering = (await reading.objectStore('device').get('device'))?.streams[stream]
      if (numbering === undefined || numbering.acked <= numbering.before) return undefined
      return reading.objectStore('envelopes').get([stream, numbering.acked])
    })
  }

  /**
   * Take a new device id: all that is kept is numbered from 1 again, for a restored server may have lost even what it
   * had judged (law 9). It knows a mutation again by its id, so nothing is made twice (law 2), and the verdicts come to
   * the new id.
   */
  async renumber(device_id: Id): Promise<void> {
    await this.write(['device', 'envelopes'], async (writing) => {
      const device = await writing.objectStore('device').get('device')
      if (device === undefined) return
      for (const [stream, numbering] of Object.entries(device.streams) as [Stream, Numbering][]) {
        const cursor = await writing.objectStore('envelopes').openCursor(within(stream))
        numbering.acked = (cursor?.value.seq ?? numbering.next) - 1
        numbering.before = numbering.acked
      }
      await writing.objectStore('device').put({ ...device, device_id })
    })
  }

  /** Keep the verdicts that came down the feed. */
  async settle(verdicts: readonly Settled[]): Promise<void> {
    if (verdicts.length === 0) return
    await this.write(['envelopes'], async (writing) => {
      const store = writing.objectStore('envelopes')
      for (const { mutation_id, verdict, code, detail } of verdicts) {
        const kept = await store.index('mutation_id').get(mutation_id)
        if (kept === undefined) continue
        const acked_at = kept.acked_at ?? now()
        await store.put({ ...kept, state: verdict === 'held' ? 'acked' : 'settled', acked_at, verdict, code, detail })
      }
    })
  }

  /** Put aside what the person has seen. */
  async dismiss(mutation_id: Id): Promise<void> {
    await this.write(['envelopes'], async (writing) => {
      const store = writing.objectStore('envelopes')
      const kept = await store.index('mutation_id').get(mutation_id)
      if (kept !== undefined) await store.put({ ...kept, dismissed_at: now() })
    })
  }

  /** Forget what the server has had for 30 days (law 9): the oldest only, so that what is kept has no gap in its numbers. */
  async forgetOld(): Promise<void> {
    const line = new Date(Date.now() - KEPT_DAYS * 86_400_000).toISOString()
    const old = await this.using((database) =>
      database.countFromIndex('envelopes', 'acked_at', IDBKeyRange.upperBound(line)),
    )
    if (old === 0) return
    await this.write(['envelopes'], async (writing) => {
      for (const stream of STREAMS) {
        let cursor = await writing.objectStore('envelopes').openCursor(within(stream))
        while (cursor !== null && isOld(cursor.value, line)) {
          await cursor.delete()
          cursor = await cursor.continue()
        }
      }
    })
  }
}

/** Nobody waits for this answer: if it fails, it takes back the transaction, and the transaction's end says why. */
const unawaited = (request: Promise<unknown>): void => void request.catch(() => undefined)

const isOld = ({ state, acked_at }: KeptEnvelope, line: Instant): boolean =>
  state === 'settled' && acked_at !== null && acked_at <= line

const taken = (kept: KeptEnvelope, at: Instant): KeptEnvelope => ({
  ...kept,
  state: kept.state === 'waiting' ? 'acked' : kept.state,
  acked_at: kept.acked_at ?? at,
})

const lost = (kept: KeptEnvelope): KeptEnvelope => ({
  ...kept,
  state: 'waiting',
  acked_at: null,
  verdict: null,
  code: null,
  detail: null,
})
