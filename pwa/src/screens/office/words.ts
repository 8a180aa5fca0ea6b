/** The office's words for codes that several of its screens show. */
import { language } from '../../parts/words'

type Table = Record<string, readonly [zh: string, en: string]>

const FAULT_CLASS: Table = {
  body: ['车身', 'Body'],
  chassis: ['底盘', 'Chassis'],
  engine: ['发动机', 'Engine'],
  electrical: ['电气', 'Electrical'],
  hydraulic: ['液压', 'Hydraulics'],
  other: ['其他', 'Other'],
}
const URGENCY: Table = {
  normal: ['一般', 'Normal'],
  urgent: ['紧急', 'Urgent'],
}
const FIELD: Table = {
  customer: ['用户', 'Customer'],
  customer_id: ['用户', 'Customer'],
  site_address: ['现场地址', 'Site address'],
  contact: ['联系人', 'Contact'],
  phone: ['联系电话', 'Phone'],
  equipment: ['设备', 'Unit'],
  equipment_id: ['设备', 'Unit'],
  model: ['型号', 'Model'],
  serial: ['出厂编号', 'Serial'],
  fault_reported: ['故障', 'Fault'],
  fault_class: ['故障类别', 'Fault class'],
  urgency: ['缓急', 'Urgency'],
  distance_km: ['里程', 'Distance'],
  planned_at: ['计划到场', 'Planned'],
  analysis: ['分析和参考', 'Analysis'],
  likely_parts: ['可能用件', 'Likely parts'],
  contract: ['合同', 'Contract'],
  repair_size: ['大修还是小修', 'Size of the repair'],
  supplier_involved: ['涉及供应商', 'Supplier involved'],
  paid: ['收费服务', 'Paid service'],
}

const CONTRACT: Table = {
  support: ['维保合同', 'Support contract'],
  household: ['家庭报修', 'Household'],
}
const REPAIR_SIZE: Table = {
  small: ['小修', 'Small'],
  large: ['大修', 'Large'],
}

/** A code that nobody has given words to yet shows itself. */
const said = (table: Table) => (code: string) => table[code]?.[language.value === 'zh' ? 0 : 1] ?? code

export const faultClass = said(FAULT_CLASS)
export const urgency = said(URGENCY)
export const fieldName = said(FIELD)
export const contract = said(CONTRACT)
export const repairSize = said(REPAIR_SIZE)
export const FAULT_CLASSES = Object.keys(FAULT_CLASS)
export const URGENCIES = Object.keys(URGENCY)
export const CONTRACTS = Object.keys(CONTRACT)
export const REPAIR_SIZES = Object.keys(REPAIR_SIZE)

/** A day without its year: 11月19日, 19 Nov. */
export function shortDay(on: string): string {
  const date = on.length === 10 ? new Date(`${on}T00:00:00`) : new Date(on)
  const style = language.value === 'zh' ? 'zh-CN' : 'en-GB'
  return new Intl.DateTimeFormat(style, { month: 'short', day: 'numeric' }).format(date)
}

/** Names side by side: 周海、吴越 or Zhou Hai, Wu Yue. */
export function together(names: readonly string[]): string {
  return names.join(language.value === 'zh' ? '、' : ', ')
}
