/** What a site demands before work starts (VIS-13); the mirror of `server/rules/safety.py`. */
import type { Day, Id } from './wire'

export type Agreement = 'on_file' | 'expired' | 'missing'

/** Whether the safety agreement covers that day; without an end it does not run out (VIS-13). */
export function agreementOn(day: Day, on_file: boolean, until: Day | null): Agreement {
  if (!on_file) return 'missing'
  return until === null || day <= until ? 'on_file' : 'expired'
}

/** Whether the site demands a notice that was not acknowledged on this visit, in whichever version (VIS-13). */
export function isUnacknowledged(notice_id: Id | null, acknowledged: ReadonlySet<Id>): boolean {
  return notice_id !== null && !acknowledged.has(notice_id)
}
