/** What is on this device about a visit, as the rule of the signature looks at it (VIS-6). */
import type { Answered } from '../../rules/checklists'
import type { Findings } from '../../rules/lacking'
import type { Photo, Visit } from '../../rules/wire'
import type { Checklists, SectionChecklist } from '../../store/checklists'
import type { SwapSeen } from '../../store/swaps'

export function findingsOf(
  visit: Visit,
  photos: readonly Photo[],
  swaps: readonly SwapSeen[],
  checklists: Checklists,
): Findings {
  const { listen, look, check, handle } = visit
  return {
    listen,
    look,
    check,
    handle,
    ended: visit.ended_at !== null,
    photo_subjects: new Set(shown(photos).map(({ subject }) => subject)),
    swaps: swaps.map(({ swap, old_part }) => ({
      swap_id: swap.id,
      reason: swap.reason,
      old_part_tag: old_part?.tag ?? null,
      no_old_part_reason: swap.no_old_part_reason,
    })),
    checklists: Object.fromEntries(
      Object.entries(checklists).map(([section, one]) => [section, answeredOf(one, photos)]),
    ),
  }
}

/** A checklist as the rule looks at it. */
export function answeredOf({ checklist, answers }: SectionChecklist, photos: readonly Photo[]): Answered {
  return { items: checklist.items, answers, photos: new Set(shown(photos).map(({ id }) => id)) }
}

const shown = (photos: readonly Photo[]) => photos.filter(({ state }) => state !== 'refused')
