/** The claim policy: what a supplier wants to see, and what of it signing waits for; mirror of `server/rules/evidence.py`. */
import type { Lack } from './lacking'
import type { EvidenceName, PolicyLine } from './presets'
import type { Id, OldPart, Photo, PhotoSubject } from './wire'

/** How many photos show it: by subject, and for each old part by its id. Refused photos do not count. */
export interface Shown {
  photos: Readonly<Partial<Record<PhotoSubject, number>>>
  old_parts: Readonly<Record<Id, number>>
}

/** What a policy may make obligatory; the rest the rulebook itself asks for (VIS-2, VIS-3, VIS-6). */
const PHOTOGRAPHED: readonly EvidenceName[] = ['nameplate', 'old_part', 'result']

/** Return the obligatory evidence that is not there, in the order of the policy (VIS-6). */
export function lackingEvidence(policy: readonly PolicyLine[], shown: Shown): Lack[] {
  return policy
    .filter(({ evidence, photos, obligatory }) => {
      return obligatory && PHOTOGRAPHED.includes(evidence) && fewest(evidence, shown) < photos
    })
    .map(({ evidence }) => ({ code: `evidence.${evidence}`, rule: 'VIS-6' }))
}

/** How many photos the worst shown of them has; without an old part nothing is asked about one. */
export function fewest(evidence: EvidenceName, { photos, old_parts }: Shown): number {
  if (evidence === 'old_part') return Math.min(...Object.values(old_parts))
  return photos[evidence as PhotoSubject] ?? 0
}

export function shownBy(photos: readonly Photo[], oldParts: readonly OldPart[]): Shown {
  const counted = photos.filter(({ state }) => state !== 'refused')
  const bySubject: Partial<Record<PhotoSubject, number>> = {}
  for (const { subject } of counted) bySubject[subject] = (bySubject[subject] ?? 0) + 1
  const sides = (id: Id) => counted.filter((photo) => photo.subject === 'old_part' && photo.of_id === id).length
  return { photos: bySubject, old_parts: Object.fromEntries(oldParts.map(({ id }) => [id, sides(id)])) }
}
