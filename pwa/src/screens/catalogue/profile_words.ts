/** What a promise asks of a job, in words (JOB-3). */
import { promised } from '../../parts/sla_clock'
import { language, words } from '../../parts/words'
import type { SlaProfile } from '../../rules/wire'
import { contract, faultClass, repairSize, urgency } from '../office/words'
import { kindName } from './words'

const w = words({
  all: ['所有任务', 'Every job'],
  from: [(km: number) => `${km} km 起`, (km: number) => `from ${km} km`],
  until: [(km: number) => `${km} km 以内`, (km: number) => `up to ${km} km`],
  supplier: ['涉及供应商', 'supplier involved'],
  noSupplier: ['不涉及供应商', 'no supplier involved'],
  opened: ['从登记起', 'from the call'],
  dispatched: ['从派工起', 'from the dispatch'],
  agreed: ['从同意方案起', 'from the agreed plan'],
})

export const profileName = (profile: SlaProfile): string => (language.value === 'en' ? profile.name_en : profile.name)
export const startsName = (starts: SlaProfile['terms'][number]['starts']): string => w[starts]()
export const termsSaid = (profile: SlaProfile): string => profile.terms.map(promised).join(' · ')

/** The jobs that it fits. */
export function fitsSaid(profile: SlaProfile): string {
  const asked = [
    profile.fault_class && faultClass(profile.fault_class),
    profile.urgency && urgency(profile.urgency),
    profile.equipment_kind && kindName(profile.equipment_kind),
    profile.contract && contract(profile.contract),
    profile.repair_size && repairSize(profile.repair_size),
    profile.min_km !== null && w.from(profile.min_km),
    profile.max_km !== null && w.until(profile.max_km),
    profile.supplier_involved !== null && (profile.supplier_involved ? w.supplier() : w.noSupplier()),
  ].filter((one): one is string => typeof one === 'string' && one !== '')
  return asked.length === 0 ? w.all() : asked.join(' · ')
}
