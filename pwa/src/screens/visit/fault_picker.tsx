/** Faults out of the catalogue, by code or name, without signal: one is the main one, others may follow from it (VIS-3). */
import { useId, useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { language, words } from '../../parts/words'
import type { Fault, Id } from '../../rules/wire'
import { useLive } from '../../store/live'
import { faultOf, findFaults } from '../../store/visits'
import './finder.css'

const w = words({
  search: ['故障代码或名称', 'Fault code or name'],
  other: ['换一个', 'Another'],
  none: ['目录里没有。在下面用自己的话写原因', 'Not in the catalogue. Write the cause below in your own words.'],
  found: [(n: number) => `${n} 个`, (n: number) => `${n} found`],
  more: ['由它引起的还有', 'Further faults it caused'],
  add: ['还有由它引起的故障', 'It caused another fault'],
  away: [(name: string) => `去掉：${name}`, (name: string) => `Take away: ${name}`],
  enough: ['没有了', 'No more'],
})

interface FaultPickerProps {
  fault_id: Id | null
  /** What the main fault led to. */
  consequential: readonly Id[]
  fault_class: string | null
  onPick: (fault_id: Id | null) => void
  onFollow: (consequential: Id[]) => void
}

export function FaultPicker({ fault_id, consequential, fault_class, onPick, onFollow }: FaultPickerProps) {
  const picked = useLive(() => faultOf(fault_id), [fault_id])
  const [adding, setAdding] = useState(false)
  if (fault_id === null) return <FaultSearch fault_class={fault_class} onPick={onPick} />
  return (
    <>
      <div class="sheet picked">
        <Icon name="check-circle" size="l" tone="acc" />
        <span class="grow">{picked && <FaultName fault={picked} />}</span>
        <Button size="mid" onTap={() => onPick(null)}>
          {w.other()}
        </Button>
      </div>
      {consequential.length > 0 && (
        <ul class="sheet flush list followed" aria-label={w.more()}>
          {consequential.map((id) => (
            <Followed key={id} id={id} onAway={() => onFollow(consequential.filter((one) => one !== id))} />
          ))}
        </ul>
      )}
      {adding ? (
        <>
          <FaultSearch
            fault_class={fault_class}
            besides={[fault_id, ...consequential]}
            onPick={(id) => {
              onFollow([...consequential, id])
              setAdding(false)
            }}
          />
          <Button kind="plain" size="mid" wide onTap={() => setAdding(false)}>
            {w.enough()}
          </Button>
        </>
      ) : (
        <Button kind="plain" size="mid" wide icon="plus" onTap={() => setAdding(true)}>
          {w.add()}
        </Button>
      )}
    </>
  )
}

function Followed({ id, onAway }: { id: Id; onAway: () => void }) {
  const fault = useLive(() => faultOf(id), [id])
  return (
    <li>
      <span class="grow">{fault && <FaultName fault={fault} />}</span>
      {fault && <Button size="sq" kind="plain" icon="x" label={w.away(faultName(fault))} onTap={onAway} />}
    </li>
  )
}

interface FaultSearchProps {
  fault_class: string | null
  /** Picked already. */
  besides?: readonly Id[]
  onPick: (fault_id: Id) => void
}

export function FaultSearch({ fault_class, besides = [], onPick }: FaultSearchProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const all = useLive(() => findFaults(typed, fault_class), [typed, fault_class])
  const found = all?.filter((fault) => !besides.includes(fault.id))
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
