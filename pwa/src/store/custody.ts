/** What the store room asks of the cache about old parts: the list, one part's whole file, boxes, lists of disposal. */
import type { OldPartFile } from '../rules/custody_chain'
import { OLD_PART_PRESETS, type OldPartPresets } from '../rules/old_part_presets'
import type { Id, Rows } from '../rules/wire'
import { cache } from './db'
import { photosOfThing } from './old_parts'

/** Old parts and the people, couriers and lists that hold them. */
export interface StationOldParts {
  parts: readonly Rows['old_part'][]
  people: ReadonlyMap<Id, Rows['person']>
  manifests: ReadonlyMap<Id, Rows['return_manifest']>
}

const GONE = new Set<Rows['old_part']['state']>(['matched', 'not_removed'])

/** Every old part that this device knows of, what is due first at the top. */
export async function stationOldParts(): Promise<StationOldParts> {
  const [parts, people, manifests] = await Promise.all([
    cache()
      .old_part.filter(({ state }) => !GONE.has(state))
      .toArray(),
    cache().person.toArray(),
    cache().return_manifest.toArray(),
  ])
  return { parts: parts.sort(byDueDay), people: byId(people), manifests: byId(manifests) }
}

const byDueDay = (a: Rows['old_part'], b: Rows['old_part']) =>
  (a.due_on ?? '9999').localeCompare(b.due_on ?? '9999') || a.id.localeCompare(b.id)

/** One old part with its file, its photos, and who everybody in it is. */
export interface WholeOldPart extends OldPartFile {
  photos: readonly Rows['photo'][]
  people: ReadonlyMap<Id, Rows['person']>
}

export async function wholeOldPart(id: Id): Promise<WholeOldPart | null> {
  const part = await cache().old_part.get(id)
  if (part === undefined) return null
  const [handOvers, manifests, closings, inspections, extensions, waivers, photos, people, disposal] =
    await Promise.all([
      cache().old_part_hand_over.where('old_part_id').equals(id).toArray(),
      cache()
        .return_manifest.filter(({ boxes }) => boxes.some((box) => box.old_part_ids.includes(id)))
        .toArray(),
      cache()
        .box_closing.filter(({ missing_ids }) => missing_ids.includes(id))
        .toArray(),
      cache().inspection.where('old_part_id').equals(id).sortBy('inspected_at'),
      cache().extension.where('old_part_id').equals(id).toArray(),
      cache().waiver.where('old_part_id').equals(id).toArray(),
      photosOfThing(id),
      cache().person.toArray(),
      part.holder_kind === 'disposal' ? cache().disposal.get(part.holder_id) : undefined,
    ])
  return {
    ...{ part, handOvers, manifests, closings, inspections, extensions, disposal },
    ...{ waiver: waivers[0], photos, people: byId(people) },
  }
}

/** The old parts with these ids that this device knows, in that order. */
export async function oldPartsNamed(ids: readonly Id[]): Promise<Rows['old_part'][]> {
  const found = await cache().old_part.bulkGet([...ids])
  return found.filter((part) => part !== undefined)
}

/** What may be what arrived without a record: whatever is still out and looks like what was typed. */
export async function stillOutLike(text: string): Promise<Rows['old_part'][]> {
  const wanted = text.replace(/[\s·-]/g, '').toLowerCase()
  const people = byId(await cache().person.toArray())
  const parts = await cache()
    .old_part.filter((part) => part.received_at === null && !GONE.has(part.state))
    .toArray()
  const like = parts.filter((part) => {
    const remover = part.removed_by === null ? undefined : people.get(part.removed_by)
    const told = [part.tag, part.plate, part.part_no, part.part_name, part.serial, part.job_number, part.customer_name]
    return [...told, remover?.name].some((one) =>
      one
        ?.replace(/[\s·-]/g, '')
        .toLowerCase()
        .includes(wanted),
    )
  })
  return like.sort(byDueDay)
}

/** A box that has been packed, and how it was unpacked if it was. */
export interface Box {
  manifest: Rows['return_manifest']
  no: number
  oldPartIds: readonly Id[]
  packedBy: Rows['person'] | undefined
  closing: Rows['box_closing'] | undefined
}

/** Every box of the station's manifests, the newest first. */
export async function boxes(): Promise<Box[]> {
  const [manifests, closings] = await Promise.all([cache().return_manifest.toArray(), cache().box_closing.toArray()])
  const people = byId(await cache().person.toArray())
  const found = manifests.flatMap((manifest) =>
    manifest.boxes.map(({ no, old_part_ids }) => ({
      ...{ manifest, no, oldPartIds: old_part_ids, packedBy: people.get(manifest.packed_by) },
      closing: closings.find((one) => one.manifest_id === manifest.id && one.box_no === no),
    })),
  )
  return found.sort((a, b) => b.manifest.packed_at.localeCompare(a.manifest.packed_at) || a.no - b.no)
}

/** The months' lists, the newest first. */
export async function disposals(): Promise<Rows['disposal'][]> {
  const all = await cache().disposal.toArray()
  return all.sort((a, b) => b.disposed_at.localeCompare(a.disposed_at))
}

/** What the old-parts screens go by: what a manager has changed, and otherwise what the house began with. */
export async function oldPartPresets(): Promise<OldPartPresets> {
  const names = ['ageing_days', 'deduction_reasons'] as const
  const changed = await cache().preset.bulkGet([...names])
  const known = changed.flatMap((preset) => (preset ? [[preset.id, preset.value]] : []))
  return { ...OLD_PART_PRESETS, ...Object.fromEntries(known) }
}

const byId = <T extends { id: Id }>(rows: readonly T[]): ReadonlyMap<Id, T> => new Map(rows.map((row) => [row.id, row]))
