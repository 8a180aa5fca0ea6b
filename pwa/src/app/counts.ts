/** The neutral numbers beside the places. */
import type { Role } from '../rules/wire'
import { unsentItems } from '../store/card'
import { unassignedJobs } from '../store/jobs'
import { useLive } from '../store/live'
import { expectedOldParts } from '../store/old_parts'
import { decisionsWaiting } from '../store/reports'
import { heldOldParts } from '../store/stock'
import type { PlaceName } from './places'

type Counts = Partial<Record<PlaceName, { count: number; hot?: boolean }>>

export function useCounts(roles: readonly Role[]): Counts {
  const held = useLive(heldOldParts)?.length ?? 0
  const waiting = useLive(decisionsWaiting)
  const unassigned = useLive(unassignedJobs)
  const expected = useLive(expectedOldParts)?.length
  return {
    parts: { count: held },
    ...(unassigned && { dispatch: { count: unassigned } }),
    ...(expected && { receive: { count: expected } }),
    sync: { count: unsentItems.value.length },
    ...(roles.includes('manager') &&
      waiting && {
        approvals: { count: waiting.approvals + waiting.discrepancies, hot: waiting.discrepancies > 0 },
      }),
  }
}
