/** Parts: what the books place in the van, new and old. */
import { useState } from 'preact/hooks'
import { Head } from '../../parts/bar'
import { Empty } from '../../parts/empty'
import { Field } from '../../parts/field'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Segmented } from '../../parts/segmented'
import { Sheet } from '../../parts/sheet'
import { Tagline } from '../../parts/tagline'
import { words } from '../../parts/words'
import type { OldPart } from '../../rules/wire'
import { holder } from '../../store/holder'
import { useLive } from '../../store/live'
import { heldOldParts, type StockedPart, stockOf } from '../../store/stock'
import { rank } from '../../store/visits'
import { Line } from '../line'
import { partName, unitName } from '../part_name'
import { OldPartRow } from './old_part_row'
import './parts.css'

const w = words({
  title: ['备件', 'Parts'],
  which: ['看哪些', 'Which parts'],
  fresh: [(n: number) => `车上备件 ${n}`, (n: number) => `In the van ${n}`],
  old: [(n: number) => `旧件 ${n}`, (n: number) => `Old parts ${n}`],
  none: ['车上账面没有备件', 'No parts in your van’s books'],
  noneStore: ['本站账面没有备件', 'No parts in your station’s books'],
  store: [(n: number) => `本站货架 ${n} 种`, (n: number) => `${n} kinds on your station’s shelves`],
  find: ['找件号或名称', 'Find a number or name'],
  nothing: [(asked: string) => `账上没有“${asked}”`, (asked: string) => `Nothing in the books is “${asked}”`],
  nothingWhat: ['少输几个字试试。', 'Try fewer letters.'],
  noneWhat: ['仓库发给你的件记在这里。', 'What the warehouse issues to you appears here.'],
  noOld: ['车上没有旧件', 'No old parts in your van'],
  noOldWhat: ['换件时拆下的件记在这里，交回仓库后消失。', 'A swap puts one here; handing it back takes it away.'],
  books: ['账面数', 'by the books'],
  below: ['账面为负，办公室补账', 'Below zero: the office will settle it'],
  hold: ['停用', 'On hold'],
})

/** A longer list is searched, not scrolled. */
const LONG = 12

export default function Parts(_: ScreenProps) {
  const place = holder.value?.person.roles.includes('technician') ? 'van' : 'store'
  const fresh = useLive(() => stockOf(place), [place])
  return place === 'van' ? <Van fresh={fresh} /> : <Store fresh={fresh} />
}

function Van({ fresh }: { fresh: StockedPart[] | undefined }) {
  const old = useLive(heldOldParts)
  const [shown, setShown] = useState<'fresh' | 'old'>('fresh')
  return (
    <Screen head={<Head title={w.title()} meta={w.books()} aside={<Line />} />}>
      <div class="twotabs">
        <Segmented<'fresh' | 'old'>
          label={w.which()}
          value={shown}
          onChoose={setShown}
          options={[
            { value: 'fresh', label: w.fresh(fresh?.length ?? 0) },
            { value: 'old', label: w.old(old?.length ?? 0) },
          ]}
        />
      </div>
      {shown === 'fresh' && fresh && <StockList parts={fresh} none={w.none()} />}
      {shown === 'old' && old && <OldParts parts={old} />}
    </Screen>
  )
}

function Store({ fresh }: { fresh: StockedPart[] | undefined }) {
  return (
    <Screen head={<Head title={w.title()} meta={w.store(fresh?.length ?? 0)} aside={<Line />} />}>
      {fresh && <StockList parts={fresh} none={w.noneStore()} />}
    </Screen>
  )
}

function OldParts({ parts }: { parts: readonly OldPart[] }) {
  if (parts.length === 0) {
    return (
      <Empty icon="tray" title={w.noOld()}>
        {w.noOldWhat()}
      </Empty>
    )
  }
  return (
    <Sheet flush class="list">
      {parts.map((part) => (
        <OldPartRow key={part.id} part={part} />
      ))}
    </Sheet>
  )
}

function StockList({ parts, none }: { parts: readonly StockedPart[]; none: string }) {
  const [asked, setAsked] = useState('')
  if (parts.length === 0) {
    return (
      <Empty icon="package" title={none}>
        {w.noneWhat()}
      </Empty>
    )
  }
  const wanted = asked.trim().toLowerCase()
  const found = parts.filter(({ part }) => rank(wanted, part.part_no, part.name, part.name_en) > 0)
  return (
    <div class="form">
      {parts.length > LONG && <Field label={w.find()} value={asked} onInput={setAsked} autocomplete="off" />}
      {found.length === 0 && (
        <Empty icon="magnifying-glass" title={w.nothing(asked)}>
          {w.nothingWhat()}
        </Empty>
      )}
      <ul class="sheet flush list" hidden={found.length === 0}>
        {found.map((one) => (
          <StockRow key={one.part.id} {...one} />
        ))}
      </ul>
    </div>
  )
}

function StockRow({ part, quantity }: StockedPart) {
  return (
    <li>
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
  )
}
