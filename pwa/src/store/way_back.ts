/** What a technician asks of the cache about old parts on their way back: what is held, hand-overs, boxes (OLD-1, OLD-2). */
import type { Extension, Id, LossReport, OldPart, OldPartHandOver, Person, ReturnManifest, Waiver } from '../rules/wire'
import { cache, holderId } from './db'

/** A hand-over with the part and the other person, as far as this device knows them. */
export interface HandOverSeen {
  row: OldPartHandOver
  part: OldPart | null
  other: Person | null
}

/** Hand-overs of the holder that are told by one side only. */
export interface OpenHandOvers {
  /** The other has told their half; this person's is missing. */
  mine: HandOverSeen[]
  /** This person's half is told, and the other's has not come. */
  theirs: HandOverSeen[]
}

export async function openHandOvers(): Promise<OpenHandOvers> {
  const me = holderId()
  const rows = await cache()
    .old_part_hand_over.where('state')
    .anyOf(['waiting_for_taker', 'waiting_for_giver'])
    .filter(({ giver_id, taker_id }) => giver_id === me || taker_id === me)
    .toArray()
  const isMine = ({ state, giver_id, taker_id }: OldPartHandOver) =>
    (state === 'waiting_for_taker' ? taker_id : giver_id) === me
  const seen = await Promise.all(
    rows.map(async (row) => {
      const other_id = row.giver_id === me ? row.taker_id : row.giver_id
      const [part, other] = await Promise.all([
        cache().old_part.get(row.old_part_id),
        other_id === null ? undefined : cache().person.get(other_id),
      ])
      return { row, part: part ?? null, other: other ?? null }
    }),
  )
  return { mine: seen.filter(({ row }) => isMine(row)), theirs: seen.filter(({ row }) => !isMine(row)) }
}

/** Whom the holder may hand old parts to: everybody of the station who carries or stores them, by name. */
export async function handOverPeople(): Promise<Person[]> {
  const me = await cache().person.get(holderId())
  const people = await cache().person.toArray()
  return people
    .filter(({ id, active, roles }) => id !== holderId() && active && roles.some((role) => TAKES.has(role)))
    .filter(({ station_id }) => !me?.station_id || station_id === me.station_id)
    .sort((one, other) => clerkFirst(one) - clerkFirst(other) || one.name.localeCompare(other.name, 'zh'))
}

const TAKES = new Set<Person['roles'][number]>(['technician', 'clerk'])
const clerkFirst = ({ roles }: Person): number => (roles.includes('clerk') ? 0 : 1)

/** Boxes that the holder packed and that nobody has unpacked yet, the newest first. */
export interface ManifestSeen {
  row: ReturnManifest
  parts: ReadonlyMap<Id, OldPart>
}

export async function ownManifests(): Promise<ManifestSeen[]> {
  const rows = await cache()
    .return_manifest.filter(({ packed_by }) => packed_by === holderId())
    .toArray()
  const seen = await Promise.all(rows.map(withParts))
  return seen
    .filter(({ parts }) => [...parts.values()].some(({ received_at }) => received_at === null))
    .sort((one, other) => other.row.packed_at.localeCompare(one.row.packed_at))
}

export async function manifestById(id: Id): Promise<ManifestSeen | null> {
  const row = await cache().return_manifest.get(id)
  return row === undefined ? null : withParts(row)
}

async function withParts(row: ReturnManifest): Promise<ManifestSeen> {
  const parts = await cache().old_part.bulkGet(row.boxes.flatMap(({ old_part_ids }) => old_part_ids))
  return { row, parts: new Map(parts.flatMap((part) => (part === undefined ? [] : [[part.id, part]]))) }
}

/** One old part with what was asked and said about it. */
export interface OldPartBack {
  part: OldPart
  holder: Person | null
  extensions: Extension[]
  losses: LossReport[]
  waiver: Waiver | null
  manifest: ReturnManifest | null
}

export async function oldPartBack(id: Id): Promise<OldPartBack | null> {
  const part = await cache().old_part.get(id)
  if (part === undefined) return null
  const [holder, extensions, losses, waivers, manifests] = await Promise.all([
    cache().person.get(part.holder_id),
    cache().extension.where('old_part_id').equals(id).sortBy('asked_at'),
    cache().loss_report.where('old_part_id').equals(id).sortBy('reported_at'),
    cache().waiver.where('old_part_id').equals(id).toArray(),
    cache()
      .return_manifest.filter(({ boxes }) => boxes.some(({ old_part_ids }) => old_part_ids.includes(id)))
      .toArray(),
  ])
  return {
    part,
    holder: holder ?? null,
    extensions: extensions.reverse(),
    losses,
    waiver: waivers[0] ?? null,
    manifest: manifests.at(-1) ?? null,
  }
}

/** The parts of this list that the device knows, by id. */
export async function oldPartsKnown(ids: readonly Id[]): Promise<ReadonlyMap<Id, OldPart>> {
  const parts = await cache().old_part.bulkGet([...ids])
  return new Map(parts.flatMap((part) => (part === undefined ? [] : [[part.id, part]])))
}

/** The part that this tag hangs on and that is still on its way, if the device knows it. */
export async function oldPartOnTheWay(tag: string): Promise<OldPart | null> {
  const tagged = await cache().old_part.where('tag').equals(tag).toArray()
  return tagged.find(({ received_at, state }) => received_at === null && state !== 'not_removed') ?? null
}

/** Somebody's half of a hand-over that is already told, so that a second scan records nothing twice. */
export async function toldHandOvers(ids: readonly Id[]): Promise<ReadonlyMap<Id, OldPartHandOver>> {
  const rows = await cache().old_part_hand_over.bulkGet([...ids])
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.id, row]])))
}
