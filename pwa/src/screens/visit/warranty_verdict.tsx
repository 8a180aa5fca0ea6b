/** What the papers suggest about the warranty, with its grounds; the technician's own finding stands above it (WARR-1, WARR-2). */
import { figure } from '../../parts/figures'
import { calendarDay } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { WarrantyFinding } from '../../rules/warranty'
import type { Equipment, YesNo } from '../../rules/wire'

const w = words({
  yes: ['三包期内', 'In warranty'],
  no: ['不在三包期', 'Out of warranty'],
  unknown: ['三包说不准', 'Warranty not certain'],
  until: [(day: string) => `到 ${day}`, (day: string) => `Until ${day}`],
  both: [
    (until: string, km: string) => `${until} 或 ${km} km，先到为准`,
    (until: string, km: string) => `${until} or ${km} km, whichever comes first`,
  ],
  kmOnly: [(km: string) => `到 ${km} km`, (km: string) => `Up to ${km} km`],
  left: [
    (limits: string, km: string) => `${limits}。还剩 ${km} km。`,
    (limits: string, km: string) => `${limits}. ${km} km left.`,
  ],
  over: [
    (limits: string, km: string) => `${limits}。已超 ${km} km。`,
    (limits: string, km: string) => `${limits}. ${km} km over.`,
  ],
  passed: [(day: string) => `${day} 到期。`, (day: string) => `Ended on ${day}.`],
  notDelivered: [
    (day: string) => `台账写 ${day} 才交车，问问办公室。`,
    (day: string) => `By the papers it is delivered on ${day}. Ask the office.`,
  ],
  noPapers: [
    '本机没有这台车的三包日期。你先定，办公室会核。',
    'No warranty dates here. You decide; the office will check.',
  ],
  decided: [
    (papers: string) => `你定的。台账算出来：${papers}`,
    (papers: string) => `Your finding. By the papers: ${papers}`,
  ],
})

const KIND = { yes: 'ok', no: 'flat', unknown: 'doubt' } as const

interface WarrantyVerdictProps {
  found: WarrantyFinding
  /** The technician's finding, or what the papers say while there is none. */
  decided: YesNo | null
  equipment: Equipment | null
}

export function WarrantyVerdict({ found, decided, equipment }: WarrantyVerdictProps) {
  const shown = decided ?? found.in_warranty
  const grounds = groundsOf(found, equipment)
  return (
    <Verdict kind={KIND[shown]} icon={shown === 'yes' ? 'shield-check' : 'shield-warning'} title={w[shown]()}>
      {differs(found, decided) ? w.decided(grounds) : grounds}
    </Verdict>
  )
}

/** Say whether the technician found otherwise than the papers; a reason is asked for, and never demanded. */
export function differs(found: WarrantyFinding, decided: YesNo | null): boolean {
  return found.in_warranty !== 'unknown' && decided !== null && decided !== found.in_warranty
}

/** The limits in the papers, and how far the unit is from them. */
function groundsOf({ because, km_left }: WarrantyFinding, equipment: Equipment | null): string {
  const { warranty_until: day = null, warranty_km: km = null, delivered_on = null } = equipment ?? {}
  if (because === 'not_delivered' && delivered_on !== null) return w.notDelivered(calendarDay(delivered_on))
  if (day === null && km === null) return w.noPapers()
  if (because === 'day' && day !== null) return w.passed(calendarDay(day))
  const limits =
    day === null
      ? w.kmOnly(figure(km ?? 0))
      : km === null
        ? w.until(calendarDay(day))
        : w.both(w.until(calendarDay(day)), figure(km))
  if (km_left === null) return limits
  return km_left < 0 ? w.over(limits, figure(-km_left)) : w.left(limits, figure(km_left))
}
