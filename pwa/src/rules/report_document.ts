/** The report that a customer signs, as one document: everything on their page, in the order of the contract (VIS-7). */
import { asked } from './checklists'
import { toPay } from './payment'
import type {
  Answer,
  Checklist,
  ChecklistItem,
  Fault,
  Id,
  Instant,
  Job,
  Json,
  OldPart,
  Part,
  Person,
  Photo,
  Quote,
  SectionName,
  Signature,
  Station,
  Swap,
  Visit,
  VisitChecklist,
} from './wire'

export const FORMAT = 'truckroll-report-1'
const SECTIONS: readonly SectionName[] = ['listen', 'look', 'check', 'handle']

/** A signature as the document shows it. */
export type Signed = Pick<
  Signature,
  'id' | 'mark' | 'signer_name' | 'signer_role' | 'language' | 'signed_at' | 'width' | 'height' | 'strokes'
>

/** Everything that the document is made of, as this device has it at the moment of signing. */
export interface Shown {
  visit: Visit
  job: Job
  station: Pick<Station, 'name' | 'name_en'> | null
  people: readonly Pick<Person, 'id' | 'name'>[]
  fault: Fault | null
  swaps: readonly { swap: Swap; part: Part | null; old_part: OldPart | null }[]
  photos: readonly Photo[]
  checklists: readonly Checklist[]
  answered: VisitChecklist | null
  /** What the customer was asked to pay, where somebody has quoted it. */
  quote?: Quote | null
  /** Who signed this report before, in order. */
  earlier: readonly Signed[]
  signature: Signed
  stamp_photo_id: Id | null
  /** The visit's newest seal: its revision, and SHA-256 of its document. */
  former: { revision: number; sha256: string } | null
  signed_at: Instant
  tz_offset_min: number
}

/** Return the document; absent values are null, and there are no fractions in it. */
export function reportDocument(shown: Shown): { [name: string]: Json } {
  const { visit, job, station, fault, former, signature } = shown
  return {
    format: FORMAT,
    visit_id: visit.id,
    revision: (former?.revision ?? 0) + 1,
    previous: former?.sha256 ?? null,
    language: signature.language,
    job: {
      id: job.id,
      number: job.number,
      customer_name: job.customer_name,
      contact: job.contact,
      site_address: job.site_address,
      phone: job.phone,
      fault_reported: job.fault_reported,
    },
    unit: { kind: job.equipment_kind, model: job.model, serial: job.serial, plate: job.plate },
    station: { name: station?.name ?? null, name_en: station?.name_en ?? null },
    technicians: job.technicians.map(({ user_id, lead }) => ({
      id: user_id,
      name: shown.people.find(({ id }) => id === user_id)?.name ?? null,
      lead,
    })),
    times: {
      arrived_at: visit.arrived_at,
      ended_at: visit.ended_at,
      signed_at: shown.signed_at,
      tz_offset_min: shown.tz_offset_min,
    },
    listen: { ...visit.listen },
    look: { ...visit.look },
    check: {
      ...visit.check,
      fault: fault && { code: fault.code, name: fault.name, name_en: fault.name_en },
    },
    handle: { ...visit.handle },
    checklists: checklistsOf(shown),
    swaps: shown.swaps.map(swapShown),
    photos: byId(shown.photos).map(({ id, subject, sha256, taken_at }) => ({ id, subject, sha256, taken_at })),
    payment: toPay(visit, shown.quote ?? null),
    signatures: [...shown.earlier, signature].map(signatureShown),
    stamp_photo: shown.photos.find(({ id }) => id === shown.stamp_photo_id)?.sha256 ?? null,
  }
}

const byId = <R extends { id: Id }>(rows: readonly R[]): R[] =>
  [...rows].sort((one, other) => (one.id < other.id ? -1 : 1))

const swapShown = ({ swap, part, old_part }: Shown['swaps'][number]): Json => ({
  id: swap.id,
  part_no: part?.part_no ?? null,
  part_name: part?.name ?? null,
  part_name_en: part?.name_en ?? null,
  quantity: swap.quantity,
  new_serial: swap.new_serial,
  reason: swap.reason,
  old_part: old_part && { serial: old_part.serial, tag: old_part.tag },
  no_old_part_reason: swap.no_old_part_reason,
})

const signatureShown = (signature: Signed): Json => ({
  id: signature.id,
  mark: signature.mark,
  signer_name: signature.signer_name,
  signer_role: signature.signer_role,
  language: signature.language,
  signed_at: signature.signed_at,
  width: signature.width,
  height: signature.height,
  strokes: signature.strokes,
})

/** What was asked and answered, in the words of the customer's language. */
function checklistsOf({ checklists, answered, photos, signature }: Shown): Json {
  if (answered === null) return []
  const kept = new Set(photos.map(({ id }) => id))
  const chinese = signature.language.startsWith('zh')
  return SECTIONS.flatMap((section) => {
    const { checklist_id, answers } = answered[section]
    const checklist = checklists.find(({ id }) => id === checklist_id)
    if (checklist === undefined) return []
    const items = asked({ items: checklist.items, answers, photos: kept })
    return {
      name: chinese ? checklist.name : checklist.name_en,
      answers: items.map((item) => ({
        label: chinese ? item.label : item.label_en,
        value: answerShown(item, answers[item.id] ?? null, chinese),
        unit: item.unit,
      })),
    }
  })
}

function answerShown(item: ChecklistItem, value: Answer | null, chinese: boolean): string | null {
  if (typeof value === 'boolean') return chinese ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (typeof value === 'number') return decimal(value, item.scale)
  const option = item.options.find((one) => one.value === value)
  return option ? (chinese ? option.label : option.label_en) : value
}

/** A whole number with `scale` decimals as text: 82 with one decimal is `8.2`. */
function decimal(value: number, scale: number): string {
  if (scale === 0) return String(value)
  const digits = String(Math.abs(value)).padStart(scale + 1, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}
