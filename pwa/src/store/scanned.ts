/** What a scanned or typed text may mean: an old part's tag, a part number, or a unit's plate, serial or job. */
import { isTag, normaliseTag } from '../rules/tags'
import type { Job, OldPart } from '../rules/wire'
import { cache } from './db'
import { jobsNamed } from './jobs'
import { type PartOnHand, partByNumber } from './swaps'
import { type UnitNamed, unitsNamed } from './unit_file'

export interface Meaning {
  /** What was scanned, as it was read. */
  text: string
  oldPart: OldPart | null
  part: PartOnHand | null
  jobs: Job[]
  /** Units with earlier visits on this device (JOB-6). */
  units: UnitNamed[]
}

/** Everything on this device that carries the text. A code that is read wrong has no tag's check character. */
export async function meaningOf(text: string): Promise<Meaning> {
  const tag = normaliseTag(text)
  const [oldPart, part, jobs, units] = await Promise.all([
    isTag(tag) ? cache().old_part.where('tag').equals(tag).first() : undefined,
    partByNumber(text),
    jobsNamed(text),
    unitsNamed(text),
  ])
  return { text, oldPart: oldPart ?? null, part, jobs, units }
}

/** Seven letters and digits are meant as a tag; then the last one must fit. */
export const meantAsTag = (text: string): boolean => /^[0-9A-Z]{3}[\s-]?[0-9A-Z]{3}[\s-]?[0-9A-Z]$/i.test(text.trim())
