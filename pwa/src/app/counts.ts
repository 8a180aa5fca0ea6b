/** The neutral numbers beside the places. */
import type { Role } from '../rules/wire'
import { needingYou, unsentItems } from '../store/card'
import { contactsWaiting } from '../store/contacts'
import { unassignedJobs } from '../store/jobs'
import { useLive } from '../store/live'
import { expectedOldParts } from '../store/old_parts'
import { decisionsWaiting } from '../store/reports'
import { heldOldParts } from '../store/stock'
import { urgentCount } from '../store/urgent'
import type { PlaceName } from './places'

/** A count that none of the person's places shows is not asked for. */
const nothing = async () => undefined

type Counts = Partial<Record<PlaceName, { count: number; hot?: boolean }>>

export function useCounts(roles: readonly Role[]): Counts {
  const held = useLive(heldOldParts)?.length ?? 0
  const decides = roles.includes('manager')
  const waiting = useLive(decides ? decisionsWaiting : nothing)
  const urgent = useLive(decides ? urgentCount : nothing) ?? 0
  const unassigned = useLive(decides || roles.includes('dispatcher') ? unassignedJobs : nothing)
  const contacts = useLive(decides || roles.includes('dispatcher') ? contactsWaiting : nothing)
  const expected = useLive(roles.includes('clerk') ? expectedOldParts : nothing)?.length
  return {
    parts: { count: held },
    ...(unassigned && { dispatch: { count: unassigned } }),
    ...(contacts && { calls: { count: contacts } }),
    ...(expected && { receive: { count: expected } }),
    sync: needingYou.value > 0 ? { count: needingYou.value, hot: true } : { count: unsentItems.value.length },
    ...(waiting && {
      approvals: {
        count: urgent + waiting.approvals + waiting.discrepancies,
        hot: urgent + waiting.discrepancies > 0,
      },
    }),
  }
}
