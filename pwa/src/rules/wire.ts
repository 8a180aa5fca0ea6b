/** The rows and mutation bodies as they travel, named for the app; `openapi.ts` is made from the server's own document. */
import type { components } from './openapi'

type Schemas = components['schemas']
type Row<T extends string> = `row.${T}` extends keyof Schemas ? Schemas[`row.${T}`] : never
/** A row with fields that the device knows otherwise: a number that only the server gives, or a narrower type. */
type With<R, Fields> = Omit<R, keyof Fields> & Fields

export type Id = string
/** UTC, `2026-11-19T05:22:00.000Z`. */
export type Instant = string
/** A calendar day, `2026-11-19`. */
export type Day = string
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
/** Strokes of points `[x, y, milliseconds since the first]`, all integers. */
export type Strokes = [x: number, y: number, ms: number][][]

/** A job 任务 with what the technician needs on the road (JOB-2, JOB-6). It has no number until the server has it. */
export type Job = With<Row<'job'>, { number: string | null }>
export type Technician = Job['technicians'][number]
/** A call, a letter or a message (JOB-1). It has no number until the server has it. */
export type Contact = With<Row<'contact'>, { number: string | null }>
export type Disposition = Contact['disposition']
export type Channel = Contact['channel']
/** A report that is filed with its month; its id is the report's (VIS-14). */
export type ArchivedReport = Row<'archived_report'>
export type Visit = Row<'visit'>
/** Listen 听: the customer's own account (VIS-1). */
export type Listen = Visit['listen']
/** Look 看: what was read from the unit (VIS-2). */
export type Look = Visit['look']
/** Check 查: the true cause (VIS-3). */
export type Check = Visit['check']
/** Handle: responsibility, what was done, whether the customer agrees (VIS-4). */
export type Handle = Visit['handle']
export type Swap = Row<'swap'>
/** An old part 旧件 on its way back (OLD-1, OLD-2). */
export type OldPart = With<Row<'old_part'>, { job_number: string | null; removed_by: Id | null }>
/** A hand-over of an old part, told by both or by one so far (OLD-2). */
export type OldPartHandOver = Row<'old_part_hand_over'>
/** A return manifest 旧件回运清单. It has no number until the server has it. */
export type ReturnManifest = With<Row<'return_manifest'>, { number: string | null }>
/** Who had an old part says that it is lost (OLD-2). */
export type LossReport = Row<'loss_report'>
/** A box that was unpacked and counted before its slip was shown (OLD-3). */
export type BoxClosing = Row<'box_closing'>
/** Inspection 鉴定 of a returned old part (OLD-3). */
export type Inspection = Row<'inspection'>
/** A month's signed list of old parts that left for good (OLD-5). */
export type Disposal = With<Row<'disposal'>, { strokes: Strokes }>
/** More time that a technician asked for (OLD-4). */
export type Extension = Row<'extension'>
/** A roll of tags; its number and codes come from the server (OLD-1). */
export type TagRoll = With<
  Row<'tag_roll'>,
  { number: string | null; first_tag: string | null; last_tag: string | null }
>
/** The manager does without an old part (PART-5); its id is its swap's. */
export type Waiver = Row<'waiver'>
/** An issued part that is written off 销账 (PART-5). */
export type WriteOff = Row<'write_off'>
export type Photo = Row<'photo'>
/** What somebody drew over a photo; points are ten-thousandths of its sides. */
export type Annotation = With<Row<'annotation'>, { shapes: Shape[] }>
export interface Shape {
  kind: ShapeKind
  points: [x: number, y: number][]
}
export type ShapeKind = 'arrow' | 'circle' | 'line'
/** What was spoken at a section of a visit. */
export type VoiceNote = Row<'voice_note'>
export type SpokenSection = VoiceNote['section']
export type Signature = With<Row<'signature'>, { strokes: Strokes }>
/** The service report 服务报告; its id is its visit's. It has no number until the server has it. */
export type Report = With<Row<'report'>, { number: string | null }>
/** What was signed, byte for byte (VIS-7). Until the server has it, it is in no chain. */
export type Seal = With<
  Row<'seal'>,
  {
    sha256: string | null
    chain_no: number | null
    chain_hash: string | null
    chain_previous: string | null
    received_at: Instant | null
  }
>
/** A time of a visit that a person stated, beside the tap's (VIS-15). */
export type VisitTime = Row<'visit_time'>
export type VisitEvent = VisitTime['event']
/** The short report to the office on leaving (VIS-12). */
export type ReportBack = Row<'report_back'>
export type LeavingOutcome = ReportBack['outcome']
/** An earlier visit to a unit, with all names in it (JOB-6). */
export type UnitVisit = With<
  Row<'unit_visit'>,
  { signatures: With<Row<'unit_visit'>['signatures'][number], { strokes: Strokes }>[]; report_number: string | null }
>
/** A job of the station that nobody has yet (VIS-12). */
export type OpenJob = Row<'open_job'>
export type JobOffer = Row<'job_offer'>
/** One version of what is asked in a section of a visit to a kind of unit. */
export type Checklist = With<Row<'checklist'>, { items: ChecklistItem[] }>
export type ChecklistItem = With<
  Row<'checklist'>['items'][number],
  { when: { item: string; among: (Answer | null)[] } | null; normal: Answer | null }
>
/** Of a number: the scaled integer. Of a photo: its id. */
export type Answer = boolean | number | string
export interface SectionAnswers {
  checklist_id: Id | null
  answers: Record<string, Answer | null>
}
export type SectionName = 'listen' | 'look' | 'check' | 'handle'
/** What a visit answered; its id is the visit's. */
export type VisitChecklist = With<Row<'visit_checklist'>, Record<SectionName, SectionAnswers>>
export type Part = Row<'part'>
export type Fault = Row<'fault'>
export type Equipment = Row<'equipment'>
export type Customer = Row<'customer'>
export type Person = With<Row<'person'>, { roles: Role[] }>
export type Station = Row<'station'>
/** What is on hand at a location; its id is `<location>:<part_id>`. */
export type Stock = Row<'stock'>
/** The newest steps of the stock of the same id (PART-1). */
export type StockTrail = Row<'stock_trail'>
export type StockStep = StockTrail['steps'][number]
/** What moved of one batch adds up to this; a van may hold less (PART-9). */
export type StockBatch = Row<'stock_batch'>
/** A batch on hold; without a batch, every piece of the part (PART-9). */
export type BatchHold = Row<'batch_hold'>
/** A requisition 领料单 (PART-2). Documents of the store have no number until the server has them. */
export type Requisition = With<Row<'requisition'>, { number: string | null }>
export type RequisitionLine = Requisition['lines'][number]
/** A delivery 接收单 (PART-3). */
export type GoodsReceipt = With<Row<'goods_receipt'>, { number: string | null }>
/** Parts that came back unused (PART-6). */
export type UnusedReturn = With<Row<'unused_return'>, { number: string | null }>
/** Parts that a technician says will come back; the return under which they do has the same id (PART-6). */
export type UnusedNotice = Row<'unused_notice'>
/** Parts on the road between two stations (PART-7). */
export type Transfer = With<Row<'transfer'>, { number: string | null }>
/** A stock count 盘点 (PART-1). */
export type StockCount = With<Row<'stock_count'>, { number: string | null }>
/** A fact that contradicts the books 例外; a person settles it. */
export type Discrepancy = With<Row<'discrepancy'>, { detail: { [name: string]: Json } }>
/** What is promised to which jobs (JOB-3). */
export type SlaProfile = Row<'sla_profile'>
/** A year of the working calendar; its id is the year. */
export type CalendarYear = Row<'calendar_year'>
/** What a paid service costs (JOB-5); its id is its job's. */
export type Quote = Row<'quote'>
/** Money for a job: confirmed by the office, or collected on site and handed in later (JOB-5). */
export type Payment = Row<'payment'>
/** What happened on a job that its clocks look at (JOB-3). */
export type Milestone = Row<'milestone'>
/** The same field changed by two people; both values are kept until a person decides. */
export type Review = With<Row<'review'>, { in_force: Json; proposed: Json }>

/** What the customer thinks of the service (VIS-11); the job's technicians never see it. */
export type Rating = Row<'rating'>
/** The device came back from the customer without the PIN. */
export type HandBack = Row<'hand_back'>
/** A preset that a manager has changed, under its name. */
export type Preset = With<Row<'preset'>, { value: Json }>

/** A major problem, what the technician proposes, and the manager's answer (VIS-9). */
export type Escalation = Row<'escalation'>
/** An accident or a near miss (VIS-13). */
export type Incident = Row<'incident'>
/** What a customer's site demands to be known before work starts (VIS-13). */
export type SiteNotice = Row<'site_notice'>
/** Somebody has read a version of a notice. */
export type Acknowledgement = Row<'acknowledgement'>

export type Role = 'technician' | 'clerk' | 'dispatcher' | 'manager' | 'quality' | 'administrator'
export type JobState = Job['state']
export type FaultClass = NonNullable<Job['fault_class']>
export type Urgency = NonNullable<Job['urgency']>
export type Contract = NonNullable<Job['contract']>
export type RepairSize = NonNullable<Job['repair_size']>
export type VisitState = Visit['state']
export type YesNo = NonNullable<Look['in_warranty']>
export type Responsibility = NonNullable<Handle['responsibility']>
/** How somebody signed: by hand, by typing their name, with the company's stamp (VIS-8). */
export type SignatureMark = Signature['mark']
export type UnsignedReason = NonNullable<Visit['unsigned_reason']>
export type ReportState = Report['state']
export type OldPartState = OldPart['state']
export type HolderKind = OldPart['holder_kind']
export type Condition = NonNullable<OldPart['condition']>
export type Mismatch = NonNullable<OldPart['mismatch']>
export type StockSource = Swap['source']
export type NoOldPart = NonNullable<Swap['no_old_part_code']>
export type PhotoSubject = Photo['subject']
export type PhotoState = Photo['state']
export type Settlement = NonNullable<Discrepancy['settlement']>
export type Severity = Escalation['severity']
export type Decision = NonNullable<Escalation['decision']>
export type Choice = Bodies['review.settle']['choice']

/** Every table that travels down the feed, and its row. */
export interface Rows {
  job: Job
  contact: Contact
  archived_report: ArchivedReport
  milestone: Milestone
  quote: Quote
  payment: Payment
  sla_profile: SlaProfile
  calendar_year: CalendarYear
  visit: Visit
  visit_time: VisitTime
  report_back: ReportBack
  unit_visit: UnitVisit
  open_job: OpenJob
  job_offer: JobOffer
  checklist: Checklist
  visit_checklist: VisitChecklist
  swap: Swap
  old_part: OldPart
  old_part_hand_over: OldPartHandOver
  return_manifest: ReturnManifest
  box_closing: BoxClosing
  inspection: Inspection
  disposal: Disposal
  extension: Extension
  tag_roll: TagRoll
  loss_report: LossReport
  waiver: Waiver
  write_off: WriteOff
  photo: Photo
  annotation: Annotation
  voice_note: VoiceNote
  signature: Signature
  report: Report
  seal: Seal
  part: Part
  fault: Fault
  equipment: Equipment
  customer: Customer
  person: Person
  station: Station
  stock: Stock
  stock_trail: StockTrail
  stock_batch: StockBatch
  batch_hold: BatchHold
  requisition: Requisition
  goods_receipt: GoodsReceipt
  unused_return: UnusedReturn
  unused_notice: UnusedNotice
  transfer: Transfer
  stock_count: StockCount
  discrepancy: Discrepancy
  review: Review
  escalation: Escalation
  incident: Incident
  site_notice: SiteNotice
  acknowledgement: Acknowledgement
  rating: Rating
  hand_back: HandBack
  preset: Preset
}
export type Table = keyof Rows

/** An edit of what was typed before names both values. */
export type Changes<T> = { [F in keyof T]?: { from: T[F] | null; to: T[F] | null } }

export type Position = Schemas['PositionBody']

/** What the server records by itself, or an administrator brings in. */
type NotByHand = 'photo.verified' | 'voice_note.verified' | 'stock.open' | 'import.take_in'
type BodyName<Schema = keyof Schemas> = Schema extends `body.${infer Name}` ? Exclude<Name, NotByHand> : never

/** Every mutation that a person records in the app, and its body. */
export type Bodies = {
  [Name in BodyName]: Name extends 'visit.sign'
    ? With<Schemas['body.visit.sign'], { strokes: Strokes }>
    : Name extends 'visit.answer'
      ? With<Schemas['body.visit.answer'], { changes: Changes<Record<string, Answer | null>> }>
      : Name extends 'checklist.set'
        ? With<Schemas['body.checklist.set'], { items: ChecklistItem[] }>
        : Name extends 'disposal.record'
          ? With<Schemas['body.disposal.record'], { strokes: Strokes }>
          : Schemas[`body.${Name}`]
}
export type EditableJob = Pick<Job, keyof Bodies['job.edit']['changes']>
export type MutationName = keyof Bodies

export type Verdict = 'applied' | 'applied_with_discrepancy' | 'needs_review' | 'held' | 'refused'
export type Stream = 'main' | 'urgent'
