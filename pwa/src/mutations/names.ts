/** Every mutation that a person can record: its lane, its stream, and the rows whose cards it concerns. */

import type { Bodies, Id, MutationName, Stream } from '../rules/wire'
import type { Cache } from '../store/cache'
import { lastLaneOf } from '../store/card'

interface Described<N extends MutationName> {
  v: number
  /** The lane, or null for a lane of its own. */
  lane: (body: Bodies[N], cache: Cache) => Promise<string | null> | string | null
  subjects: (body: Bodies[N]) => (Id | null | undefined)[]
  /** `urgent` for what must not wait behind a backlog and stands on its own. */
  stream?: Stream
}

const jobLane = (job_id: Id | null | undefined) => (job_id == null ? null : `job:${job_id}`)
/** A job that was given to somebody else is gone from here, and its last facts still belong to its lane (JOB-7). */
const ofVisit = async ({ visit_id }: { visit_id: Id }, cache: Cache) =>
  jobLane((await cache.visit.get(visit_id))?.job_id) ?? lastLaneOf(visit_id)
const visit: { v: number; lane: typeof ofVisit; subjects: (body: { visit_id: Id }) => Id[] } = {
  v: 1,
  lane: ofVisit,
  subjects: ({ visit_id }) => [visit_id],
}

export const MUTATIONS: { [N in MutationName]: Described<N> } = {
  'job.open': { v: 1, lane: (body) => jobLane(body.job_id), subjects: (body) => [body.job_id] },
  'job.edit': { v: 1, lane: (body) => jobLane(body.job_id), subjects: (body) => [body.job_id] },
  'job.assign': { v: 1, lane: (body) => jobLane(body.job_id), subjects: (body) => [body.job_id] },
  'visit.arrive': { v: 1, lane: (body) => jobLane(body.job_id), subjects: (body) => [body.visit_id, body.job_id] },
  'visit.record_listen': visit,
  'visit.record_look': visit,
  'visit.record_check': visit,
  'visit.record_handle': visit,
  'visit.end': visit,
  'visit.depart': visit,
  'visit.close_unsigned': visit,
  'visit.sign': { ...visit, subjects: (body) => [body.visit_id, body.signature_id] },
  'visit.rate': { ...visit, subjects: (body) => [body.visit_id, body.rating_id] },
  'visit.take_back': { ...visit, subjects: (body) => [body.visit_id, body.hand_back_id] },
  'preset.set': { v: 1, lane: ({ name }) => `preset:${name}`, subjects: () => [] },
  'swap.record': {
    v: 1,
    lane: ofVisit,
    subjects: (body) => [body.visit_id, body.swap_id, body.old_part?.old_part_id],
  },
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
  'photo.attach': {
    v: 1,
    lane: (body) => jobLane(body.job_id),
    subjects: (body) => [body.photo_id, body.visit_id, body.job_id, body.of_id],
  },
  'report.approve': {
    v: 1,
    lane: async ({ report_id }, cache) => jobLane((await cache.report.get(report_id))?.job_id),
    subjects: (body) => [body.report_id],
  },
  'report.send_back': {
    v: 1,
    lane: async ({ report_id }, cache) => jobLane((await cache.report.get(report_id))?.job_id),
    subjects: (body) => [body.report_id],
  },
  'discrepancy.settle': {
    v: 1,
    lane: (body) => `discrepancy:${body.discrepancy_id}`,
    subjects: (body) => [body.discrepancy_id],
  },
  'review.settle': {
    v: 1,
    lane: async ({ review_id }, cache) => jobLane((await cache.review.get(review_id))?.job_id),
    subjects: (body) => [body.review_id],
  },
}
