/** What the supplier's rules ask for besides the signature; it advises and never blocks. */
import type { Fault, Photo, PhotoSubject, Visit } from '../../rules/wire'
import { photosOf } from '../../store/photos'
import type { SwapSeen } from '../../store/swaps'
import { faultName } from './fault_picker'

export type EvidenceName = 'nameplate' | 'meter' | 'cause' | 'old_part' | 'tag' | 'result'

export interface Evidence {
  name: EvidenceName
  had: boolean
  /** The photo that is missing, where it is a photo. */
  subject: PhotoSubject | null
  /** Newest photo of it, or what stands for it in words. */
  at: string | null
  shown: string | null
}

/** A removed part is shown from two sides. */
const SIDES = 2

/** In the order of the work. Without an old part nothing is asked about one. */
export function evidenceOf(
  { check }: Visit,
  photos: readonly Photo[],
  swaps: readonly SwapSeen[],
  fault: Fault | null,
): Evidence[] {
  const oldParts = swaps.flatMap(({ old_part }) => (old_part ? [old_part] : []))
  const sides = oldParts.map(({ id }) => photosOf(photos, 'old_part', id))
  const tags = oldParts.flatMap(({ tag }) => (tag ? [tag] : []))
  const photo = (name: 'nameplate' | 'meter' | 'result'): Evidence => {
    const taken = photosOf(photos, name)
    return { name, had: taken.length > 0, subject: name, at: taken.at(-1)?.taken_at ?? null, shown: null }
  }
  const asked: Evidence[] = [
    photo('nameplate'),
    photo('meter'),
    {
      name: 'cause',
      had: check.fault_id !== null || Boolean(check.cause),
      subject: null,
      at: null,
      shown: fault ? `${fault.code} ${faultName(fault)}` : check.cause,
    },
  ]
  if (oldParts.length > 0) {
    asked.push({
      name: 'old_part',
      had: sides.every((taken) => taken.length >= SIDES),
      subject: null,
      at: sides.flat().at(-1)?.taken_at ?? null,
      shown: String(sides.flat().length),
    })
    asked.push({ name: 'tag', had: tags.length === oldParts.length, subject: null, at: null, shown: tags.join('  ') })
  }
  return [...asked, photo('result')]
}
