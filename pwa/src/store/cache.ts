/** The cache: the server's rows with this device's guesses on them. It can be dropped at any time. */
import Dexie, { type Table as DexieTable, type EntityTable } from 'dexie'
import type { Figures } from '../rules/figures'
import type { Id, Instant, MutationName, Rows, Table } from '../rules/wire'

/** The server's row (null: it has none) beside each row that a guess has changed. */
export interface Original {
  table: Table
  id: Id
  row: Rows[Table] | null
}

/** A mutation whose verdict has not come down the feed: its guess is done again after each answer. */
export interface GuessedMutation {
  mutation_id: Id
  order: number
  name: MutationName
  body: string
  lane: string
  at: Instant
}

/** An answer about figures beside what was asked; it comes from no feed and is as old as it says. */
export interface KeptFigures {
  question: string
  figures: Figures
}

/** Where this cache stands in the feed. */
export interface FeedPlace {
  name: 'feed'
  cursor: string | null
  position: number
  epoch: string | null
  /** When the cache first held everything that the server had for this person. */
  complete_at: Instant | null
}

const INDEXES: Record<Table, string> = {
  job: 'id, state, planned_at, equipment_id',
  contact: 'id, arrived_at, disposition, job_id',
  archived_report: 'id, month',
  milestone: 'id, job_id',
  quote: 'id, state',
  payment: 'id, job_id, state',
  sla_profile: 'id',
  calendar_year: 'id',
  visit: 'id, job_id',
  checklist: 'id, kind',
  visit_checklist: 'id, job_id',
  visit_time: 'id, visit_id',
  report_back: 'id, visit_id, job_id',
  unit_visit: 'id, equipment_id, job_id',
  open_job: 'id',
  job_offer: 'id, job_id',
  swap: 'id, visit_id, job_id, no_old_part_code',
  old_part: 'id, tag, swap_id, visit_id, job_id, state, holder_id, part_no, received_at',
  old_part_hand_over: 'id, old_part_id, state',
  return_manifest: 'id, state',
  box_closing: 'id, manifest_id',
  inspection: 'id, old_part_id',
  disposal: 'id, month',
  extension: 'id, old_part_id, state',
  tag_roll: 'id',
  loss_report: 'id, old_part_id',
  waiver: 'id, old_part_id',
  write_off: 'id, swap_id, old_part_id',
  photo: 'id, job_id, visit_id, of_id, sha256',
  annotation: 'id, photo_id, visit_id',
  voice_note: 'id, visit_id',
  signature: 'id, visit_id, job_id',
  report: 'id, job_id, state',
  seal: 'id, visit_id, job_id, sha256',
  part: 'id, part_no, name',
  fault: 'id, code, name',
  equipment: 'id, serial, plate, customer_id',
  customer: 'id, name',
  person: 'id, station_id',
  station: 'id',
  stock: 'id, location, part_id',
  stock_trail: 'id, part_id',
  stock_batch: 'id, part_id',
  batch_hold: 'id, part_id',
  requisition: 'id, state, job_id, technician_id',
  goods_receipt: 'id',
  unused_return: 'id, job_id',
  unused_notice: 'id, technician_id',
  transfer: 'id, state',
  stock_count: 'id, location',
  discrepancy: 'id, job_id, state',
  review: 'id, job_id, row_id, state',
  escalation: 'id, job_id, state',
  incident: 'id, job_id, state',
  site_notice: 'id, customer_id',
  acknowledgement: 'id, visit_id, job_id',
  rating: 'id, visit_id, job_id',
  hand_back: 'id, visit_id, job_id',
  preset: 'id',
}

/** Every table that this version of the app knows; the server back-fills one that is new to the cursor. */
export const TABLES = Object.keys(INDEXES) as Table[]

type RowTables = { readonly [T in Table]: EntityTable<Rows[T], 'id'> }

export type Cache = Dexie &
  RowTables & {
    readonly originals: DexieTable<Original, [Table, Id]>
    readonly guessed: EntityTable<GuessedMutation, 'mutation_id'>
    readonly places: DexieTable<FeedPlace, string>
    readonly figures: DexieTable<KeptFigures, string>
  }

/** Open the cache of this name; nothing is read until it is asked. */
export function openCache(name: string): Cache {
  const database = new Dexie(name, { chromeTransactionDurability: 'relaxed' })
  database.version(3).stores({
    ...INDEXES,
    originals: '[table+id]',
    guessed: 'mutation_id, order',
    places: 'name',
    figures: 'question',
  })
  return database as Cache
}

export const NOWHERE: FeedPlace = {
  name: 'feed',
  cursor: null,
  position: 0,
  epoch: null,
  complete_at: null,
}

/** Return where the cache stands in the feed. */
export async function feedPlace(cache: Cache): Promise<FeedPlace> {
  return (await cache.places.get('feed')) ?? NOWHERE
}

export const cacheName = (user_id: Id) => `truckroll-cache-${user_id}`

/** Drop a person's cache; their outbox is another database and stays. */
export const dropCacheOf = (user_id: Id): Promise<void> => Dexie.delete(cacheName(user_id))
