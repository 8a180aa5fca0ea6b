/** What is typed about a job, as text, and the mutation bodies made from it (JOB-2). */
import type {
  Bodies,
  Changes,
  Contract,
  EditableJob,
  FaultClass,
  Id,
  RepairSize,
  Rows,
  Urgency,
} from '../../rules/wire'

/** Every value as it stands in its field; an empty text is not known yet. */
export interface TypedJob {
  customer_id: Id | null
  equipment_id: Id | null
  contract: Contract | ''
  repair_size: RepairSize | ''
  supplier_involved: boolean
  paid: boolean
  site_address: string
  contact: string
  phone: string
  fault_reported: string
  fault_class: FaultClass | ''
  urgency: Urgency | ''
  distance_km: string
  /** As `datetime-local` writes it, in the device's time zone. */
  planned_at: string
  analysis: string
}

export const NOTHING_TYPED: TypedJob = {
  customer_id: null,
  equipment_id: null,
  contract: '',
  repair_size: '',
  supplier_involved: false,
  paid: false,
  site_address: '',
  contact: '',
  phone: '',
  fault_reported: '',
  fault_class: '',
  urgency: '',
  distance_km: '',
  planned_at: '',
  analysis: '',
}

/** What a job must have before it is dispatched, in the order of the form (JOB-2). */
export const NEEDED = [
  'customer_id',
  'equipment_id',
  'site_address',
  'contact',
  'phone',
  'fault_reported',
  'fault_class',
  'urgency',
  'distance_km',
] as const satisfies readonly (keyof TypedJob)[]

/** What can be corrected later. */
export const EDITABLE = [
  'customer_id',
  'equipment_id',
  'contact',
  'phone',
  'site_address',
  'fault_reported',
  'fault_class',
  'urgency',
  'distance_km',
  'analysis',
  'contract',
  'repair_size',
  'supplier_involved',
  'paid',
] as const satisfies readonly (keyof EditableJob)[]

/** The fields that are still empty or do not make sense. */
export function stillMissing(typed: TypedJob): readonly (keyof TypedJob)[] {
  return NEEDED.filter((field) => travels(typed, field) === null)
}

/** A distance is whole kilometres. */
export function distanceTyped(text: string): number | null {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : null
}

/** The body that opens the job; what is missing travels as null. */
export function openBody(jobId: Id, typed: TypedJob): Bodies['job.open'] {
  const text = (value: string) => (value.trim() === '' ? null : value.trim())
  return {
    job_id: jobId,
    customer_id: typed.customer_id,
    equipment_id: typed.equipment_id,
    site_address: text(typed.site_address),
    contact: text(typed.contact),
    phone: text(typed.phone),
    fault_reported: text(typed.fault_reported),
    fault_class: typed.fault_class || null,
    urgency: typed.urgency || null,
    distance_km: distanceTyped(typed.distance_km),
    planned_at: instantTyped(typed.planned_at),
    analysis: text(typed.analysis),
    likely_parts: [],
    contract: typed.contract || null,
    repair_size: typed.repair_size || null,
    supplier_involved: typed.supplier_involved || null,
    paid: typed.paid || null,
  }
}

/** The same fields of a stored job, ready to be typed over. */
export function typedOf(job: Rows['job']): TypedJob {
  return {
    customer_id: job.customer_id,
    equipment_id: job.equipment_id,
    site_address: job.site_address ?? '',
    contact: job.contact ?? '',
    phone: job.phone ?? '',
    fault_reported: job.fault_reported ?? '',
    fault_class: job.fault_class ?? '',
    urgency: job.urgency ?? '',
    distance_km: job.distance_km === null ? '' : String(job.distance_km),
    planned_at: typedInstant(job.planned_at),
    analysis: job.analysis ?? '',
    contract: job.contract ?? '',
    repair_size: job.repair_size ?? '',
    supplier_involved: job.supplier_involved ?? false,
    paid: job.paid ?? false,
  }
}

/** Only what was changed, each with the value that it replaces, so that two people can meet in one field. */
export function changesOf(job: Rows['job'], typed: TypedJob): Changes<EditableJob> {
  const changes: Changes<EditableJob> = {}
  const opened = openBody(job.id, typed)
  for (const field of EDITABLE) {
    const [from, to] = [job[field], opened[field]]
    if (from !== to && !(from === false && to === null)) Object.assign(changes, { [field]: { from, to } })
  }
  return changes
}

/** `2026-11-19T13:30` on the wall as an instant; null when nothing is typed. */
export function instantTyped(text: string): string | null {
  const time = text === '' ? Number.NaN : new Date(text).getTime()
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** An instant as `datetime-local` shows it. */
export function typedInstant(at: string | null): string {
  if (at === null) return ''
  const time = new Date(at)
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

function travels(typed: TypedJob, field: (typeof NEEDED)[number]): unknown {
  return openBody('', typed)[field]
}
