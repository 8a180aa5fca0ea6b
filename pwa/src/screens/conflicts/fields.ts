/** Every field that two people may change, in plain words: what it is called, and what its values are. */
import { dayAndClock } from '../../parts/times'
import { language, words } from '../../parts/words'
import type { Id, Json } from '../../rules/wire'

type Pair = readonly [zh: string, en: string]

/** How a value is typed and said. A `row` is named by its id, and is chosen where it stands, not here. */
export type Kind = 'text' | 'count' | 'truth' | 'code' | 'moment' | 'fault' | 'row'

interface Known {
  name: Pair
  kind: Kind
  unit?: string
  codes?: Readonly<Record<string, Pair>>
}

const YES_NO = { yes: ['是', 'Yes'], no: ['不是', 'No'], unknown: ['看不出', 'Cannot tell'] } as const
const text = (zh: string, en: string): Known => ({ name: [zh, en], kind: 'text' })
const count = (zh: string, en: string, unit: string): Known => ({ name: [zh, en], kind: 'count', unit })
const truth = (zh: string, en: string): Known => ({ name: [zh, en], kind: 'truth' })
const code = (zh: string, en: string, codes: Readonly<Record<string, Pair>>): Known => ({
  name: [zh, en],
  kind: 'code',
  codes,
})
const row = (zh: string, en: string): Known => ({ name: [zh, en], kind: 'row' })

const FIELDS: Readonly<Record<string, Known>> = {
  phone: text('联系电话', 'the phone number'),
  contact: text('联系人', 'the contact'),
  site_address: text('现场地址', 'the site address'),
  fault_reported: text('报修内容', 'the reported fault'),
  analysis: text('办公室的分析', 'the analysis'),
  distance_km: count('距离', 'the distance', 'km'),
  planned_at: { name: ['约定到场', 'the agreed time'], kind: 'moment' },
  customer_id: row('用户', 'the customer'),
  equipment_id: row('设备', 'the unit'),
  supplier_involved: truth('要不要供应商参与', 'whether a supplier is involved'),
  paid: truth('收不收费', 'whether it is paid service'),
  fault_class: code('故障类别', 'the fault class', {
    body: ['车身', 'Body'],
    chassis: ['底盘', 'Chassis'],
    engine: ['发动机', 'Engine'],
    electrical: ['电气', 'Electrical'],
    hydraulic: ['液压', 'Hydraulics'],
    other: ['其他', 'Other'],
  }),
  urgency: code('缓急', 'the urgency', { normal: ['一般', 'Normal'], urgent: ['紧急', 'Urgent'] }),
  contract: code('合同', 'the contract', { support: ['保障合同', 'Support'], household: ['家用', 'Household'] }),
  repair_size: code('修理大小', 'the size of the repair', { small: ['小修', 'Small'], large: ['大修', 'Large'] }),
  account: text('用户怎么说', 'the customer’s account'),
  told_km: count('用户说的里程', 'the mileage told', 'km'),
  told_h: count('用户说的运行时间', 'the running time told', 'h'),
  usage: text('平时怎么用', 'how it is used'),
  before_after: text('故障前后', 'before and after the fault'),
  in_warranty: code('在不在三包期', 'whether it is in warranty', YES_NO),
  opened_before: code('以前拆动过没有', 'whether it was opened before', YES_NO),
  tampering: code('有没有人动过手脚', 'whether it was tampered with', YES_NO),
  read_km: count('读到的里程', 'the mileage read', 'km'),
  read_h: count('读到的运行时间', 'the running time read', 'h'),
  note: text('备注', 'the note'),
  fault_id: { name: ['故障', 'the fault'], kind: 'fault' },
  cause: text('真正的原因', 'the true cause'),
  examined: truth('看没看坏件', 'whether the part was examined'),
  causal_part_id: row('主因件', 'the causal part'),
  consequential_fault_ids: row('连带的故障', 'the consequential faults'),
  responsibility: code('责任', 'the responsibility', {
    maker: ['厂家', 'Maker'],
    supplier: ['供应商', 'Supplier'],
    user: ['用户', 'User'],
    wear: ['正常磨损', 'Wear'],
    third_party: ['第三方', 'Third party'],
    force_majeure: ['不可抗力', 'Force majeure'],
  }),
  done: text('做了什么', 'what was done'),
  customer_agrees: truth('用户同不同意', 'whether the customer agrees'),
  disagreement: text('用户不同意什么', 'what the customer disagrees with'),
  use_shown: truth('讲没讲使用保养', 'whether use and care were shown'),
  part_id: row('换上的件', 'the fitted part'),
  quantity: count('数量', 'the quantity', ''),
  new_serial: text('新件编号', 'the new serial'),
  reason: text('为什么换', 'why it was replaced'),
}

const w = words({
  unknown: ['一处记录', 'one entry'],
  yes: ['是', 'Yes'],
  no: ['不是', 'No'],
  nothing: ['空着', 'Empty'],
  elsewhere: ['这台设备上没有它的名字', 'Its name is not on this device'],
})

const spoken = (pair: Pair): string => pair[language.value === 'zh' ? 0 : 1]

export const fieldOf = (field: string): string => (FIELDS[field] ? spoken(FIELDS[field].name) : w.unknown())
export const unitOf = (field: string): string => FIELDS[field]?.unit ?? ''
export const codesOf = (field: string): { value: string; label: string }[] =>
  Object.entries(FIELDS[field]?.codes ?? {}).map(([value, pair]) => ({ value, label: spoken(pair) }))

/** Of a field that this version does not know, what its values look like tells how it is typed. */
export function kindOf(field: string, values: readonly Json[]): Kind {
  const known = FIELDS[field]
  if (known) return known.kind
  const like = values.find((value) => value !== null)
  if (typeof like === 'boolean') return 'truth'
  if (typeof like === 'number') return 'count'
  return typeof like === 'string' ? 'text' : 'row'
}

/** A value as people say it; never a code, an id or a moment of the wire. */
export function shown(field: string, value: Json, names: ReadonlyMap<Id, string>): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return w.nothing()
  if (typeof value === 'boolean') return value ? w.yes() : w.no()
  const known = FIELDS[field]
  if (typeof value === 'number') return [grouped(value), known?.unit].filter(Boolean).join(' ')
  if (Array.isArray(value))
    return value.map((one) => shown(field, one, names)).join(language.value === 'zh' ? '、' : ', ')
  if (typeof value === 'object')
    return Object.values(value)
      .map((one) => shown('', one, names))
      .join(' ')
  if (known?.kind === 'row' || known?.kind === 'fault') return names.get(value) ?? w.elsewhere()
  if (known?.kind === 'moment') return dayAndClock(value)
  const named = known?.codes?.[value]
  return named ? spoken(named) : value
}

/** `171 905`, as it stands on a meter. */
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ' ')
