/** Words for the states, holders and findings of old parts that several of these screens show. */
import type { IconName } from '../../parts/icon'
import { language, words } from '../../parts/words'
import type { DeductionReason } from '../../rules/old_part_presets'
import type { Condition, Id, Mismatch, OldPartState, Rows } from '../../rules/wire'

const w = words({
  with_technician: ['在技师手里', 'With the technician'],
  handed_over: ['转交了', 'Handed over'],
  packed: ['装箱了', 'Packed'],
  shipped: ['在路上', 'On the road'],
  missing: ['说丢了', 'Said to be lost'],
  received: ['待鉴定', 'To inspect'],
  inspected: ['待上架', 'To store'],
  stored: ['在架上', 'On the shelf'],
  disposed: ['已处置', 'Disposed'],
  matched: ['对上了', 'Matched'],
  not_removed: ['没拆下', 'Not removed'],
  as_described: ['和说的一样', 'As described'],
  damaged: ['损坏', 'Damaged'],
  incomplete: ['不齐', 'Incomplete'],
  none: ['没有不对', 'Nothing wrong'],
  wrong_part: ['不是这个件', 'Wrong part'],
  wrong_serial: ['编号不对', 'Wrong serial'],
  quantity_short: ['数量少', 'Quantity short'],
  no_tag: ['没挂标签', 'No tag'],
  somebody: ['别人', 'Somebody'],
  unit: ['在车上', 'On the unit'],
  courier: ['快递', 'The courier'],
  courierOf: [(name: string) => `快递 ${name}`, (name: string) => `Courier ${name}`],
  gone: ['处置清单', 'The list of disposal'],
  atShelf: [
    (name: string, shelf: string) => `${name}，货位 ${shelf}`,
    (name: string, shelf: string) => `${name}, shelf ${shelf}`,
  ],
})

export const stateName = (state: OldPartState): string => w[state]()
export const conditionName = (condition: Condition): string => w[condition]()
export const mismatchName = (mismatch: Mismatch): string => w[mismatch]()
export const reasonName = (reasons: readonly DeductionReason[], code: string): string => {
  const reason = reasons.find((one) => one.code === code)
  return reason ? (language.value === 'zh' ? reason.zh : reason.en) : code
}

const ICONS: Partial<Record<OldPartState, IconName>> = {
  with_technician: 'user',
  handed_over: 'user',
  packed: 'package',
  shipped: 'truck',
  missing: 'warning',
  received: 'tray',
  inspected: 'magnifying-glass',
  stored: 'warehouse',
  disposed: 'check-circle',
}
export const stateIcon = (state: OldPartState): IconName => ICONS[state] ?? 'tag'

/** Exactly one holds it: a person with the shelf it lies on, a courier, or the list it left by (OLD-2). */
export function holderName(
  part: Rows['old_part'],
  people: ReadonlyMap<Id, Rows['person']>,
  manifests: ReadonlyMap<Id, Rows['return_manifest']>,
): string {
  if (part.holder_kind === 'unit') return w.unit()
  if (part.holder_kind === 'disposal') return w.gone()
  if (part.holder_kind === 'courier') {
    const courier = manifests.get(part.holder_id)?.courier
    return courier ? w.courierOf(courier) : w.courier()
  }
  const name = people.get(part.holder_id)?.name ?? w.somebody()
  return part.shelf && part.received_at !== null ? w.atShelf(name, part.shelf) : name
}
