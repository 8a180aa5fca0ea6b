/** The part that caused the fault, replaced or not (VIS-3). */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { useLive } from '../../store/live'
import { partOfId } from '../../store/visits'
import { partName } from '../part_name'
import { PartPicker } from './part_picker'
import './finder.css'

const w = words({
  name: ['指明坏的件', 'Name the part that failed'],
  none: ['不用指明', 'Leave it open'],
  other: ['换一个', 'Another'],
})

interface CausalPartProps {
  part_id: Id | null
  likely: readonly Id[]
  onPick: (part_id: Id | null) => void
}

export function CausalPart({ part_id, likely, onPick }: CausalPartProps) {
  const part = useLive(() => partOfId(part_id), [part_id])
  const [picking, setPicking] = useState(false)
  if (part_id !== null) {
    return (
      <div class="sheet picked">
        <Icon name="package" size="l" tone="acc" />
        <span class="grow">
          {part && (
            <>
              <b>{partName(part)}</b>
              <span class="meta mono">{part.part_no}</span>
            </>
          )}
        </span>
        <Button size="mid" onTap={() => onPick(null)}>
          {w.other()}
        </Button>
      </div>
    )
  }
  if (!picking) {
    return (
      <Button wide icon="package" onTap={() => setPicking(true)}>
        {w.name()}
      </Button>
    )
  }
  return (
    <>
      <PartPicker likely={likely} onPick={onPick} />
      <Button kind="plain" size="mid" wide onTap={() => setPicking(false)}>
        {w.none()}
      </Button>
    </>
  )
}
