/** What the write-off 销账 of an issued part still waits for (PART-5); the mirror of `server/rules/write_offs.py`. */
import type { OldPartState, Report, Visit, Waiver } from './wire'

/** One of the three things that a write-off needs. */
export type Lacking = 'signature' | 'approval' | 'old_part'

/** What is there of the three. */
export interface WriteOffFacts {
  signed: boolean
  /** The manager stands in for the customer who could not or would not sign (VIS-8). */
  accepted_unsigned: boolean
  approved: boolean
  received: boolean
  waived: boolean
}

/** A clerk has signed for it. */
export const CAME_BACK: ReadonlySet<OldPartState> = new Set(['received', 'inspected', 'stored', 'disposed', 'matched'])

/** What is still missing before the part can be written off, in the order in which it comes; nothing when it can. */
export function waitsFor({ signed, accepted_unsigned, approved, received, waived }: WriteOffFacts): Lacking[] {
  const there: readonly [Lacking, boolean][] = [
    ['signature', signed || accepted_unsigned],
    ['approval', approved],
    ['old_part', received || waived],
  ]
  return there.filter(([, isThere]) => !isThere).map(([lacking]) => lacking)
}

/** What a device knows about one swap. */
export interface AboutSwap {
  visit: Pick<Visit, 'state'> | null
  report: Pick<Report, 'state' | 'accepted_unsigned'> | null
  oldPart: { state: OldPartState } | null
  waiver: Pick<Waiver, 'id'> | null
}

export function factsOf({ visit, report, oldPart, waiver }: AboutSwap): WriteOffFacts {
  return {
    signed: visit?.state === 'signed',
    accepted_unsigned: report?.accepted_unsigned != null,
    approved: report?.state === 'approved',
    received: oldPart !== null && CAME_BACK.has(oldPart.state),
    waived: waiver !== null,
  }
}
