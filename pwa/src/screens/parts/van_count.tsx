/** Counting the van: blind first, then beside the books, each difference with its reason (PART-1). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { go } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Heading } from '../../parts/sheet'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Id } from '../../rules/wire'
import { holderId } from '../../store/db'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { stockOf } from '../../store/stock'
import { partsWanted } from '../../store/van'
import { Line } from '../line'
import { partName } from '../part_name'
import { Quantity } from '../stock/quantity'
import '../stock/stock.css'
import { CountDifferences, type CountReason } from '../count_differences'
import { DiskFullNotice } from '../visit/frame'
import { PartPicker } from '../visit/part_picker'
import { diskFull, useSaving } from '../visit/saving'
import './parts.css'

const w = words({
  title: ['盘点车上的件', 'Count the van'],
  meta: ['先数。账上的数，数完才看得到。', 'Count first. What the books say shows when you are done.'],
  lines: ['要数的件', 'To be counted'],
  todo: ['还没数', 'not counted'],
  one: [(name: string) => `数 ${name}`, (name: string) => `Count ${name}`],
  noneOf: [(name: string) => `没有 ${name}`, (name: string) => `None of ${name}`],
  none: ['没有', 'None'],
  more: ['账上没有、车上有的', 'There, and not in the list'],
  compare: ['数完了，和账比', 'Done: compare with the books'],
  left: [(n: number) => `还有 ${n} 种没数`, (n: number) => `${n} still to count`],
  agree: ['账和车上对上了', 'Books and van agree'],
  again: ['回去再数', 'Count again'],
  record: ['记下，改账', 'Record, the books follow'],
  done: ['盘点记下了', 'The count is recorded'],
  empty: ['车上账面没有备件', 'No parts in your van’s books'],
  emptyWhat: ['车上有的，搜出来加上。', 'Search for what is there and add it.'],
})

interface Typed {
  counted: Record<Id, number>
  reasons: Record<Id, CountReason>
  closing: boolean
}

const KEY = 'van-count'
const EMPTY: Typed = { counted: {}, reasons: {}, closing: false }

export default function VanCount() {
  const [typed, type] = useDraft<Typed>(KEY, EMPTY)
  const stock = useLive(() => stockOf('van'))
  const books = new Map(stock?.map(({ part, quantity }) => [part.id, quantity]))
  const ids = [...new Set([...books.keys(), ...Object.keys(typed.counted)])]
  const parts = useLive(() => partsWanted(ids), [ids.join()]) ?? []
  const [searching, setSearching] = useState(false)
  const [saving, save] = useSaving()
  const put = (part_id: Id, count: number) => type({ ...typed, counted: { ...typed.counted, [part_id]: count } })
  const lines = parts
    .filter(({ part }) => part.id in typed.counted)
    .map(({ part }) => ({ part, counted: typed.counted[part.id] ?? 0, expected: books.get(part.id) ?? 0 }))
  const left = parts.length - lines.length
  const record = () =>
    save(async () => {
      const body = {
        count_id: uuid7(),
        location: `van:${holderId()}`,
        note: null,
        lines: lines.map(({ part, counted, expected }) => ({
          part_id: part.id,
          counted,
          expected,
          reason: counted === expected ? null : (typed.reasons[part.id] ?? 'unknown'),
        })),
      }
      await mutate('count.record', body, { draft: KEY })
      say(w.done())
      go('/parts', { replace: true })
    })
  if (ids.length > 0 && parts.length === 0) {
    return <Screen head={<Bar title={w.title()} meta={w.meta()} back="/parts" chip={<Line />} />}>{null}</Screen>
  }
  if (typed.closing && lines.length > 0) {
    return (
      <Screen
        head={<Bar title={w.title()} back="/parts" chip={<Line />} />}
        dock={
          <div class="act">
            <Button onTap={() => type({ ...typed, closing: false })}>{w.again()}</Button>
            <Button kind="main" icon="check" off={saving} onTap={record}>
              {w.record()}
            </Button>
          </div>
        }
      >
        {diskFull.value && <DiskFullNotice />}
        <div class="form">
          <CountDifferences
            lines={lines}
            agree={w.agree()}
            left={left}
            reasons={typed.reasons}
            onReason={(part_id, reason) => type({ ...typed, reasons: { ...typed.reasons, [part_id]: reason } })}
          />
        </div>
      </Screen>
    )
  }
  return (
    <Screen
      head={<Bar title={w.title()} meta={w.meta()} back="/parts" chip={<Line />} />}
      dock={
        <>
          {left > 0 && lines.length > 0 && <p class="meta docknote">{w.left(left)}</p>}
          <Button
            kind="main"
            wide
            icon="scales"
            off={lines.length === 0}
            onTap={() => lines.length > 0 && type({ ...typed, closing: true })}
          >
            {w.compare()}
          </Button>
        </>
      }
    >
      {stock && parts.length === 0 && (
        <Empty icon="package" title={w.empty()}>
          {w.emptyWhat()}
        </Empty>
      )}
      <ul class="sheet flush list asklines" aria-label={w.lines()} hidden={parts.length === 0}>
        {parts.map(({ part }) => {
          const count = typed.counted[part.id]
          const name = partName(part)
          return (
            <li key={part.id}>
              <div class="grow">
                <b>{name}</b>
                <span class="meta line">
                  <span class="mono">{part.part_no}</span>
                  {count === undefined && ` · ${w.todo()}`}
                </span>
              </div>
              {count === undefined ? (
                <div class="act">
                  <Button size="mid" label={w.noneOf(name)} onTap={() => put(part.id, 0)}>
                    {w.none()}
                  </Button>
                  <Button size="mid" icon="plus" label={w.one(name)} onTap={() => put(part.id, 1)} />
                </div>
              ) : (
                <Quantity what={name} value={count} onChange={(value) => put(part.id, value)} />
              )}
            </li>
          )
        })}
      </ul>
      <Heading>{w.more()}</Heading>
      {searching ? (
        <PartPicker
          likely={[]}
          onPick={(part_id) => {
            setSearching(false)
            put(part_id, (typed.counted[part_id] ?? 0) + 1)
          }}
        />
      ) : (
        <Button wide icon="magnifying-glass" onTap={() => setSearching(true)}>
          {w.more()}
        </Button>
      )}
    </Screen>
  )
}
