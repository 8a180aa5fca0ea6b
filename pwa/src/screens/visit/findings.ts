/** What is on this device about a visit, as the rule of the signature looks at it (VIS-6). */
import type { Findings } from '../../rules/lacking'
import type { Photo, Visit } from '../../rules/wire'
import type { SwapSeen } from '../../store/swaps'

export function findingsOf(visit: Visit, photos: readonly Photo[], swaps: readonly SwapSeen[]): Findings {
  const { listen, look, check, handle } = visit
  return {
    listen,
    look,
    check,
    handle,
    ended: visit.ended_at !== null,
    photo_subjects: new Set(photos.filter(({ state }) => state !== 'refused').map(({ subject }) => subject)),
    swaps: swaps.map(({ swap, old_part }) => ({
      swap_id: swap.id,
      reason: swap.reason,
      old_part_tag: old_part?.tag ?? null,
      no_old_part_reason: swap.no_old_part_reason,
    })),
  }
}
