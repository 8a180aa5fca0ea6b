/** What is still to record before the customer may sign (VIS-1 to VIS-6); the mirror of `server/rules/visits.py`. */
import { type Answered, unanswered } from './checklists'
import type { Check, Handle, Id, Listen, Look, PhotoSubject, SectionName } from './wire'

/** A swap as far as the signature asks. `old_part_tag` is the tag that hangs on what came off. */
export interface SwapFindings {
  swap_id: Id
  reason: string | null
  old_part_tag: string | null
  no_old_part_reason: string | null
}

/** All that a signature looks at. `photo_subjects` are those of photos that were not refused. */
export interface Findings {
  listen: Listen
  look: Look
  check: Check
  handle: Handle
  ended: boolean
  photo_subjects: ReadonlySet<PhotoSubject>
  swaps: readonly SwapFindings[]
  /** The site demands a safety notice that nobody has acknowledged (VIS-13). */
  unacknowledged?: boolean
  /** What each section asks besides, as far as it is answered. */
  checklists?: Partial<Record<SectionName, Answered>>
}

/** One thing still to record. `code` is stable; `rule` is the rule that asks for it. */
export interface Lack {
  code: string
  rule: string
}

const told = (text: string | null | undefined): boolean => text != null && text.trim() !== ''

/** Keep the lacks whose condition holds. */
const lacks = (...asked: [missing: boolean, code: string, rule: string][]): Lack[] =>
  asked.filter(([missing]) => missing).map(([, code, rule]) => ({ code, rule }))

/** Return what is still to record before the customer may sign, in the order of the work (VIS-6). */
export function lacking(found: Findings): Lack[] {
  const swaps = [...found.swaps].sort((one, other) => (one.swap_id < other.swap_id ? -1 : 1))
  return [
    ...lacks([found.unacknowledged === true, 'safety.notice', 'VIS-13']),
    ...lacks([!told(found.listen.account), 'listen.account', 'VIS-1']),
    ...checklist(found, 'listen', 'VIS-1'),
    ...look(found),
    ...checklist(found, 'look', 'VIS-2'),
    ...check(found),
    ...checklist(found, 'check', 'VIS-3'),
    ...handle(found),
    ...checklist(found, 'handle', 'VIS-4'),
    ...swaps.flatMap(swap),
    ...lacks([!found.ended, 'visit.not_ended', 'VIS-6']),
  ]
}

/** Warranty, opened before, and a reading with its photo (VIS-2). What could not be found out is recorded too. */
const look = ({ look: seen, photo_subjects }: Findings): Lack[] =>
  lacks(
    [seen.in_warranty == null, 'look.in_warranty', 'VIS-2'],
    [seen.opened_before == null, 'look.opened_before', 'VIS-2'],
    [seen.read_km == null && seen.read_h == null, 'look.reading', 'VIS-2'],
    [!photo_subjects.has('meter'), 'look.meter_photo', 'VIS-2'],
    ...tampering(seen, photo_subjects),
  )

/** Who says that the place was opened says whether it was tampered with, and shows or describes it (WARR-2). */
function tampering(seen: Look, photo_subjects: ReadonlySet<PhotoSubject>): [boolean, string, string][] {
  if (seen.opened_before !== 'yes') return []
  const shown = photo_subjects.has('tampering') || told(seen.note)
  return [
    [seen.tampering == null, 'look.tampering', 'VIS-2'],
    [seen.tampering === 'yes' && !shown, 'look.tampering_evidence', 'VIS-2'],
  ]
}

/** The checklist's required items that are asked now; it belongs to the section and lacks under its rule. */
const checklist = ({ checklists }: Findings, section: SectionName, rule: string): Lack[] => {
  const done = checklists?.[section]
  return done === undefined ? [] : unanswered(done).map((item) => ({ code: `checklist.${item}`, rule }))
}

/** The true cause, from the catalogue or in own words, with a photo of the fault or a short note (VIS-3). */
const check = ({ check: checked, photo_subjects }: Findings): Lack[] =>
  lacks(
    [checked.fault_id == null && !told(checked.cause), 'check.cause', 'VIS-3'],
    [!photo_subjects.has('fault') && !told(checked.cause), 'check.evidence', 'VIS-3'],
  )

/** Responsibility, what was done, whether the customer agrees and why not, and that use was shown (VIS-4, VIS-10). */
const handle = ({ handle: handled }: Findings): Lack[] =>
  lacks(
    [handled.responsibility == null, 'handle.responsibility', 'VIS-4'],
    [!told(handled.done), 'handle.done', 'VIS-4'],
    [handled.customer_agrees == null, 'handle.customer_agrees', 'VIS-4'],
    [handled.customer_agrees === false && !told(handled.disagreement), 'handle.disagreement', 'VIS-4'],
    [handled.use_shown == null, 'handle.use_shown', 'VIS-10'],
  )

/** Every swap says why, and its old part is tagged or its absence explained (VIS-5, VIS-6). */
const swap = ({ swap_id, reason, old_part_tag, no_old_part_reason }: SwapFindings): Lack[] =>
  lacks(
    [!told(reason), `swap.reason:${swap_id}`, 'VIS-5'],
    [old_part_tag === null && !told(no_old_part_reason), `swap.old_part:${swap_id}`, 'VIS-6'],
  )
