/** The truth about one card: saved here, sending, the server has it, or it needs you. */
import { computed, effect, signal } from '@preact/signals'
import type { Id, Instant, Json, MutationName, Verdict } from '../rules/wire'
import { outboxChanges } from './changes'
import { outbox } from './db'
import type { KeptEnvelope, KeptFile } from './frozen'
import type { Saved } from './outbox'

export type CardStateName = 'here' | 'sending' | 'has' | 'you'

/** `at`: since when; for `has` the moment the server took it, null when this device never wrote it. */
export interface CardState {
  state: CardStateName
  at: Instant | null
}

/** One thing that is still on this device, or that the server has and could not simply take. */
export interface UnsentItem {
  mutation_id: Id
  name: MutationName
  lane: string
  subjects: string[]
  state: CardStateName | 'held'
  verdict: Verdict | null
  code: string | null
  detail: Json
  since: Instant
  /** The photos that belong to it and are not verified yet. */
  photos: Id[]
  bytes: number
  sent_bytes: number
  /** The server has all bytes of these photos and has not said here that it verified them. */
  all_sent: boolean
}

interface Book {
  envelopes: KeptEnvelope[]
  files: Map<Id, KeptFile>
}

const RECENT_HOURS = 48
/** The tap goes first: its guess and its drawing are not kept waiting by a reading of the whole outbox. */
const READ_AFTER_MS = 60
const NEEDS_A_PERSON = new Set<Verdict | null>(['refused', 'needs_review'])

const book = signal<Book>({ envelopes: [], files: new Map() })

/** The mutations and photos that are on their way at this moment. */
export const inFlight = signal<ReadonlySet<Id>>(new Set())

/** Read the outbox into memory once; `watchCards` keeps it new. */
export async function readCards(): Promise<void> {
  book.value = await readBook()
}

async function readBook(): Promise<Book> {
  const since = new Date(Date.now() - RECENT_HOURS * 3_600_000).toISOString()
  const { envelopes, files } = await outbox().recent(since)
  return { envelopes, files: new Map(files.map((file) => [file.photo_id, file])) }
}

/** Show what was saved just now without reading the outbox again. */
export function showSaved({ kept, files }: Saved): void {
  const { envelopes, files: known } = book.value
  const others = envelopes.filter((one) => one.envelope.mutation_id !== kept.envelope.mutation_id)
  book.value = {
    envelopes: [...others, kept],
    files: new Map([...known, ...files.map((file) => [file.photo_id, file] as const)]),
  }
}

/** Keep the cards true until the returned function is called. */
export function watchCards(): () => void {
  let changes = outboxChanges.peek()
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  const read = async () => {
    const seen = outboxChanges.peek()
    // A person who signs out closes the outbox in the middle of a reading; there is then nothing to show.
    const fresh = await readBook().catch(() => null)
    timer = undefined
    if (stopped) return
    // What was saved during the reading is on its card already, and not in what was read.
    if (outboxChanges.peek() !== seen) later()
    else if (fresh !== null) book.value = fresh
  }
  const later = () => {
    timer ??= setTimeout(() => void read(), READ_AFTER_MS)
  }
  const stop = effect(() => {
    if (outboxChanges.value !== changes) later()
    changes = outboxChanges.value
  })
  return () => {
    stop()
    stopped = true
    clearTimeout(timer)
  }
}

const unverified = (kept: KeptEnvelope, files: Map<Id, KeptFile>): KeptFile[] =>
  kept.photos
    .map((photo_id) => files.get(photo_id))
    .filter((file): file is KeptFile => file !== undefined && file.state !== 'verified')

function stateOf(kept: KeptEnvelope, { files }: Book, flying: ReadonlySet<Id>): UnsentItem['state'] {
  const photos = unverified(kept, files)
  const needsYou = NEEDS_A_PERSON.has(kept.verdict) || photos.some((file) => file.state === 'refused')
  if (needsYou && kept.dismissed_at === null) return 'you'
  if (kept.state === 'waiting') return flying.has(kept.envelope.mutation_id) ? 'sending' : 'here'
  if (photos.length > 0 && kept.verdict !== 'refused')
    return photos.some((file) => flying.has(file.photo_id)) ? 'sending' : 'here'
  return kept.verdict === 'held' ? 'held' : 'has'
}

const RANK: readonly UnsentItem['state'][] = ['you', 'sending', 'here']

/** Return the state of a card that shows these rows (a job's id covers all that was recorded for it). */
export function cardState(ids: readonly string[]): CardState {
  const now = book.value
  const flying = inFlight.value
  const about = now.envelopes.filter((kept) => kept.subjects.some((subject) => ids.includes(subject)))
  const states = about.map((kept) => ({ kept, state: stateOf(kept, now, flying) }))
  for (const state of RANK) {
    const first = states.find((one) => one.state === state)
    if (first !== undefined) return { state: state as CardStateName, at: first.kept.saved_at }
  }
  const taken = about.map((kept) => kept.acked_at).filter((at) => at !== null)
  return { state: 'has', at: taken.sort().at(-1) ?? null }
}

/** What the server has not simply taken, oldest first, as the sync screen lists it. */
export const unsentItems = computed((): UnsentItem[] => {
  const now = book.value
  const flying = inFlight.value
  return now.envelopes
    .map((kept) => ({ kept, state: stateOf(kept, now, flying), photos: unverified(kept, now.files) }))
    .filter(({ state }) => state !== 'has')
    .map(({ kept, state, photos }) => ({
      mutation_id: kept.envelope.mutation_id,
      name: kept.envelope.name,
      lane: kept.envelope.lane,
      subjects: kept.subjects,
      state,
      verdict: kept.verdict,
      code: kept.code,
      detail: kept.detail,
      since: kept.saved_at,
      photos: photos.map((file) => file.photo_id),
      bytes: photos.reduce((sum, file) => sum + file.size, 0),
      sent_bytes: photos.reduce((sum, file) => sum + file.sent_bytes, 0),
      all_sent: kept.state === 'settled' && photos.length > 0 && photos.every((file) => file.state === 'sent'),
    }))
})

/** How many of them need the person. */
export const needingYou = computed(() => unsentItems.value.filter(({ state }) => state === 'you').length)

/** The same list, read from the disk now. */
export async function unsent(): Promise<UnsentItem[]> {
  await readCards()
  return unsentItems.value
}

/** How many mutations the server took today, and when the last. */
export const takenToday = computed((): { count: number; last: Instant | null } => {
  const today = new Date().toDateString()
  const taken = book.value.envelopes
    .map((kept) => kept.acked_at)
    .filter((at) => at !== null && new Date(at).toDateString() === today)
  return { count: taken.length, last: taken.sort().at(-1) ?? null }
})

/** Put aside what was refused or is being settled; it stays in the outbox for 30 days. */
export const dismiss = (mutation_id: Id): Promise<void> => outbox().dismiss(mutation_id)

/** The job's lane in which this device recorded something about the row last; the row itself may be gone from here. */
export const lastJobLaneOf = (row_id: Id): string | null =>
  book.value.envelopes.findLast(
    ({ envelope, subjects }) => envelope.lane.startsWith('job:') && subjects.includes(row_id),
  )?.envelope.lane ?? null
