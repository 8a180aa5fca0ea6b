/** Stock count 盘点: counted blind, of everything or of some parts; the books show when it is closed (PART-1). */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Pick } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { technicianPeople } from '../../store/office'
import { booksAt, myStation, names, partsAt, recentCounts } from '../../store/stock_room'
import { partName, unitName } from '../part_name'
import { CountClose } from './count_close'
import { type Counted, EMPTY_COUNT, type TypedCount, withCounted } from './counted'
import { StoreFrame } from './frame'
import { PartScan } from './part_scan'
import { placeName, stationName } from './place_words'
import { Quantity } from './quantity'

const w = words({
  title: ['盘点', 'Stock count'],
  place: ['盘哪里', 'What place'],
  shelves: [(station: string) => `${station}货架`, (station: string) => `Shelves, ${station}`],
  van: [(who: string) => `${who}的车`, (who: string) => `Van, ${who}`],
  counted: [
    (count: number) => `数了 ${count} 种`,
    (count: number) => (count === 1 ? '1 part counted' : `${count} parts counted`),
  ],
  blind: ['先数。账上的数，合上的时候才看得到。', 'Count first. What the books say shows when you close the count.'],
  all: ['列出这里所有的件', 'List every part of this place'],
  allLeft: [(count: number) => `还有 ${count} 种没数`, (count: number) => `${count} not counted yet`],
  nothing: ['还没有数', 'Nothing is counted yet'],
  nothingWhat: [
    '扫一下就加一件；整站盘，就先列出所有的件。',
    'Each scan adds a piece. For the whole place, list every part first.',
  ],
  lines: ['数过的备件', 'Counted parts'],
  further: [
    (count: number) => `下面还有 ${count} 种，数掉几种就接着出来。`,
    (count: number) => `${count} more follow as you count.`,
  ],
  todo: ['还没数', 'not counted'],
  none: ['没有', 'None'],
  noneOf: [(name: string) => `没有 ${name}`, (name: string) => `None of ${name}`],
  one: [(name: string) => `数 ${name}`, (name: string) => `Count ${name}`],
  close: ['合上，看和账差多少', 'Close the count, compare with the books'],
  recent: ['最近的盘点', 'Latest counts'],
  noNumber: ['还没编号', 'no number yet'],
  differs: [(count: number) => `${count} 种有差`, (count: number) => (count === 1 ? '1 differs' : `${count} differ`)],
  agrees: ['全对上', 'all agree'],
})

/** Of what is counted and of what is left: a place may have thousands of parts, and a person looks at a few. */
const MOST_SHOWN = 40

export default function Count() {
  const station = useLive(myStation)
  const technicians = useLive(technicianPeople) ?? []
  const [typed, type, drop] = useDraft<TypedCount>('count', EMPTY_COUNT)
  const [closing, close] = useState(false)
  const location = typed.location || (station ? `store:${station.id}` : '')
  const books = useLive(() => booksAt(location), [location])
  const ids = [...new Set([...typed.lines.map(({ part_id }) => part_id), ...typed.listed])]
  const parts = useLive(() => partsAt(location, ids), [location, ids.join()])
  const count = (part_id: Id, change: (before: Counted | undefined) => number) =>
    type({ ...typed, location, lines: withCounted(typed.lines, part_id, change, books?.get(part_id) ?? 0) })
  const done = new Set(typed.lines.map(({ part_id }) => part_id))
  const left = typed.listed.filter((id) => !done.has(id))
  const shown = [
    ...typed.lines
      .map(({ part_id }) => part_id)
      .reverse()
      .slice(0, MOST_SHOWN),
    ...left.slice(0, MOST_SHOWN),
  ]
  const places = [
    ...(station ? [{ value: `store:${station.id}`, label: w.shelves(stationName(station)) }] : []),
    ...technicians.map(({ id, name }) => ({ value: `van:${id}`, label: w.van(name) })),
  ]
  const called = places.find(({ value }) => value === location)?.label ?? ''
  if (closing && parts)
    return (
      <CountClose
        typed={{ ...typed, location }}
        called={called}
        parts={parts}
        left={left}
        onBack={() => close(false)}
        onRecorded={() => {
          drop()
          close(false)
        }}
      />
    )
  return (
    <StoreFrame
      title={w.title()}
      meta={called}
      working={ids.length > 0}
      aside={
        <>
          <PartScan onPart={(part) => count(part.id, (before) => (before?.counted ?? 0) + 1)} />
          {typed.lines.length === 0 && (
            <Pick
              label={w.place()}
              value={location}
              options={places}
              onPick={(picked) => type({ ...EMPTY_COUNT, location: picked })}
            />
          )}
          <div class="sheet">
            <p class="cap">{called}</p>
            <p class="key">{w.counted(typed.lines.length)}</p>
            <p class="meta">{left.length > 0 ? w.allLeft(left.length) : w.blind()}</p>
          </div>
          <Button
            wide
            icon="clipboard-text"
            onTap={() => type({ ...typed, location, listed: [...(books?.keys() ?? [])] })}
          >
            {w.all()}
          </Button>
          <Recent />
        </>
      }
    >
      {ids.length === 0 ? (
        <Empty icon="clipboard-text" title={w.nothing()}>
          {w.nothingWhat()}
        </Empty>
      ) : (
        <div class="sheet inhand">
          <ul class="list lines" aria-label={w.lines()}>
            {shown.map((part_id) => {
              const part = parts?.get(part_id)?.part
              const line = typed.lines.find((one) => one.part_id === part_id)
              if (part === undefined) return null
              const name = partName(part)
              return (
                <li key={part_id} class="stockline">
                  <div class="grow">
                    <b>{name}</b>
                    <span class="meta line">
                      <span class="mono">{part.part_no}</span> · {line ? unitName(part, line.counted) : w.todo()}
                    </span>
                  </div>
                  {line ? (
                    <Quantity what={name} value={line.counted} onChange={(value) => count(part_id, () => value)} />
                  ) : (
                    <div class="act">
                      <Button size="mid" label={w.noneOf(name)} onTap={() => count(part_id, () => 0)}>
                        {w.none()}
                      </Button>
                      <Button size="mid" icon="plus" label={w.one(name)} onTap={() => count(part_id, () => 1)} />
                    </div>
                  )}
                </li>
              )
            })}
          </ul>
          {left.length > MOST_SHOWN && <p class="meta">{w.further(left.length - MOST_SHOWN)}</p>}
          <div class="act">
            <Button kind="main" icon="scales" off={typed.lines.length === 0} onTap={() => close(true)}>
              {w.close()}
            </Button>
          </div>
        </div>
      )}
    </StoreFrame>
  )
}

function Recent() {
  const counts = useLive(recentCounts) ?? []
  const known = useLive(names)
  if (counts.length === 0 || known === undefined) return null
  return (
    <section>
      <h2 class="cap">{w.recent()}</h2>
      <ul class="sheet flush list">
        {counts.map((row) => {
          const found = row.lines.filter(({ counted, expected }) => counted !== expected).length
          return (
            <li key={row.id}>
              <Icon name="clipboard-text" tone="quiet" />
              <span class="grow">
                <b>{placeName(row.location, known)}</b>
                <span class="meta line">{row.number ?? w.noNumber()}</span>
              </span>
              <span class="meta">
                {found > 0 ? <b class="warn">{w.differs(found)}</b> : w.agrees()}
                <span class="line">{dayAndClock(row.counted_at)}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
