/** Finds the customer who calls and the unit that they call about: by plate, serial, name or phone. */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Plate, Sheet } from '../../parts/sheet'
import { words } from '../../parts/words'
import type { Id, Rows } from '../../rules/wire'
import { useLive } from '../../store/live'
import { type CustomerFound, customerById, findCustomers } from '../../store/office'

const w = words({
  who: ['谁来的电话，哪台设备', 'Who calls, about which unit'],
  search: ['车号、编号、单位、电话', 'Plate, serial, name, phone'],
  none: [
    (asked: string) => `没有“${asked}”。先记下故障，用户后补`,
    (asked: string) => `Nothing for “${asked}”. Log the fault, add the customer later.`,
  ],
  change: ['换一个', 'Change'],
  noUnit: ['不知道是哪台', 'Unit not known'],
  whichUnit: ['哪台', 'Which unit'],
})

interface Picked {
  customer: Rows['customer']
  unit: Rows['equipment'] | null
}

interface Props {
  customerId: Id | null
  equipmentId: Id | null
  onPick: (picked: Picked | null) => void
}

export function UnitPicker({ customerId, equipmentId, onPick }: Props) {
  const [asked, ask] = useState('')
  const chosen = useLive(() => customerById(customerId), [customerId])
  const found = useLive(() => findCustomers(asked), [asked])
  if (chosen) {
    return <Chosen found={chosen} equipmentId={equipmentId} onPick={onPick} />
  }
  return (
    <section class="stack">
      <label class="search">
        <Icon name="magnifying-glass" />
        <input
          type="search"
          aria-label={w.who()}
          placeholder={w.search()}
          value={asked}
          onInput={(event) => ask(event.currentTarget.value)}
        />
      </label>
      {found && found.length > 0 && (
        <ul class="sheet flush list found">
          {found.flatMap(({ customer, units }) =>
            (units.length > 0 ? units : [null]).map((unit) => (
              <li key={unit?.id ?? customer.id}>
                <button type="button" class="pick" onClick={() => onPick({ customer, unit })}>
                  <UnitLine customer={customer} unit={unit} />
                </button>
              </li>
            )),
          )}
        </ul>
      )}
      {found && found.length === 0 && asked.trim() !== '' && <p class="meta">{w.none(asked.trim())}</p>}
    </section>
  )
}

function Chosen({
  found,
  equipmentId,
  onPick,
}: {
  found: CustomerFound
  equipmentId: Id | null
  onPick: Props['onPick']
}) {
  const { customer, units } = found
  const unit = units.find((one) => one.id === equipmentId) ?? null
  return (
    <Sheet>
      <div class="row between">
        <div class="grow">
          <UnitLine customer={customer} unit={unit} />
        </div>
        <Button size="mid" onTap={() => onPick(null)}>
          {w.change()}
        </Button>
      </div>
      {unit === null && units.length > 0 && (
        <fieldset class="units" aria-label={w.whichUnit()}>
          {units.map((one) => (
            <Button key={one.id} size="mid" onTap={() => onPick({ customer, unit: one })}>
              {one.plate ?? one.serial}
            </Button>
          ))}
        </fieldset>
      )}
    </Sheet>
  )
}

function UnitLine({ customer, unit }: { customer: Rows['customer']; unit: Rows['equipment'] | null }) {
  return (
    <>
      <span class="row">
        <b>{customer.name}</b>
        {unit && <Plate>{unit.plate ?? unit.serial}</Plate>}
      </span>
      <span class="meta line">{unit ? `${unit.model} · ${unit.serial}` : w.noUnit()}</span>
    </>
  )
}
