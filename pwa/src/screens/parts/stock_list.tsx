/** The new parts of one place with their quantities; a longer list is searched. */
import { useState } from 'preact/hooks'
import { Empty } from '../../parts/empty'
import { Field } from '../../parts/field'
import { Tagline } from '../../parts/tagline'
import { words } from '../../parts/words'
import type { StockedPart } from '../../store/stock'
import { rank } from '../../store/visits'
import { partName, unitName } from '../part_name'

const w = words({
  find: ['找件号或名称', 'Find a number or name'],
  nothing: [(asked: string) => `账上没有“${asked}”`, (asked: string) => `Nothing in the books is “${asked}”`],
  nothingWhat: ['少输几个字试试。', 'Try fewer letters.'],
  noneWhat: ['仓库发给你的件记在这里。', 'What the warehouse issues to you appears here.'],
  below: ['账面为负，办公室补账', 'Below zero: the office will settle it'],
  hold: ['停用', 'On hold'],
  list: ['备件', 'Parts'],
})

/** A longer list is searched, not scrolled. */
const LONG = 12

export function StockList({ parts, none }: { parts: readonly StockedPart[]; none: string }) {
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
      <ul class="sheet flush list" aria-label={w.list()} hidden={found.length === 0}>
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
        {quantity} <small>{unitName(part, quantity)}</small>
      </span>
    </li>
  )
}
