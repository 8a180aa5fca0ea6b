/** What the signature's document asks of the cache: every row that stands on the customer's page (VIS-7). */
import { sha256 } from '../rules/canonical'
import type { Shown } from '../rules/report_document'
import type { Id, Seal } from '../rules/wire'
import { cache } from './db'
import { swapsOf } from './swaps'

/** All that is on the page before anybody signs; null where the visit or its job is not on this device. */
export type OnThePage = Omit<Shown, 'signature' | 'stamp_photo_id' | 'former' | 'signed_at' | 'tz_offset_min'>

export async function onThePage(visit_id: Id): Promise<OnThePage | null> {
  const visit = await cache().visit.get(visit_id)
  const job = visit && (await cache().job.get(visit.job_id))
  if (visit === undefined || job === undefined) return null
  const [station, people, fault, swaps, photos, checklists, answered, signatures, report, quote] = await Promise.all([
    cache().station.get(visit.station_id),
    cache().person.bulkGet(job.technicians.map(({ user_id }) => user_id)),
    visit.check.fault_id === null ? undefined : cache().fault.get(visit.check.fault_id),
    swapsOf(visit_id),
    cache().photo.where('visit_id').equals(visit_id).toArray(),
    cache().checklist.toArray(),
    cache().visit_checklist.get(visit_id),
    cache().signature.where('visit_id').equals(visit_id).sortBy('signed_at'),
    cache().report.get(visit_id),
    cache().quote.get(visit.job_id),
  ])
  // Who signed before the report was sent back signed another one.
  const stands = visit.state === 'signed' && report !== undefined
  return {
    visit,
    job,
    station: station ?? null,
    people: people.filter((person) => person !== undefined),
    fault: fault ?? null,
    swaps: swaps.filter(({ swap }) => swap.undone_at === null),
    photos: photos.filter(({ state }) => state !== 'refused'),
    checklists,
    answered: answered ?? null,
    quote: quote ?? null,
    earlier: stands ? signatures.filter(({ signed_at }) => signed_at >= report.closed_at) : [],
  }
}

/** The visit's newest seal as this device knows it; one that is not sent yet counts too. */
export async function newestSeal(visit_id: Id): Promise<Seal | null> {
  return (await cache().seal.where('visit_id').equals(visit_id).sortBy('revision')).at(-1) ?? null
}

/** What stands on the visit's newest seal: its revision, and the first 16 characters of its hash, to compare. */
export async function sealToCompare(visit_id: Id): Promise<{ revision: number; code: string } | null> {
  const seal = await newestSeal(visit_id)
  if (seal === null) return null
  const hash = seal.sha256 ?? (await sha256(seal.document))
  const groups = hash.slice(0, 16).toUpperCase().match(/.{4}/g) ?? []
  return { revision: seal.revision, code: groups.join(' ') }
}
