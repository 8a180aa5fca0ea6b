/** One fault out of the catalogue, by its code or its name, without signal (VIS-3). */
import { useId, useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { language, words } from '../../parts/words'
import type { Fault, Id } from '../../rules/wire'
import { useLive } from '../../store/live'
import { faultOf, findFaults } from '../../store/visits'

const w = words({
  search: ['故障代码或名称', 'Fault code or name'],
  other: ['换一个', 'Another'],
  none: ['目录里没有。在下面用自己的话写原因', 'Not in the catalogue. Write the cause below in your own words.'],
  found: [(n: number) => `${n} 个`, (n: number) => `${n} found`],
})

interface FaultPickerProps {
  fault_id: Id | null
  fault_class: string | null
  onPick: (fault_id: Id | null) => void
}

export function FaultPicker({ fault_id, fault_class, onPick }: FaultPickerProps) {
  const picked = useLive(() => faultOf(fault_id), [fault_id])
  if (fault_id !== null) {
    return (
      <div class="sheet picked">
        <Icon name="check-circle" size="l" tone="acc" />
        <span class="grow">{picked && <FaultName fault={picked} />}</span>
        <Button size="mid" onTap={() => onPick(null)}>
          {w.other()}
        </Button>
      </div>
    )
  }
  return <FaultSearch fault_class={fault_class} onPick={onPick} />
}

function FaultSearch({ fault_class, onPick }: Omit<FaultPickerProps, 'fault_id'>) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const found = useLive(() => findFaults(typed, fault_class), [typed, fault_class])
  return (
    <div class="finder">
      <div class="search tall">
        <Icon name="magnifying-glass" />
        <input
          type="search"
          aria-label={w.search()}
          aria-controls={id}
          placeholder={w.search()}
          autocomplete="off"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [only, ...others] = found ?? []
            if (event.key === 'Enter' && only && (others.length === 0 || sameCode(only, typed))) onPick(only.id)
          }}
        />
      </div>
      <p class="visually-hidden" role="status">
        {found && w.found(found.length)}
      </p>
      {found?.length === 0 ? (
        <p class="meta none">{w.none()}</p>
      ) : (
        <ul class="sheet flush list answers" id={id}>
          {found?.map((fault) => (
            <li key={fault.id}>
              <button type="button" onClick={() => onPick(fault.id)}>
                <FaultName fault={fault} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function FaultName({ fault }: { fault: Fault }) {
  return (
    <>
      <b>{faultName(fault)}</b>
      <span class="meta mono">{fault.code}</span>
    </>
  )
}

export function faultName(fault: Fault): string {
  return language.value === 'en' ? (fault.name_en ?? fault.name) : fault.name
}

function sameCode(fault: Fault, typed: string): boolean {
  return fault.code.toLowerCase() === typed.trim().toLowerCase()
}
