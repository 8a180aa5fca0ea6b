/** Parts: what the books place in the van, new and old. */
import { useState } from 'preact/hooks'
import { Head } from '../../parts/bar'
import { Empty } from '../../parts/empty'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Segmented } from '../../parts/segmented'
import { Sheet } from '../../parts/sheet'
import { Tagline } from '../../parts/tagline'
import { words } from '../../parts/words'
import { useLive } from '../../store/live'
import { heldOldParts, type VanPart, vanParts } from '../../store/stock'
import { Line } from '../line'
import { partName, unitName } from '../part_name'
import { OldPartRow } from './old_part_row'

const w = words({
  title: ['备件', 'Parts'],
  which: ['看哪些', 'Which parts'],
  fresh: [(n: number) => `车上备件 ${n}`, (n: number) => `In the van ${n}`],
  old: [(n: number) => `旧件 ${n}`, (n: number) => `Old parts ${n}`],
  none: ['车上账面没有备件', 'No parts in your van’s books'],
  noneWhat: ['仓库发给你的件记在这里。', 'What the warehouse issues to you appears here.'],
  noOld: ['车上没有旧件', 'No old parts in your van'],
  noOldWhat: ['换件时拆下的件记在这里，交回仓库后消失。', 'A swap puts one here; handing it back takes it away.'],
  books: ['账面数', 'by the books'],
  below: ['账面为负，办公室补账', 'Below zero: the office will settle it'],
  hold: ['停用', 'On hold'],
})

type Shown = 'fresh' | 'old'

export default function Parts(_: ScreenProps) {
  const fresh = useLive(vanParts)
  const old = useLive(heldOldParts)
  const [shown, setShown] = useState<Shown>('fresh')
  return (
    <Screen head={<Head title={w.title()} meta={w.books()} aside={<Line />} />}>
      <div class="twotabs">
        <Segmented<Shown>
          label={w.which()}
          value={shown}
          onChoose={setShown}
          options={[
            { value: 'fresh', label: w.fresh(fresh?.length ?? 0) },
            { value: 'old', label: w.old(old?.length ?? 0) },
          ]}
        />
      </div>
      {shown === 'fresh' && fresh && (fresh.length === 0 ? <NoParts /> : <FreshParts parts={fresh} />)}
      {shown === 'old' &&
        old &&
        (old.length === 0 ? (
          <Empty icon="tray" title={w.noOld()}>
            {w.noOldWhat()}
          </Empty>
        ) : (
          <Sheet flush class="list">
            {old.map((part) => (
              <OldPartRow key={part.id} part={part} />
            ))}
          </Sheet>
        ))}
    </Screen>
  )
}

function NoParts() {
  return (
    <Empty icon="package" title={w.none()}>
      {w.noneWhat()}
    </Empty>
  )
}

function FreshParts({ parts }: { parts: readonly VanPart[] }) {
  return (
    <ul class="sheet flush list">
      {parts.map(({ part, quantity }) => (
        <li key={part.id}>
          <div class="grow">
            <b>{partName(part)}</b>
            <p class="meta mono">{part.part_no}</p>
            {quantity < 0 && <p class="meta warn">{w.below()}</p>}
          </div>
          {part.on_hold && (
            <Tagline kind="no" icon="hand-palm">
              {w.hold()}
            </Tagline>
          )}
          <span class="qty">
            {quantity} <small>{unitName(part)}</small>
          </span>
        </li>
      ))}
    </ul>
  )
}
