/** The claim policy held against this visit: what is there, what is missing, and where it is made good. */
import { fewest, shownBy } from '../../rules/evidence'
import type { EvidenceName, PolicyLine } from '../../rules/presets'
import type { Fault, Photo, PhotoSubject, Visit } from '../../rules/wire'
import { photosOf } from '../../store/photos'
import type { SwapSeen } from '../../store/swaps'
import { faultName } from './fault_picker'

export interface Evidence {
  name: EvidenceName
  had: boolean
  /** Signing waits for it; otherwise a supplier may refuse the claim without it. */
  obligatory: boolean
  /** The photo that is taken right here, where it is one. */
  subject: PhotoSubject | null
  /** Newest photo of it, or what stands for it in words. */
  at: string | null
  shown: string | null
}

/** In the order of the policy. Without an old part nothing is asked about one. */
export function evidenceOf(
  { check, state }: Visit,
  photos: readonly Photo[],
  swaps: readonly SwapSeen[],
  fault: Fault | null,
  policy: readonly PolicyLine[],
): Evidence[] {
  const oldParts = swaps.flatMap(({ old_part }) => (old_part ? [old_part] : []))
  const shown = shownBy(photos, oldParts)
  const tags = oldParts.flatMap(({ tag }) => (tag ? [tag] : []))
  const taken = (subject: PhotoSubject) => photos.filter((photo) => photo.subject === subject)
  const photographed = (name: 'nameplate' | 'meter' | 'result' | 'old_part', wanted: number) => ({
    had: fewest(name, shown) >= wanted,
    subject: name === 'old_part' ? null : name,
    at: (name === 'old_part' ? taken(name) : photosOf(photos, name)).at(-1)?.taken_at ?? null,
    shown: name === 'old_part' ? String(taken(name).length) : null,
  })
  const worded = (had: boolean, words: string | null) => ({ had, subject: null, at: null, shown: words })
  const found = ({ evidence, photos: wanted }: PolicyLine) => {
    if (evidence === 'cause') {
      const had = check.fault_id !== null || Boolean(check.cause)
      return worded(had, fault ? `${fault.code} ${faultName(fault)}` : check.cause)
    }
    if (evidence === 'tag') return worded(tags.length === oldParts.length, tags.join('  '))
    if (evidence === 'signature') return worded(state === 'signed', null)
    return photographed(evidence, wanted)
  }
  return policy
    .filter(({ evidence }) => oldParts.length > 0 || (evidence !== 'old_part' && evidence !== 'tag'))
    .map((line) => ({ name: line.evidence, obligatory: line.obligatory, ...found(line) }))
}
