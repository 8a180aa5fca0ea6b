/** One tap: the mutation and its photos on the flash, then its guess on the screen. */
import { envelopeSha256 } from '../rules/envelope'
import { uuid7 } from '../rules/ids'
import type { Bodies, Id, MutationName } from '../rules/wire'
import type { Cache } from '../store/cache'
import { showSaved } from '../store/card'
import type { CapturedPhoto } from '../store/chunks'
import { cache, holderId, isHeldBy, outbox, positionShown } from '../store/db'
import { forgetDraft } from '../store/drafts'
import type { KeptEnvelope } from '../store/frozen'
import { guessNewest } from '../store/guessing'
import { guessed, guessOne } from './guesses'
import { MUTATIONS } from './names'

export interface HowToSave {
  /** Only where the rows on this device do not tell it. */
  lane?: string
  /** Kept in the same transaction as the mutation that names them. */
  photos?: readonly CapturedPhoto[]
  /** The key of the draft that this mutation was typed in; it goes in the same transaction. */
  draft?: string
}

/**
 * Record a mutation and return its id. It resolves when the mutation is on the flash and its guess in the cache:
 * "saved" then means saved. Throws `DiskFull`; nothing typed is lost then, the draft is still there.
 */
export async function mutate<N extends MutationName>(name: N, body: Bodies[N], how: HowToSave = {}): Promise<Id> {
  const described = MUTATIONS[name]
  const mutation_id = uuid7()
  // Whoever holds the device while it saves, this belongs to the person who tapped.
  const [rows, unsent, by] = [cache(), outbox(), holderId()]
  const [base, found] = await Promise.all([positionShown(), how.lane ?? described.lane(body, rows)])
  const lane = found ?? `own:${mutation_id}`
  const at = new Date()
  const unhashed = {
    mutation_id,
    name,
    v: described.v,
    lane,
    base,
    body: JSON.stringify(body),
    device_time: at.toISOString(),
    tz_offset_min: -at.getTimezoneOffset(),
  }
  const saved = await unsent.save({
    stream: described.stream ?? 'main',
    envelope: { ...unhashed, clock_offset_ms: 0, sha256: await envelopeSha256(unhashed) },
    subjects: subjectsOf(lane, described.subjects(body)),
    photos: how.photos ?? [],
    draft: how.draft ?? null,
  })
  if (isHeldBy(by)) {
    if (how.draft !== undefined) forgetDraft(how.draft)
    showSaved(saved)
  }
  await guess(rows, by, saved.kept)
  return mutation_id
}

/** The work is safe in the outbox: a guess that fails only leaves the screen behind until the next answer. */
async function guess(rows: Cache, by: Id, kept: KeptEnvelope): Promise<void> {
  try {
    await guessNewest(rows, guessed(kept), guessOne(by))
  } catch (problem) {
    console.warn('guess', kept.envelope.name, problem)
  }
}

function subjectsOf(lane: string, ids: readonly (Id | null | undefined)[]): Id[] {
  const ofLane = lane.startsWith('own:') ? null : lane.slice(lane.indexOf(':') + 1)
  return [...new Set([ofLane, ...ids])].filter((id): id is Id => id != null)
}
