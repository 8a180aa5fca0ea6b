/** What the store's screens ask of the cache: what a station has and where, and what waits there (PART-1, PART-7). */
import type {
  BatchHold,
  GoodsReceipt,
  Id,
  Part,
  Person,
  Requisition,
  Station,
  StockBatch,
  StockCount,
  StockStep,
  Transfer,
  UnusedNotice,
} from '../rules/wire'
import { cache, holderId } from './db'
import { searchParts } from './part_index'

/** A part with its pieces on a station's shelves and in its vans. */
export interface PartInStore {
  part: Part
  shelves: number
  vans: number
  /** Some or all of it is on hold (PART-9). */
  held: boolean
}

/** The holder's station; somebody of the head office looks at the first. Null where the device knows none. */
export async function myStation(): Promise<Station | null> {
  const me = await cache().person.get(holderId())
  const own = me?.station_id ? await cache().station.get(me.station_id) : await cache().station.toCollection().first()
  return own ?? null
}

/** Everything that the books place on the station's shelves or in its vans, by part number. */
export async function partsInStore(station_id: Id): Promise<PartInStore[]> {
  const [shelves, vans, holds] = await Promise.all([
    cache().stock.where('location').equals(`store:${station_id}`).toArray(),
    cache()
      .stock.where('location')
      .startsWith('van:')
      .filter((stock) => stock.station_id === station_id)
      .toArray(),
    openHolds(),
  ])
  const found = new Map<Id, { shelves: number; vans: number }>()
  const of = (part_id: Id) => {
    const known = found.get(part_id) ?? { shelves: 0, vans: 0 }
    found.set(part_id, known)
    return known
  }
  for (const { part_id, quantity } of shelves) of(part_id).shelves += quantity
  for (const { part_id, quantity } of vans) of(part_id).vans += quantity
  const held = new Set(holds.map(({ part_id }) => part_id))
  const ids = [...found.keys()]
  const parts = await cache().part.bulkGet(ids)
  return ids
    .flatMap((id, index): PartInStore[] => {
      const part = parts[index]
      return part === undefined ? [] : [{ part, ...of(id), held: part.on_hold || held.has(id) }]
    })
    .sort((one, other) => one.part.part_no.localeCompare(other.part.part_no))
}

/** What waits for the clerk. */
export interface StoreWaits {
  toIssue: number
  arriving: number
  onHold: number
}

export async function storeWaits(station_id: Id): Promise<StoreWaits> {
  const [toIssue, sent, holds] = await Promise.all([
    requisitionsToIssue(),
    cache().transfer.where('state').equals('sent').toArray(),
    openHolds(),
  ])
  const arriving = sent.filter((transfer) => arrivesAt(transfer, station_id)).length
  return { toIssue: toIssue.length, arriving, onHold: holds.length }
}

/** A requisition with who asked for it. */
export interface RequisitionSeen {
  row: Requisition
  technician: Person | null
}

/** The requisitions that are approved and not handed over in full, the oldest first (PART-2). */
export async function requisitionsToIssue(): Promise<RequisitionSeen[]> {
  const rows = await cache().requisition.where('state').equals('approved').toArray()
  return withTechnicians(rows.sort((one, other) => one.asked_at.localeCompare(other.asked_at)))
}

/** The requisitions that wait for a manager, the oldest first: the clerk sees what comes. */
export async function requisitionsAsked(): Promise<RequisitionSeen[]> {
  const rows = await cache().requisition.where('state').equals('asked').toArray()
  return withTechnicians(rows.sort((one, other) => one.asked_at.localeCompare(other.asked_at)))
}

export async function requisitionById(id: Id): Promise<RequisitionSeen | null> {
  const row = await cache().requisition.get(id)
  return row === undefined ? null : ((await withTechnicians([row]))[0] ?? null)
}

async function withTechnicians(rows: readonly Requisition[]): Promise<RequisitionSeen[]> {
  const people = await cache().person.bulkGet(rows.map(({ technician_id }) => technician_id))
  return rows.map((row, index) => ({ row, technician: people[index] ?? null }))
}

/** A part as it stands on one station's shelves, with its batches there. */
export interface PartOnShelf {
  part: Part
  quantity: number
  batches: StockBatch[]
}

/** The parts by id with what lies at a place, in the order asked; what the catalogue lacks is left out. */
export async function partsAt(location: string, part_ids: readonly Id[]): Promise<Map<Id, PartOnShelf>> {
  const [parts, stock, batches] = await Promise.all([
    cache().part.bulkGet([...part_ids]),
    cache().stock.bulkGet(part_ids.map((id) => `${location}:${id}`)),
    cache()
      .stock_batch.where('part_id')
      .anyOf([...part_ids])
      .filter((batch) => batch.location === location && batch.quantity > 0)
      .toArray(),
  ])
  const found = new Map<Id, PartOnShelf>()
  for (const [index, part] of parts.entries()) {
    if (part === undefined) continue
    const own = batches.filter(({ part_id }) => part_id === part.id)
    found.set(part.id, { part, quantity: stock[index]?.quantity ?? 0, batches: own })
  }
  return found
}

/** The holds that stand (PART-9). */
export async function openHolds(): Promise<BatchHold[]> {
  const holds = await cache().batch_hold.toArray()
  return holds
    .filter(({ lifted_at }) => lifted_at === null)
    .sort((one, other) => other.placed_at.localeCompare(one.placed_at))
}

/** Names of people and stations, so that a location can be said in words. */
export interface Names {
  people: ReadonlyMap<Id, Person>
  stations: ReadonlyMap<Id, Station>
}

export async function names(): Promise<Names> {
  const [people, stations] = await Promise.all([cache().person.toArray(), cache().station.toArray()])
  return {
    people: new Map(people.map((one) => [one.id, one])),
    stations: new Map(stations.map((one) => [one.id, one])),
  }
}

/** Some pieces of a part at a place. */
export interface PiecesAt {
  location: string
  quantity: number
}

/** One part: where it lies, its batches, its holds, and the newest steps of each place (PART-1). */
export interface PartCardBooks {
  part: Part
  places: PiecesAt[]
  batches: StockBatch[]
  onTheRoad: Transfer[]
  holds: BatchHold[]
  steps: (StockStep & { location: string })[]
}

export async function partCard(part_id: Id): Promise<PartCardBooks | null> {
  const part = await cache().part.get(part_id)
  if (part === undefined) return null
  const [stock, batches, trails, sent, holds] = await Promise.all([
    cache().stock.where('part_id').equals(part_id).toArray(),
    cache().stock_batch.where('part_id').equals(part_id).toArray(),
    cache().stock_trail.where('part_id').equals(part_id).toArray(),
    cache().transfer.where('state').equals('sent').toArray(),
    cache().batch_hold.where('part_id').equals(part_id).toArray(),
  ])
  const steps = trails.flatMap(({ location, steps }) => steps.map((step) => ({ ...step, location })))
  return {
    part,
    places: stock.filter(({ quantity }) => quantity !== 0).sort((a, b) => a.location.localeCompare(b.location)),
    batches: batches.filter(({ quantity }) => quantity > 0),
    onTheRoad: sent.filter((transfer) => transfer.sent.some((line) => line.part_id === part_id)),
    holds: holds.sort((one, other) => other.placed_at.localeCompare(one.placed_at)),
    steps: steps.sort((one, other) => other.at.localeCompare(one.at)),
  }
}

const RECENT = 20

/** The newest deliveries (PART-3). */
export async function recentReceipts(): Promise<GoodsReceipt[]> {
  const rows = await cache().goods_receipt.toArray()
  return rows.sort((one, other) => other.received_at.localeCompare(one.received_at)).slice(0, RECENT)
}

export async function receiptById(id: Id): Promise<GoodsReceipt | null> {
  return (await cache().goods_receipt.get(id)) ?? null
}

/** The transfers of a station that are on the road, and the newest that arrived (PART-7). */
export async function transfersOf(
  station_id: Id,
): Promise<{ arriving: Transfer[]; sent: Transfer[]; done: Transfer[] }> {
  const [open, received] = await Promise.all([
    cache().transfer.where('state').equals('sent').toArray(),
    cache().transfer.where('state').equals('received').toArray(),
  ])
  const newestFirst = (one: Transfer, other: Transfer) => other.sent_at.localeCompare(one.sent_at)
  return {
    arriving: open.filter((transfer) => arrivesAt(transfer, station_id)).sort(newestFirst),
    sent: open.filter(({ from_station_id }) => from_station_id === station_id).sort(newestFirst),
    done: received.sort(newestFirst).slice(0, RECENT),
  }
}

/** Whether it comes to the station's shelves; what goes to a van is its technician's to take in. */
const arrivesAt = ({ to_station_id, to_technician_id }: Transfer, station_id: Id): boolean =>
  to_technician_id === null && to_station_id === station_id

/** What is on the road to the holder's van; each is taken in at `/stock/transfers/<id>` (PART-7). */
export async function transfersToMyVan(): Promise<Transfer[]> {
  const open = await cache().transfer.where('state').equals('sent').toArray()
  return open.filter(({ to_technician_id }) => to_technician_id === holderId())
}

export async function transferById(id: Id): Promise<Transfer | null> {
  return (await cache().transfer.get(id)) ?? null
}

/** The newest counts of a place (PART-1). */
export async function recentCounts(): Promise<StockCount[]> {
  const rows = await cache().stock_count.toArray()
  return rows.sort((one, other) => other.counted_at.localeCompare(one.counted_at)).slice(0, RECENT)
}

/** What the books place somewhere now, by part. */
export async function booksAt(location: string): Promise<Map<Id, number>> {
  const stock = await cache().stock.where('location').equals(location).toArray()
  return new Map(stock.filter(({ quantity }) => quantity !== 0).map(({ part_id, quantity }) => [part_id, quantity]))
}

const MOST_MEANT = 8

/** The parts that a scanned or typed text may mean: the one with this number, or those that begin with it. */
export async function partsMeant(text: string): Promise<Part[]> {
  const asked = text.trim()
  if (asked === '') return []
  const exact = await cache().part.where('part_no').anyOf(asked, asked.toUpperCase()).first()
  return exact === undefined ? searchParts(asked, MOST_MEANT) : [exact]
}

/** What a technician said will come back, with the parts by id. */
export interface NoticeSeen {
  row: UnusedNotice
  technician: Person | null
  parts: ReadonlyMap<Id, Part>
}

/** The notices that no return has answered yet, the oldest first (PART-6). */
export async function openNotices(): Promise<NoticeSeen[]> {
  const rows = await cache().unused_notice.toArray()
  const taken = await cache().unused_return.bulkGet(rows.map(({ id }) => id))
  const open = rows.filter((_, place) => taken[place] === undefined)
  const [people, parts] = await Promise.all([
    cache().person.bulkGet(open.map(({ technician_id }) => technician_id)),
    cache().part.bulkGet([...new Set(open.flatMap(({ lines }) => lines.map(({ part_id }) => part_id)))]),
  ])
  const byId = new Map(parts.flatMap((part) => (part === undefined ? [] : [[part.id, part]])))
  return open
    .map((row, place) => ({ row, technician: people[place] ?? null, parts: byId }))
    .sort((one, other) => one.row.announced_at.localeCompare(other.row.announced_at))
}
