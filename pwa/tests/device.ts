/** A device for tests: real databases with names of their own, enrolled for one person. */

import { sha256 } from '../src/rules/canonical'
import { uuid7 } from '../src/rules/ids'
import type { Id, Job, MutationName, Visit } from '../src/rules/wire'
import type { CapturedPhoto } from '../src/store/chunks'
import { cache, closeStores, openStores, outbox } from '../src/store/db'
import type { Envelope } from '../src/store/frozen'
import { inOneTransaction } from '../src/store/guessing'
import { golden } from './golden'

/** Open the databases of a person nobody has heard of. */
export async function newDevice(epoch = 'e1'): Promise<Id> {
  const user_id = uuid7()
  closeStores()
  openStores(user_id)
  await outbox().enrol(uuid7(), null, epoch)
  return user_id
}

/** Put rows into the cache as the server's. */
export async function seed(rows: Partial<Record<string, object[]>>): Promise<void> {
  await inOneTransaction(cache(), async () => {
    for (const [table, some] of Object.entries(rows))
      await cache()
        .table(table)
        .bulkPut(some ?? [])
  })
}

export const goldenJob = () => golden<{ row: Job }>('rows/job.json').row
export const goldenVisit = () => golden<{ row: Visit }>('rows/visit.json').row

/** An envelope that only its numbering is interesting of. */
export function envelope(name: MutationName = 'visit.end', lane = 'job:j'): Envelope {
  return {
    mutation_id: uuid7(),
    name,
    v: 1,
    lane,
    base: 0,
    body: '{"visit_id":"v"}',
    sha256: '0'.repeat(64),
    device_time: new Date().toISOString(),
    tz_offset_min: 480,
    clock_offset_ms: 0,
  }
}

/** Keep `count` envelopes in the outbox. */
export async function record(count: number, stream: 'main' | 'urgent' = 'main'): Promise<Envelope[]> {
  const envelopes = Array.from({ length: count }, () => envelope())
  for (const one of envelopes) await outbox().save({ stream, envelope: one, subjects: ['v'], photos: [], draft: null })
  return envelopes
}

export async function photo(size: number): Promise<CapturedPhoto> {
  const bytes = Uint8Array.from({ length: size }, (_, place) => place % 251).buffer
  return { photo_id: uuid7(), bytes, sha256: await sha256(bytes), width: 4, height: 3, type: 'image/jpeg' }
}
