/** The rows and mutation bodies as they travel; `tests/contract/` holds one golden file for each. */

export type Id = string
/** UTC, `2026-11-19T05:22:00.000Z`. */
export type Instant = string
/** A calendar day, `2026-11-19`. */
export type Day = string

export type Role = 'technician' | 'clerk' | 'dispatcher' | 'manager' | 'quality' | 'administrator' | 'system'
export type FaultClass = 'body' | 'chassis' | 'engine' | 'electrical' | 'hydraulic' | 'other'
export type Urgency = 'normal' | 'urgent'
export type JobState = 'open' | 'assigned' | 'under_way' | 'ended' | 'signed' | 'unsigned' | 'approved'
export type VisitState = 'under_way' | 'ended' | 'signed' | 'unsigned'
export type ReportState = 'signed' | 'unsigned' | 'approved' | 'sent_back'
export type OldPartState = 'with_technician' | 'received' | 'matched'
export type HolderKind = 'technician' | 'clerk'
export type Condition = 'as_described' | 'damaged' | 'incomplete'
export type Mismatch = 'none' | 'wrong_part' | 'wrong_serial' | 'quantity_short' | 'no_tag'
export type PhotoSubject =
  | 'meter'
  | 'nameplate'
  | 'fault'
  | 'new_part'
  | 'old_part'
  | 'result'
  | 'stamped_paper'
  | 'other'
export type PhotoState = 'expected' | 'verified' | 'refused'
export type YesNo = 'yes' | 'no' | 'unknown'
export type Responsibility = 'maker' | 'supplier' | 'user' | 'wear' | 'third_party' | 'force_majeure'
export type UnsignedReason = 'absent' | 'unwilling' | 'stamped'
export type Settlement = 'fact_stands' | 'book_transfer' | 'books_stand' | 'matched'
export type Choice = 'in_force' | 'proposed' | 'other'
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

export interface Technician {
  user_id: Id
  lead: boolean
}

/** A job 任务 with what the technician needs on the road (JOB-2, JOB-6). */
export interface Job {
  id: Id
  number: string | null
  station_id: Id
  state: JobState
  customer_id: Id | null
  customer_name: string | null
  site_address: string | null
  contact: string | null
  phone: string | null
  equipment_id: Id | null
  equipment_kind: string | null
  model: string | null
  serial: string | null
  plate: string | null
  fault_reported: string | null
  fault_class: FaultClass | null
  urgency: Urgency | null
  distance_km: number | null
  planned_at: Instant | null
  due_at: Instant | null
  opened_at: Instant
  opened_by: Id
  analysis: string | null
  likely_parts: Id[]
  technicians: Technician[]
  lacks: string[]
}

/** Listen 听: the customer's own account (VIS-1). */
export interface Listen {
  account: string | null
  told_km: number | null
  told_h: number | null
  usage: string | null
  before_after: string | null
}

/** Look 看: what was read from the unit (VIS-2). */
export interface Look {
  in_warranty: YesNo | null
  opened_before: YesNo | null
  read_km: number | null
  read_h: number | null
  note: string | null
}

/** Check 查: the true cause (VIS-3). */
export interface Check {
  fault_id: Id | null
  cause: string | null
  examined: boolean | null
}

/** Handle: responsibility, what was done, whether the customer agrees (VIS-4). */
export interface Handle {
  responsibility: Responsibility | null
  done: string | null
  customer_agrees: boolean | null
  disagreement: string | null
  use_shown: boolean | null
}

export interface Visit {
  id: Id
  job_id: Id
  station_id: Id
  technician_id: Id
  state: VisitState
  arrived_at: Instant | null
  ended_at: Instant | null
  departed_at: Instant | null
  listen: Listen
  look: Look
  check: Check
  handle: Handle
  unsigned_reason: UnsignedReason | null
  unsigned_note: string | null
  late: boolean
}

export interface Swap {
  id: Id
  visit_id: Id
  job_id: Id
  station_id: Id
  part_id: Id
  quantity: number
  new_serial: string | null
  reason: string | null
  old_part_id: Id | null
  no_old_part_reason: string | null
  recorded_by: Id
  recorded_at: Instant
}

/** An old part 旧件 on its way back (OLD-1, OLD-2). */
export interface OldPart {
  id: Id
  job_id: Id | null
  visit_id: Id | null
  swap_id: Id | null
  station_id: Id
  part_id: Id | null
  part_no: string | null
  part_name: string | null
  tag: string | null
  serial: string | null
  quantity: number
  state: OldPartState
  holder_kind: HolderKind
  holder_id: Id | null
  job_number: string | null
  plate: string | null
  customer_name: string | null
  removed_at: Instant | null
  removed_by: Id | null
  due_on: Day | null
  received_at: Instant | null
  received_by: Id | null
  condition: Condition | null
  mismatch: Mismatch | null
  serial_seen: string | null
  shelf: string | null
  expected: boolean
}

export interface Photo {
  id: Id
  job_id: Id | null
  visit_id: Id | null
  station_id: Id
  subject: PhotoSubject
  of_id: Id | null
  sha256: string
  size: number
  type: string
  width: number
  height: number
  taken_at: Instant
  taken_by: Id
  state: PhotoState
  refusal: string | null
}

/** Strokes of points `[x, y, milliseconds since the first]`, all integers. */
export type Strokes = [x: number, y: number, ms: number][][]

export interface Signature {
  id: Id
  visit_id: Id
  job_id: Id
  station_id: Id
  signer_name: string
  signer_role: string | null
  language: string
  signed_at: Instant
  width: number
  height: number
  strokes: Strokes
}

/** The service report 服务报告; its id is its visit's. */
export interface Report {
  id: Id
  visit_id: Id
  job_id: Id
  station_id: Id
  number: string | null
  state: ReportState
  closed_at: Instant
  decided_by: Id | null
  decided_at: Instant | null
  sent_back_reason: string | null
}

export interface Part {
  id: Id
  part_no: string
  name: string
  name_en: string | null
  unit: string
  serialised: boolean
  list_price_minor: number | null
  currency: string | null
  on_hold: boolean
}

export interface Fault {
  id: Id
  code: string
  name: string
  name_en: string | null
  fault_class: FaultClass
}

export interface Equipment {
  id: Id
  station_id: Id
  customer_id: Id
  kind: string
  model: string
  serial: string
  plate: string | null
  delivered_on: Day | null
  warranty_until: Day | null
  warranty_km: number | null
  last_km: number | null
  last_h: number | null
  visit_count: number
}

export interface Customer {
  id: Id
  station_id: Id
  name: string
  contact: string | null
  phone: string | null
  address: string | null
}

export interface Person {
  id: Id
  name: string
  roles: Role[]
  station_id: Id | null
  phone: string | null
  active: boolean
}

export interface Station {
  id: Id
  name: string
  name_en: string | null
  city: string | null
}

/** What is on hand at a location; its id is `<location>:<part_id>`. */
export interface Stock {
  id: string
  station_id: Id
  location: string
  part_id: Id
  quantity: number
}

/** A fact that contradicts the books 例外; a person settles it. */
export interface Discrepancy {
  id: Id
  kind: string
  job_id: Id | null
  station_id: Id
  subject_table: string
  subject_id: Id
  detail: { [name: string]: Json }
  owner_role: Role
  state: 'open' | 'settled'
  opened_at: Instant
  raised_by: Id | null
  settlement: Settlement | null
  note: string | null
  settled_by: Id | null
  settled_at: Instant | null
}

/** The same field changed by two people; both values are kept until a person decides. */
export interface Review {
  id: Id
  job_id: Id | null
  station_id: Id
  table: string
  row_id: Id
  section: string | null
  field: string
  in_force: Json
  in_force_by: Id | null
  in_force_at: Instant | null
  proposed: Json
  proposed_by: Id
  proposed_at: Instant
  owner_id: Id | null
  state: 'open' | 'settled'
  settled_by: Id | null
  settled_at: Instant | null
}

/** Every table that travels down the feed, and its row. */
export interface Rows {
  job: Job
  visit: Visit
  swap: Swap
  old_part: OldPart
  photo: Photo
  signature: Signature
  report: Report
  part: Part
  fault: Fault
  equipment: Equipment
  customer: Customer
  person: Person
  station: Station
  stock: Stock
  discrepancy: Discrepancy
  review: Review
}
export type Table = keyof Rows

/** An edit of what was typed before names both values. */
export type Changes<T> = { [F in keyof T]?: { from: T[F] | null; to: T[F] | null } }

export interface Position {
  lat_e7: number
  lon_e7: number
  accuracy_m: number
}

export type EditableJob = Pick<
  Job,
  | 'site_address'
  | 'contact'
  | 'phone'
  | 'fault_reported'
  | 'fault_class'
  | 'urgency'
  | 'distance_km'
  | 'planned_at'
  | 'analysis'
>

/** Every mutation that a person can record, and its body. */
export interface Bodies {
  'job.open': { job_id: Id } & Pick<Job, 'customer_id' | 'equipment_id' | 'likely_parts'> & EditableJob
  'job.edit': { job_id: Id; changes: Changes<EditableJob> }
  'job.assign': { job_id: Id; technician_ids: Id[]; lead_id: Id; planned_at: Instant | null }
  'visit.arrive': { visit_id: Id; job_id: Id; position: Position | null }
  'visit.record_listen': { visit_id: Id; changes: Changes<Listen> }
  'visit.record_look': { visit_id: Id; changes: Changes<Look> }
  'visit.record_check': { visit_id: Id; changes: Changes<Check> }
  'visit.record_handle': { visit_id: Id; changes: Changes<Handle> }
  'visit.end': { visit_id: Id }
  'visit.depart': { visit_id: Id; position: Position | null }
  'visit.sign': {
    visit_id: Id
    signature_id: Id
    signer_name: string
    signer_role: string | null
    language: string
    width: number
    height: number
    strokes: Strokes
  }
  'visit.close_unsigned': { visit_id: Id; reason: UnsignedReason; note: string | null }
  'swap.record': {
    swap_id: Id
    visit_id: Id
    part_id: Id
    quantity: number
    new_serial: string | null
    reason: string | null
    old_part: { old_part_id: Id; serial: string | null; quantity: number; tag: string | null } | null
    no_old_part_reason: string | null
  }
  'old_part.tag': { old_part_id: Id; tag: string }
  'old_part.receive': {
    receipt_id: Id
    old_part_id: Id | null
    tag: string | null
    condition: Condition
    mismatch: Mismatch
    serial_seen: string | null
    note: string | null
    shelf: string | null
  }
  'photo.attach': {
    photo_id: Id
    job_id: Id | null
    visit_id: Id | null
    subject: PhotoSubject
    of_id: Id | null
    sha256: string
    size: number
    type: string
    width: number
    height: number
  }
  'report.approve': { report_id: Id }
  'report.send_back': { report_id: Id; reason: string }
  'discrepancy.settle': { discrepancy_id: Id; settlement: Settlement; note: string | null }
  'review.settle': { review_id: Id; choice: Choice; value: Json }
}
export type MutationName = keyof Bodies

export type Verdict = 'applied' | 'applied_with_discrepancy' | 'needs_review' | 'held' | 'refused'
export type Stream = 'main' | 'urgent'
