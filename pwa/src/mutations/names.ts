/** Every mutation that a person can record: its lane, its stream, and the rows whose cards it concerns. */

import type { Bodies, Id, MutationName, Stream } from '../rules/wire'
import type { Cache } from '../store/cache'
import { lastJobLaneOf } from '../store/card'

interface Described<N extends MutationName> {
  v: number
  /** The lane, or null for a lane of its own. */
  lane: (body: Bodies[N], cache: Cache) => Promise<string | null> | string | null
  subjects: (body: Bodies[N]) => (Id | null | undefined)[]
  /** `urgent` for what must not wait behind a backlog and stands on its own. */
  stream?: Stream
}

const jobLane = (job_id: Id | null | undefined) => (job_id == null ? null : `job:${job_id}`)
/**
 * A visit stays with its job, so what was recorded last tells the lane without a reading; also when the job was given to
 * somebody else and is gone from here (JOB-7).
 */
const ofVisit = async ({ visit_id }: { visit_id: Id }, cache: Cache) =>
  lastJobLaneOf(visit_id) ?? jobLane((await cache.visit.get(visit_id))?.job_id)
const visit: { v: number; lane: typeof ofVisit; subjects: (body: { visit_id: Id }) => Id[] } = {
  v: 1,
  lane: ofVisit,
  subjects: ({ visit_id }) => [visit_id],
}

const onJob: {
  v: number
  lane: (body: { job_id: Id }) => string | null
  subjects: (body: { job_id: Id }) => Id[]
} = {
  v: 1,
  lane: ({ job_id }) => jobLane(job_id),
  subjects: ({ job_id }) => [job_id],
}

const onContact: {
  v: number
  lane: (body: { contact_id: Id }) => string
  subjects: (body: { contact_id: Id }) => Id[]
} = {
  v: 1,
  lane: ({ contact_id }) => `contact:${contact_id}`,
  subjects: ({ contact_id }) => [contact_id],
}

const onOldPart: {
  v: number
  lane: (body: { old_part_id: Id }) => string
  subjects: (body: { old_part_id: Id }) => Id[]
} = {
  v: 1,
  lane: ({ old_part_id }) => `old_part:${old_part_id}`,
  subjects: ({ old_part_id }) => [old_part_id],
}
const onManifest: {
  v: number
  lane: (body: { manifest_id: Id }) => string
  subjects: (body: { manifest_id: Id }) => Id[]
} = {
  v: 1,
  lane: ({ manifest_id }) => `return_manifest:${manifest_id}`,
  subjects: ({ manifest_id }) => [manifest_id],
}
const onExtension: {
  v: number
  lane: (body: { extension_id: Id; old_part_id: Id }) => string
  subjects: (body: { extension_id: Id; old_part_id: Id }) => Id[]
} = {
  v: 1,
  lane: ({ extension_id }) => `extension:${extension_id}`,
  subjects: ({ extension_id, old_part_id }) => [extension_id, old_part_id],
}
/** A swap's waiver and write-off stand in one lane, so that their order is known (PART-5). */
const onWriteOff: {
  v: number
  lane: (body: { swap_id: Id; old_part_id: Id | null }) => string
  subjects: (body: { swap_id: Id; old_part_id: Id | null }) => (Id | null)[]
} = {
  v: 1,
  lane: ({ swap_id }) => `write_off:${swap_id}`,
  subjects: ({ swap_id, old_part_id }) => [swap_id, old_part_id],
}

/** A part of a visit that has a card of its own: a section, or the checklist beside it. */
export const partOf = (visit_id: Id, name: string) => `${visit_id}:${name}`
const section = (name: string) => ({
  ...visit,
  subjects: ({ visit_id }: { visit_id: Id }) => [visit_id, partOf(visit_id, name)],
})

const requisition = {
  v: 1,
  lane: ({ requisition_id }: { requisition_id: Id }) => `requisition:${requisition_id}`,
  subjects: ({ requisition_id }: { requisition_id: Id }) => [requisition_id],
}
const transfer = {
  v: 1,
  lane: ({ transfer_id }: { transfer_id: Id }) => `transfer:${transfer_id}`,
  subjects: ({ transfer_id }: { transfer_id: Id }) => [transfer_id],
}

/** All holds of a part stand in one lane, so that their order is known (PART-9). */
const batchHold = {
  v: 1,
  lane: ({ part_id }: { part_id: Id }) => `batch_hold:${part_id}`,
  subjects: ({ hold_id, part_id }: { hold_id: Id; part_id: Id }) => [hold_id, part_id],
}

/** A row of the files of the house has a lane of its own. */
const file = <K extends string>(table: string, key: K) => ({
  v: 1,
  lane: (body: Record<K, Id>) => `${table}:${body[key]}`,
  subjects: (body: Record<K, Id>) => [body[key]],
})

export const MUTATIONS: { [N in MutationName]: Described<N> } = {
  'job.open': { v: 1, lane: (body) => jobLane(body.job_id), subjects: (body) => [body.job_id] },
  'job.edit': { v: 1, lane: (body) => jobLane(body.job_id), subjects: (body) => [body.job_id] },
  'job.assign': { v: 1, lane: (body) => jobLane(body.job_id), subjects: (body) => [body.job_id] },
  'job.answer': onJob,
  'job.answer_in_writing': onJob,
  'job.agree_plan': onJob,
  'job.lend_unit': onJob,
  'job.pause': onJob,
  'job.resume': onJob,
  'quote.propose': onJob,
  'quote.approve': onJob,
  'quote.refuse': onJob,
  'payment.confirm': onJob,
  'payment.collect': onJob,
  'payment.hand_in': onJob,
  'sla_profile.set': {
    v: 1,
    lane: ({ profile_id }) => `sla_profile:${profile_id}`,
    subjects: ({ profile_id }) => [profile_id],
  },
  'calendar.set_days': { v: 1, lane: ({ year }) => `calendar_year:${year}`, subjects: ({ year }) => [String(year)] },
  'job.offer_self': { v: 1, lane: () => null, subjects: (body) => [body.offer_id, body.job_id] },
  'visit.arrive': { v: 1, lane: (body) => jobLane(body.job_id), subjects: (body) => [body.visit_id, body.job_id] },
  'visit.record_listen': section('listen'),
  'visit.record_look': section('look'),
  'visit.record_check': section('check'),
  'visit.record_handle': section('handle'),
  'visit.answer': {
    ...visit,
    subjects: ({ visit_id, checklist_id }) => [visit_id, partOf(visit_id, checklist_id)],
  },
  'checklist.set': {
    v: 1,
    lane: ({ kind }) => `checklist:${kind}`,
    subjects: ({ checklist_id }) => [checklist_id],
  },
  'visit.end': visit,
  'visit.depart': visit,
  'visit.start': visit,
  'visit.state_time': { ...visit, subjects: (body) => [body.visit_id, body.time_id] },
  'visit.report_back': { ...visit, subjects: (body) => [body.visit_id, body.report_back_id] },
  'visit.close_unsigned': visit,
  'visit.sign': { ...visit, subjects: (body) => [body.visit_id, body.signature_id] },
  'visit.rate': { ...visit, subjects: (body) => [body.visit_id, body.rating_id] },
  'visit.take_back': { ...visit, subjects: (body) => [body.visit_id, body.hand_back_id] },
  'customer.add': file('customer', 'customer_id'),
  'customer.edit': file('customer', 'customer_id'),
  'equipment.add': file('equipment', 'equipment_id'),
  'equipment.edit': file('equipment', 'equipment_id'),
  'part.add': file('part', 'part_id'),
  'part.edit': file('part', 'part_id'),
  'fault.add': file('fault', 'fault_id'),
  'fault.edit': file('fault', 'fault_id'),
  'station.add': file('station', 'station_id'),
  'station.edit': file('station', 'station_id'),
  'person.add': file('person', 'person_id'),
  'person.edit': file('person', 'person_id'),
  'preset.set': { v: 1, lane: ({ name }) => `preset:${name}`, subjects: () => [] },
  'swap.record': {
    v: 1,
    lane: ofVisit,
    subjects: (body) => [body.visit_id, body.swap_id, body.old_part?.old_part_id],
  },
  'swap.correct': { v: 1, lane: ofVisit, subjects: (body) => [body.visit_id, body.swap_id] },
  'swap.undo': { v: 1, lane: ofVisit, subjects: (body) => [body.visit_id, body.swap_id] },
  'old_part.tag': {
    v: 1,
    lane: async ({ old_part_id }, cache) =>
      jobLane((await cache.old_part.get(old_part_id))?.job_id) ?? `old_part:${old_part_id}`,
    subjects: (body) => [body.old_part_id],
  },
  'old_part.receive': {
    v: 1,
    lane: ({ old_part_id }) => (old_part_id === null ? null : `old_part:${old_part_id}`),
    subjects: (body) => [body.old_part_id, body.receipt_id],
  },
  'old_part.hand_over': onOldPart,
  'old_part.take_over': onOldPart,
  'old_part.report_lost': onOldPart,
  'old_part.inspect': onOldPart,
  'old_part.store': onOldPart,
  'manifest.pack': onManifest,
  'manifest.ship': onManifest,
  'manifest.carry': onManifest,
  'old_part.match': {
    v: 1,
    lane: ({ old_part_id }) => `old_part:${old_part_id}`,
    subjects: (body) => [body.old_part_id, body.arrival_id],
  },
  'box.close': {
    v: 1,
    lane: ({ manifest_id }) => `return_manifest:${manifest_id}`,
    subjects: (body) => [body.closing_id, body.manifest_id],
  },
  'disposal.record': {
    v: 1,
    lane: ({ disposal_id }) => `disposal:${disposal_id}`,
    subjects: (body) => [body.disposal_id, ...body.old_part_ids],
  },
  'tag_roll.print': { v: 1, lane: ({ roll_id }) => `tag_roll:${roll_id}`, subjects: ({ roll_id }) => [roll_id] },
  'extension.ask': onExtension,
  'extension.grant': onExtension,
  'extension.refuse': onExtension,
  'old_part.waive': onWriteOff,
  'write_off.close': onWriteOff,
  'batch_hold.place': batchHold,
  'batch_hold.lift': batchHold,
  'requisition.ask': requisition,
  'requisition.approve': requisition,
  'requisition.refuse': requisition,
  'requisition.issue': requisition,
  'requisition.close': requisition,
  'goods.receive': { v: 1, lane: () => null, subjects: ({ receipt_id }) => [receipt_id] },
  'unused.announce': { v: 1, lane: () => null, subjects: ({ return_id }) => [return_id] },
  'unused.receive': { v: 1, lane: () => null, subjects: ({ return_id }) => [return_id] },
  'transfer.send': transfer,
  'transfer.receive': transfer,
  'count.record': { v: 1, lane: () => null, subjects: ({ count_id }) => [count_id] },
  'photo.attach': {
    v: 1,
    lane: (body) => jobLane(body.job_id),
    subjects: (body) => [body.photo_id, body.visit_id, body.job_id, body.of_id],
  },
  'photo.annotate': {
    v: 1,
    lane: async ({ photo_id }, cache) => lastJobLaneOf(photo_id) ?? jobLane((await cache.photo.get(photo_id))?.job_id),
    subjects: (body) => [body.annotation_id, body.photo_id],
  },
  'voice_note.attach': { v: 1, lane: ofVisit, subjects: (body) => [body.voice_note_id, body.visit_id] },
  'report.approve': {
    v: 1,
    lane: async ({ report_id }, cache) => jobLane((await cache.report.get(report_id))?.job_id),
    subjects: (body) => [body.report_id],
  },
  'report.accept_unsigned': {
    v: 1,
    lane: async ({ report_id }, cache) => jobLane((await cache.report.get(report_id))?.job_id),
    subjects: (body) => [body.report_id],
  },
  'report.archive': {
    v: 1,
    lane: async ({ report_id }, cache) => jobLane((await cache.report.get(report_id))?.job_id),
    subjects: (body) => [body.report_id],
  },
  'contact.log': onContact,
  'contact.answer': onContact,
  'contact.clarify': onContact,
  'contact.dispatch': onContact,
  'report.send_back': {
    v: 1,
    lane: async ({ report_id }, cache) => jobLane((await cache.report.get(report_id))?.job_id),
    subjects: (body) => [body.report_id],
  },
  'discrepancy.pass_on': {
    v: 1,
    lane: (body) => `discrepancy:${body.discrepancy_id}`,
    subjects: (body) => [body.discrepancy_id],
  },
  'discrepancy.settle': {
    v: 1,
    lane: (body) => `discrepancy:${body.discrepancy_id}`,
    subjects: (body) => [body.discrepancy_id],
  },
  'job.escalate': {
    v: 1,
    lane: ({ escalation_id }) => `escalation:${escalation_id}`,
    subjects: (body) => [body.escalation_id, body.job_id],
    stream: 'urgent',
  },
  'escalation.answer': {
    v: 1,
    lane: ({ escalation_id }) => `escalation:${escalation_id}`,
    subjects: () => [],
    stream: 'urgent',
  },
  'incident.report': {
    v: 1,
    lane: ({ incident_id }) => `incident:${incident_id}`,
    subjects: (body) => [body.incident_id, body.job_id],
    stream: 'urgent',
  },
  'incident.close': { v: 1, lane: ({ incident_id }) => `incident:${incident_id}`, subjects: () => [] },
  'safety.acknowledge': { ...visit, subjects: (body) => [body.visit_id, body.acknowledgement_id] },
  'site_notice.publish': {
    v: 1,
    lane: ({ notice_id }) => `site_notice:${notice_id}`,
    subjects: (body) => [body.customer_id],
  },
  'review.settle': {
    v: 1,
    lane: async ({ review_id }, cache) => jobLane((await cache.review.get(review_id))?.job_id),
    subjects: (body) => [body.review_id],
  },
}
