/** What the manager asks of the cache: the reports, discrepancies and reviews that wait for a decision. */
import type { Id, Rows } from '../rules/wire'
import { type Checklists, checklistsOf } from './checklists'
import { cache } from './db'
import { waiversWanted } from './write_offs'

/** A line of the list of what waits, with the rows that name it. */
export interface Waiting {
  readonly reports: readonly {
    report: Rows['report']
    job: Rows['job'] | undefined
    technician: Rows['person'] | undefined
  }[]
  readonly discrepancies: readonly {
    discrepancy: Rows['discrepancy']
    by: Rows['person'] | undefined
    part: Rows['part'] | undefined
    job: Rows['job'] | undefined
  }[]
  readonly reviews: readonly { review: Rows['review']; by: Rows['person'] | undefined; job: Rows['job'] | undefined }[]
}

/** Everything that waits for a decision, the oldest first. */
export async function waitingForDecision(): Promise<Waiting> {
  const [reports, discrepancies, reviews] = await Promise.all([
    cache().report.where('state').anyOf('signed', 'unsigned').sortBy('closed_at'),
    cache().discrepancy.where('state').equals('open').sortBy('opened_at'),
    cache().review.where('state').equals('open').sortBy('proposed_at'),
  ])
  return {
    reports: await Promise.all(
      reports.map(async (report) => ({
        report,
        job: await job(report.job_id),
        technician: await technicianOf(report),
      })),
    ),
    discrepancies: await Promise.all(
      discrepancies.map(async (discrepancy) => ({
        discrepancy,
        by: await person(discrepancy.raised_by),
        part: await partOf(discrepancy),
        job: await job(discrepancy.job_id),
      })),
    ),
    reviews: await Promise.all(
      reviews.map(async (review) => ({ review, by: await person(review.proposed_by), job: await job(review.job_id) })),
    ),
  }
}

/** How many decisions wait: requisitions, quotes, reports, waivers and reviews beside the discrepancies. */
export async function decisionsWaiting(): Promise<{ approvals: number; discrepancies: number }> {
  const [requisitions, extensions, quotes, reports, discrepancies, reviews, waivers] = await Promise.all([
    cache()
      .requisition.where('state')
      .anyOf('asked', 'issued')
      .filter(({ decided_at }) => decided_at === null)
      .count(),
    cache().extension.where('state').equals('asked').count(),
    cache().quote.where('state').equals('proposed').count(),
    cache().report.where('state').anyOf('signed', 'unsigned').count(),
    cache().discrepancy.where('state').equals('open').count(),
    cache().review.where('state').equals('open').count(),
    waiversWanted(),
  ])
  return { approvals: requisitions + extensions + quotes + reports + reviews + waivers.length, discrepancies }
}

/** A service report with all that the manager reads before deciding (VIS-14). */
export interface ReportInFull {
  readonly report: Rows['report']
  readonly job: Rows['job'] | undefined
  readonly visit: Rows['visit'] | undefined
  readonly fault: Rows['fault'] | undefined
  /** What the main fault led to. */
  readonly followed: readonly Rows['fault'][]
  readonly causalPart: Rows['part'] | undefined
  readonly checklists: Checklists
  readonly technician: Rows['person'] | undefined
  readonly decidedBy: Rows['person'] | undefined
  readonly signature: Rows['signature'] | undefined
  readonly photos: readonly Rows['photo'][]
  readonly swaps: readonly SwapInFull[]
}

/** A swap with the part that went on and the old part that came off. */
export interface SwapInFull {
  readonly swap: Rows['swap']
  readonly part: Rows['part'] | undefined
  readonly oldPart: Rows['old_part'] | undefined
}

export async function reportInFull(id: Id): Promise<ReportInFull | null> {
  const report = await cache().report.get(id)
  if (report === undefined) return null
  const visit = await cache().visit.get(report.visit_id)
  const swaps = await cache()
    .swap.where('visit_id')
    .equals(report.visit_id)
    .filter(({ undone_at }) => !undone_at)
    .toArray()
  return {
    report,
    visit,
    job: await job(report.job_id),
    fault: visit?.check.fault_id ? await cache().fault.get(visit.check.fault_id) : undefined,
    followed: (await cache().fault.bulkGet(visit?.check.consequential_fault_ids ?? [])).filter(
      (one) => one !== undefined,
    ),
    causalPart: visit?.check.causal_part_id ? await cache().part.get(visit.check.causal_part_id) : undefined,
    checklists: visit ? await checklistsOfReport(visit) : {},
    technician: await technicianOf(report),
    decidedBy: await person(report.decided_by),
    signature: await cache().signature.where('visit_id').equals(report.visit_id).last(),
    photos: await photosOfVisit(report.visit_id),
    swaps: await Promise.all(swaps.map(swapInFull)),
  }
}

async function checklistsOfReport(visit: Rows['visit']): Promise<Checklists> {
  const equipment_id = (await job(visit.job_id))?.equipment_id
  return checklistsOf(visit, (equipment_id && (await cache().equipment.get(equipment_id))) || null)
}

/** A discrepancy with the rows that it is about. */
export interface DiscrepancyInFull {
  readonly discrepancy: Rows['discrepancy']
  readonly by: Rows['person'] | undefined
  readonly settledBy: Rows['person'] | undefined
  readonly job: Rows['job'] | undefined
  readonly part: Rows['part'] | undefined
  readonly swap: Rows['swap'] | undefined
  readonly oldPart: Rows['old_part'] | undefined
  readonly stock: Rows['stock'] | undefined
  readonly photos: readonly Rows['photo'][]
}

export async function discrepancyInFull(id: Id): Promise<DiscrepancyInFull | null> {
  const discrepancy = await cache().discrepancy.get(id)
  if (discrepancy === undefined) return null
  const { subject_table: table, subject_id: subject } = discrepancy
  const swap = table === 'swap' ? await cache().swap.get(subject) : undefined
  const oldPartId = table === 'old_part' ? subject : (swap?.old_part_id ?? null)
  const part = await partOf(discrepancy)
  const location = discrepancy.detail.location
  return {
    discrepancy,
    by: await person(discrepancy.raised_by),
    settledBy: await person(discrepancy.settled_by),
    job: await job(discrepancy.job_id),
    part,
    swap,
    oldPart: oldPartId === null ? undefined : await cache().old_part.get(oldPartId),
    stock: typeof location === 'string' && part ? await cache().stock.get(`${location}:${part.id}`) : undefined,
    photos: oldPartId === null ? [] : await cache().photo.where('of_id').equals(oldPartId).toArray(),
  }
}

async function photosOfVisit(visitId: Id): Promise<Rows['photo'][]> {
  const photos = await cache().photo.where('visit_id').equals(visitId).toArray()
  return photos.sort((a, b) => a.taken_at.localeCompare(b.taken_at))
}

async function swapInFull(swap: Rows['swap']): Promise<SwapInFull> {
  return {
    swap,
    part: await cache().part.get(swap.part_id),
    oldPart: swap.old_part_id === null ? undefined : await cache().old_part.get(swap.old_part_id),
  }
}

async function partOf(discrepancy: Rows['discrepancy']): Promise<Rows['part'] | undefined> {
  const named = discrepancy.detail.part_id
  if (typeof named === 'string') return cache().part.get(named)
  const oldPart =
    discrepancy.subject_table === 'old_part' ? await cache().old_part.get(discrepancy.subject_id) : undefined
  const swap = discrepancy.subject_table === 'swap' ? await cache().swap.get(discrepancy.subject_id) : undefined
  const id = oldPart?.part_id ?? swap?.part_id
  return id ? cache().part.get(id) : undefined
}

async function technicianOf(report: Rows['report']): Promise<Rows['person'] | undefined> {
  const visit = await cache().visit.get(report.visit_id)
  return person(visit?.technician_id ?? null)
}

async function person(id: Id | null): Promise<Rows['person'] | undefined> {
  return id === null ? undefined : cache().person.get(id)
}

async function job(id: Id | null): Promise<Rows['job'] | undefined> {
  return id === null ? undefined : cache().job.get(id)
}
