/** What a technician asks of the cache about new parts: what was asked for, what is needed, what is in the van (PART-2). */
import type { Id, Job, Part, Requisition, Swap, UnusedNotice } from '../rules/wire'
import { cache, holderId } from './db'

/** A requisition of the holder with its parts by id. */
export interface OwnRequisition {
  row: Requisition
  parts: ReadonlyMap<Id, Part>
}

/** What still waits comes first, then the newest. */
export async function ownRequisitions(): Promise<OwnRequisition[]> {
  const rows = await cache().requisition.where('technician_id').equals(holderId()).toArray()
  const parts = await partsById(rows.flatMap(({ lines }) => lines.map(({ part_id }) => part_id)))
  return rows
    .sort((one, other) => weight(other) - weight(one) || other.asked_at.localeCompare(one.asked_at))
    .map((row) => ({ row, parts }))
}

const STILL_OPEN: ReadonlySet<Requisition['state']> = new Set(['refused', 'asked', 'approved'])
/** What was refused a while ago is history, whether or not it was asked for again. */
const OLD_NEWS_DAYS = 7
const DAY = 86_400_000

const weight = (row: Requisition): number => Number(isOpen(row))

const isOpen = ({ state, decided_at }: Requisition): boolean =>
  state === 'refused'
    ? decided_at !== null && Date.now() - Date.parse(decided_at) < OLD_NEWS_DAYS * DAY
    : STILL_OPEN.has(state)

/** How many of the holder's requisitions wait for somebody. */
export async function openRequisitions(): Promise<number> {
  const rows = await cache().requisition.where('technician_id').equals(holderId()).toArray()
  return rows.filter(isOpen).length
}

/** A part with how many are in the holder's van, and how many are asked for already. */
export interface PartWanted {
  part: Part
  in_van: number
  /** Asked or approved, and not handed over yet. */
  coming: number
}

/** The parts with these ids, in that order. */
export async function partsWanted(ids: readonly Id[]): Promise<PartWanted[]> {
  const [parts, van, coming] = await Promise.all([partsById(ids), inVan(), comingParts()])
  return ids.flatMap((id) => {
    const part = parts.get(id)
    return part === undefined ? [] : [{ part, in_van: van.get(id) ?? 0, coming: coming.get(id) ?? 0 }]
  })
}

/** What the holder may want to ask for. */
export interface Suggested {
  /** Likely for a job that is still to be done, and not in the van. */
  likely: { part_id: Id; job: Job }[]
  /** Fitted lately, and the van has none left. */
  usedUp: { part_id: Id; used: number }[]
}

const USED_DAYS = 14

export async function suggestedParts(): Promise<Suggested> {
  const [jobs, swaps, van, coming] = await Promise.all([ownOpenJobs(), ownSwaps(), inVan(), comingParts()])
  const lacks = (part_id: Id) => (van.get(part_id) ?? 0) <= 0 && (coming.get(part_id) ?? 0) === 0
  const likely = jobs.flatMap((job) => job.likely_parts.map((part_id) => ({ part_id, job })))
  const used = new Map<Id, number>()
  for (const { part_id, quantity } of swaps) used.set(part_id, (used.get(part_id) ?? 0) + quantity)
  const once = new Map(likely.reverse().map((one) => [one.part_id, one]))
  return {
    likely: [...once.values()].reverse().filter(({ part_id }) => lacks(part_id)),
    usedUp: [...used]
      .filter(([id]) => lacks(id) && !once.has(id))
      .map(([part_id, count]) => ({ part_id, used: count })),
  }
}

/** The holder's jobs that are not over, in the order of their day. */
export async function ownOpenJobs(): Promise<Job[]> {
  const me = holderId()
  const jobs = await cache()
    .job.where('state')
    .anyOf(['assigned', 'under_way'])
    .filter(({ technicians }) => technicians.some(({ user_id }) => user_id === me))
    .toArray()
  return jobs.sort((one, other) => (one.planned_at ?? '9').localeCompare(other.planned_at ?? '9'))
}

/** Parts that the holder has said will come back, and the store has not booked yet (PART-6). */
export async function announcedUnused(): Promise<{ row: UnusedNotice; parts: ReadonlyMap<Id, Part> }[]> {
  const rows = await cache().unused_notice.where('technician_id').equals(holderId()).toArray()
  const taken = await cache().unused_return.bulkGet(rows.map(({ id }) => id))
  const open = rows.filter((_, place) => taken[place] === undefined)
  const parts = await partsById(open.flatMap(({ lines }) => lines.map(({ part_id }) => part_id)))
  return open.sort((one, other) => other.announced_at.localeCompare(one.announced_at)).map((row) => ({ row, parts }))
}

async function ownSwaps(): Promise<Swap[]> {
  const since = new Date(Date.now() - USED_DAYS * DAY).toISOString()
  return cache()
    .swap.filter((swap) => swap.recorded_by === holderId() && swap.recorded_at >= since && !swap.undone_at)
    .toArray()
}

async function inVan(): Promise<Map<Id, number>> {
  const stock = await cache().stock.where('location').equals(`van:${holderId()}`).toArray()
  return new Map(stock.map(({ part_id, quantity }) => [part_id, quantity]))
}

async function comingParts(): Promise<Map<Id, number>> {
  const rows = await cache().requisition.where('technician_id').equals(holderId()).toArray()
  const coming = new Map<Id, number>()
  for (const { state, lines } of rows) {
    if (state !== 'asked' && state !== 'approved') continue
    for (const { part_id, asked, approved, issued } of lines) {
      coming.set(part_id, (coming.get(part_id) ?? 0) + Math.max(0, (approved ?? asked) - issued))
    }
  }
  return coming
}

async function partsById(ids: readonly Id[]): Promise<ReadonlyMap<Id, Part>> {
  const parts = await cache().part.bulkGet([...new Set(ids)])
  return new Map(parts.flatMap((part) => (part === undefined ? [] : [[part.id, part]])))
}
