/** What the papers say about the warranty (WARR-1): a suggestion with its reason; the technician decides (WARR-2). */
import type { Day, Equipment, YesNo } from './wire'

export interface WarrantyFinding {
  in_warranty: YesNo
  /** Why not, where it is not: a limit was passed, or the unit is not delivered yet by the papers. */
  because: 'day' | 'km' | 'not_delivered' | null
  /** Kilometres left, where the papers limit them and the meter was read. */
  km_left: number | null
}

type Papers = Pick<Equipment, 'delivered_on' | 'warranty_until' | 'warranty_km'>

/** Without papers the finding is `unknown`. A limit in kilometres alone says nothing before the meter is read. */
export function warrantyFinding(papers: Papers | null, read_km: number | null, today: Day): WarrantyFinding {
  const { delivered_on = null, warranty_until: until = null, warranty_km: limit = null } = papers ?? {}
  const km_left = limit === null || read_km === null ? null : limit - read_km
  if (until !== null && today > until) return { in_warranty: 'no', because: 'day', km_left }
  if (km_left !== null && km_left < 0) return { in_warranty: 'no', because: 'km', km_left }
  if (delivered_on !== null && today < delivered_on)
    return { in_warranty: 'unknown', because: 'not_delivered', km_left }
  const known = until !== null || km_left !== null
  return { in_warranty: known ? 'yes' : 'unknown', because: null, km_left }
}
