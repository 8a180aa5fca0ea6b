/** One part by its number, its name or a scan, what is in the van first (PART-4). */
import { useId, useState } from 'preact/hooks'
import { Icon } from '../../parts/icon'
import { Tagline } from '../../parts/tagline'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { findParts } from '../../store/find_parts'
import { useParts } from '../../store/live_parts'
import { partByNumber } from '../../store/swaps'
import { partName, unitName } from '../part_name'
import { ScanKey } from '../scan/scan_key'
import './finder.css'

const w = words({
  part: ['件号', 'part number'],
  search: ['件号、名称，或扫一下', 'Part number, name, or scan'],
  van: [(n: number, unit: string) => `车上 ${n} ${unit}`, (n: number) => `${n} in van`],
  notInVan: ['账上没有', 'not in the books'],
  hold: ['停用', 'on hold'],
  none: ['目录里没有这个件。再看一眼件号', 'No such part in the catalogue. Look at the number again.'],
  found: [(n: number) => `${n} 个`, (n: number) => `${n} found`],
})

interface PartPickerProps {
  likely: readonly Id[]
  onPick: (part_id: Id) => void
}

export function PartPicker({ likely, onPick }: PartPickerProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const found = useParts(() => findParts(typed, likely), [typed, likely.join()])
  const enter = async (read = typed) => {
    const exact = await partByNumber(read)
    const only = found?.length === 1 && read === typed ? found[0] : null
    const part = exact ?? only
    if (part) onPick(part.part.id)
    else setTyped(read)
  }
  return (
    <div class="finder">
      <div class="withscan">
        <div class="scanbox">
          <Icon name="barcode" />
          <input
            type="text"
            aria-label={w.search()}
            aria-controls={id}
            placeholder={w.search()}
            autocomplete="off"
            autocapitalize="characters"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void enter()
            }}
          />
        </div>
        <ScanKey what={w.part()} onRead={(text) => void enter(text)} />
      </div>
      <p class="visually-hidden" role="status">
        {found && w.found(found.length)}
      </p>
      {found?.length === 0 && typed !== '' && <p class="meta none">{w.none()}</p>}
      <ul class="list answers" id={id}>
        {found?.map(({ part, in_van }) => (
          <li key={part.id}>
            <button type="button" onClick={() => onPick(part.id)}>
              <b>{partName(part)}</b>
              <span class="meta">
                <span class="mono">{part.part_no}</span> ·{' '}
                {in_van > 0 ? w.van(in_van, unitName(part, in_van)) : w.notInVan()}
              </span>
              {part.on_hold && (
                <Tagline icon="hand-palm" kind="no">
                  {w.hold()}
                </Tagline>
              )}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
