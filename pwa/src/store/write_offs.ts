/** What each swap on this device still waits for before its part is written off 销账 (PART-5). */
import type { Id, Instant, Job, LossReport, OldPart, Part, Person, Report, Swap, Waiver, WriteOff } from '../rules/wire'
import { factsOf, type Lacking, waitsFor } from '../rules/write_offs'
import { cache, holderId } from './db'
import { personOf } from './people'

/** One issued part that was fitted. */
export interface WriteOffLine {
  swap: Swap
  part: Part | null
  job: Job | null
  report: Report | null
  oldPart: OldPart | null
  /** The manager does without the old part. */
  waiver: Waiver | null
  /** Null until it is written off. */
  writeOff: WriteOff | null
  /** Nothing once it is written off. */
  waitsFor: Lacking[]
}

/** Every swap that this device knows and that was not taken back, the newest first. */
export async function writeOffLines(): Promise<WriteOffLine[]> {
  const swaps = await cache()
    .swap.filter(({ undone_at }) => !undone_at)
    .toArray()
  return linesOf(swaps)
}

/** The same of one job. */
export async function writeOffLinesOfJob(job_id: Id): Promise<WriteOffLine[]> {
  const swaps = await cache().swap.where('job_id').equals(job_id).toArray()
  return linesOf(swaps.filter(({ undone_at }) => !undone_at))
}

async function linesOf(swaps: readonly Swap[]): Promise<WriteOffLine[]> {
  const inOrder = [...swaps].sort((one, other) => other.recorded_at.localeCompare(one.recorded_at))
  const visitIds = inOrder.map(({ visit_id }) => visit_id)
  const ids = inOrder.map(({ id }) => id)
  const [parts, jobs, visits, reports, oldParts, waivers, writeOffs] = await Promise.all([
    cache().part.bulkGet(inOrder.map(({ part_id }) => part_id)),
    cache().job.bulkGet(inOrder.map(({ job_id }) => job_id)),
    cache().visit.bulkGet(visitIds),
    cache().report.bulkGet(visitIds),
    cache().old_part.bulkGet(inOrder.map(({ old_part_id }) => old_part_id ?? '')),
    cache().waiver.bulkGet(ids),
    cache().write_off.where('swap_id').anyOf(ids).toArray(),
  ])
  const closed = new Map(writeOffs.map((one) => [one.swap_id, one]))
  return inOrder.map((swap, place) => {
    const about = {
      visit: visits[place] ?? null,
      report: reports[place] ?? null,
      oldPart: oldParts[place] ?? null,
      waiver: waivers[place] ?? null,
    }
    const writeOff = closed.get(swap.id) ?? null
    return {
      swap,
      part: parts[place] ?? null,
      job: jobs[place] ?? null,
      report: about.report,
      oldPart: about.oldPart,
      waiver: about.waiver,
      writeOff,
      waitsFor: writeOff === null ? waitsFor(factsOf(about)) : [],
    }
  })
}

/** A line that only the manager's word can bring on: its old part is missing, or was never brought along (PART-5). */
export interface WaiverWanted {
  line: WriteOffLine
  /** Who said that there is no old part, and when. */
  by: Person | null
  since: Instant
}

/** Lines that want a waiver and have none, the oldest first. */
export async function waiversWanted(): Promise<WaiverWanted[]> {
  const missing = await cache().old_part.where('state').equals('missing').toArray()
  const gone = await cache()
    .swap.where('id')
    .anyOf(missing.flatMap(({ swap_id }) => swap_id ?? []))
    .toArray()
  const never = await cache().swap.where('no_old_part_code').above('').toArray()
  const lines = await linesOf([...gone, ...never].filter(({ undone_at }) => !undone_at))
  const wanted = lines.filter(({ waiver, writeOff }) => waiver === null && writeOff === null)
  const told = await Promise.all(
    wanted.map(async (line) => {
      const loss = await lossOf(line.swap.old_part_id)
      return {
        line,
        by: await personOf(loss?.reported_by ?? line.swap.recorded_by),
        since: loss?.reported_at ?? line.swap.recorded_at,
      }
    }),
  )
  return told.sort((one, other) => one.since.localeCompare(other.since))
}

/** How many lines wait for nothing and are not written off yet. */
export async function writeOffsReady(): Promise<number> {
  const lines = await writeOffLines()
  return lines.filter((line) => line.writeOff === null && line.waitsFor.length === 0).length
}

/** What was said last about where an old part went. */
async function lossOf(old_part_id: Id | null): Promise<LossReport | null> {
  if (old_part_id === null) return null
  const told = await cache().loss_report.where('old_part_id').equals(old_part_id).sortBy('reported_at')
  return told.at(-1) ?? null
}

/** One line with the people who are named in it. */
export interface LineInFull {
  line: WriteOffLine
  loss: LossReport | null
  lostBy: Person | null
  takenOffBy: Person | null
  closedBy: Person | null
  waivedBy: Person | null
  /** Whoever holds this device may waive. */
  decides: boolean
}

export async function lineInFull(swap_id: Id): Promise<LineInFull | null> {
  const swap = await cache().swap.get(swap_id)
  const [line] = swap === undefined ? [] : await linesOf([swap])
  if (line === undefined) return null
  const loss = await lossOf(line.swap.old_part_id)
  return {
    line,
    loss,
    lostBy: await personOf(loss?.reported_by ?? null),
    takenOffBy: await personOf(line.swap.recorded_by),
    closedBy: await personOf(line.writeOff?.closed_by ?? null),
    waivedBy: await personOf(line.waiver?.waived_by ?? null),
    decides: (await personOf(holderId()))?.roles.includes('manager') === true,
  }
}
