/** What the station has, part by part; a row leads to its card. */
import { useState } from 'preact/hooks'
import { Empty } from '../../parts/empty'
import { Icon } from '../../parts/icon'
import { Tagline } from '../../parts/tagline'
import { words } from '../../parts/words'
import type { PartInStore } from '../../store/stock_room'
import { partName, unitName } from '../part_name'

const w = words({
  title: [(count: number) => `账上的备件 ${count}`, (count: number) => `Parts in the books ${count}`],
  search: ['在库存里找', 'Search the stock'],
  shelves: ['货架', 'Shelves'],
  vans: ['车上', 'Vans'],
  held: ['停用', 'on hold'],
  below: ['负数', 'below zero'],
  nothing: ['账上还没有备件', 'The books have no parts yet'],
  nothingWhat: ['收第一张货，就有了。', 'They appear with the first delivery.'],
  noMatch: ['没有像的', 'Nothing looks like it'],
  noMatchWhat: ['换几个字，或者只输件号的开头。', 'Try other letters, or only the beginning of the number.'],
})

const MOST_SHOWN = 200

export function PartsTable({ parts }: { parts: readonly PartInStore[] }) {
  const [asked, ask] = useState('')
  if (parts.length === 0)
    return (
      <Empty icon="warehouse" title={w.nothing()}>
        {w.nothingWhat()}
      </Empty>
    )
  const wanted = asked.trim().toLowerCase()
  const meant = parts.filter(({ part }) =>
    [part.part_no, part.name, part.name_en].some((text) => text.toLowerCase().includes(wanted)),
  )
  return (
    <>
      <div class="row between">
        <h2 class="cap">{w.title(meant.length)}</h2>
        <label class="search">
          <Icon name="magnifying-glass" />
          <input
            aria-label={w.search()}
            placeholder={w.search()}
            value={asked}
            onInput={(event) => ask(event.currentTarget.value)}
          />
        </label>
      </div>
      {meant.length === 0 ? (
        <Empty icon="magnifying-glass" title={w.noMatch()}>
          {w.noMatchWhat()}
        </Empty>
      ) : (
        <ul class="sheet flush list partrows">
          {meant.slice(0, MOST_SHOWN).map((one) => (
            <PartRow key={one.part.id} {...one} />
          ))}
        </ul>
      )}
    </>
  )
}

function PartRow({ part, shelves, vans, held }: PartInStore) {
  return (
    <li>
      <a href={`/stock/part/${part.id}`}>
        <span class="grow">
          <b>{partName(part)}</b>
          <span class="meta line mono">{part.part_no}</span>
        </span>
        {held && (
          <Tagline kind="no" icon="hand-palm">
            {w.held()}
          </Tagline>
        )}
        {shelves < 0 && (
          <Tagline kind="doubt" icon="warning">
            {w.below()}
          </Tagline>
        )}
        <span class="pieces">
          <span class="cap">{w.shelves()}</span> <b>{shelves}</b>
        </span>
        <span class="pieces">
          <span class="cap">{w.vans()}</span> <b>{vans}</b> <span class="cap">{unitName(part)}</span>
        </span>
      </a>
    </li>
  )
}
