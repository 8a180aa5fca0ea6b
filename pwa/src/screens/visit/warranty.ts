/** Whether the unit is still in warranty, from its papers and the reading (WARR-1); the technician's finding decides. */
import type { Equipment, YesNo } from '../../rules/wire'

export interface WarrantyFinding {
  in_warranty: YesNo
  /** Which limit was passed, when one was. */
  passed: 'day' | 'km' | null
  /** Kilometres left, where the papers limit them and the meter was read. */
  km_left: number | null
}

/** `today` is a calendar day; without papers the finding is `unknown`. */
export function warrantyFinding(equipment: Equipment | null, read_km: number | null, today: string): WarrantyFinding {
  const until = equipment?.warranty_until ?? null
  const limit = equipment?.warranty_km ?? null
  const km_left = limit === null || read_km === null ? null : limit - read_km
  if (until === null && limit === null) return { in_warranty: 'unknown', passed: null, km_left: null }
  if (until !== null && today > until) return { in_warranty: 'no', passed: 'day', km_left }
  if (km_left !== null && km_left < 0) return { in_warranty: 'no', passed: 'km', km_left }
  return { in_warranty: 'yes', passed: null, km_left }
}

/** Say whether the meter shows less than at the last visit: a doubt, never a wall. */
export function lowerThanLast(read: number | null, last: number | null): boolean {
  return read !== null && last !== null && read < last
}
