/** Goods receipt 接收单: a delivery, scanned and counted as it is unpacked, against what the delivery note says (PART-3). */
import { useRef } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { go } from '../../parts/route'
import { Segmented } from '../../parts/segmented'
import { dayAndClock } from '../../parts/times'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Bodies } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { myStation, openHolds, partsAt, recentReceipts } from '../../store/stock_room'
import { useSaving } from '../visit/saving'
import { StoreFrame } from './frame'
import { LineRow } from './line_row'
import { ScanLinesOf } from './scanned_lines'
import { newLine, piecesTyped, serialsOf, type TypedLine } from './typed_lines'

type GoodsLine = Bodies['goods.receive']['lines'][number]

const CONDITIONS = ['good', 'damaged', 'not_as_ordered'] as const

const w = words({
  title: ['收货', 'Receive goods'],
  supplier: ['供应商', 'Supplier'],
  note: ['送货单号', 'Delivery note no.'],
  lines: ['到货的备件', 'What was delivered'],
  nothing: ['还没有扫到货', 'Nothing is unpacked yet'],
  nothingWhat: ['一件一件扫，扫几次就是几件。', 'Scan piece by piece: scanned three times is three pieces.'],
  announced: ['送货单上写', 'Delivery note says'],
  differs: [
    (announced: number, came: number) => `单上 ${announced}，实到 ${came}，差 ${came - announced}`,
    (announced: number, came: number) => `Note says ${announced}, ${came} came: ${came - announced}`,
  ],
  spec: ['规格', 'Spec'],
  condition: ['外观', 'Condition'],
  good: ['完好', 'Good'],
  damaged: ['碰坏', 'Damaged'],
  not_as_ordered: ['不是订的', 'Not as ordered'],
  receive: [(count: number) => `收下 ${count} 件，开接收单`, (count: number) => `Receive ${count}, make the receipt`],
  receiveNone: ['收下，开接收单', 'Receive, make the receipt'],
  whoFrom: ['写上供应商', 'Say which supplier'],
  done: [(count: number) => `收了 ${count} 件`, (count: number) => `${count} received`],
  another: [(name: string) => `${name}另一批`, (name: string) => `Another batch of ${name}`],
  anotherShort: ['另一批', 'Another batch'],
  recent: ['最近的接收单', 'Latest receipts'],
  noNumber: ['还没编号', 'no number yet'],
  pieces: [(count: number) => `${count} 件`, (count: number) => (count === 1 ? '1 piece' : `${count} pieces`)],
})

interface TypedGoods extends TypedLine {
  announced: string
  spec: string
  condition: (typeof CONDITIONS)[number]
}

interface Typed {
  supplier: string
  note: string
  lines: TypedGoods[]
}

const KEY = 'goods'
const EMPTY: Typed = { supplier: '', note: '', lines: [] }
const fresh = (part_id: string): TypedGoods => ({ ...newLine(part_id), announced: '', spec: '', condition: 'good' })

export default function Goods() {
  const station = useLive(myStation)
  const receipts = useLive(recentReceipts) ?? []
  const [typed, type] = useDraft<Typed>(KEY, EMPTY)
  const { lines, supplier, note } = typed
  const supplierBox = useRef<HTMLDivElement>(null)
  const location = `store:${station?.id ?? ''}`
  const ids = [...new Set(lines.map(({ part_id }) => part_id))]
  const shelves = useLive(() => partsAt(location, ids), [location, ids.join()])
  const holds = useLive(openHolds) ?? []
  const [, save] = useSaving()
  const set = (next: TypedGoods[]) => type({ ...typed, lines: next })
  const count = lines.reduce((sum, line) => sum + line.quantity, 0)
  const receive = () => {
    if (supplier.trim() === '' || station == null) return supplierBox.current?.querySelector('input')?.focus()
    save(async () => {
      const receipt_id = uuid7()
      const body = {
        receipt_id,
        station_id: station.id,
        supplier: supplier.trim(),
        delivery_note: note.trim() || null,
        lines: lines.map(goodsLine),
      }
      await mutate('goods.receive', body, { draft: KEY })
      say(w.done(count))
      go(`/stock/goods/${receipt_id}`)
    })
  }
  return (
    <StoreFrame
      title={w.title()}
      working={lines.length > 0}
      aside={
        <>
          <ScanLinesOf lines={lines} onLines={set} fresh={fresh} />
          {receipts.length > 0 && (
            <section>
              <h2 class="cap">{w.recent()}</h2>
              <ul class="sheet flush list cases">
                {receipts.map((row) => (
                  <li key={row.id}>
                    <a class="pick" href={`/stock/goods/${row.id}`}>
                      <Icon name="file-text" />
                      <span class="grow">
                        <b>{row.supplier}</b>
                        <span class="meta line">{row.number ?? w.noNumber()}</span>
                      </span>
                      <span class="meta">
                        {w.pieces(row.lines.reduce((sum, line) => sum + line.quantity, 0))}
                        <span class="line">{dayAndClock(row.received_at)}</span>
                      </span>
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      }
    >
      <div class="sheet inhand">
        <div class="two" ref={supplierBox}>
          <Field
            label={w.supplier()}
            value={supplier}
            hint={supplier.trim() === '' ? w.whoFrom() : undefined}
            onInput={(next) => type({ ...typed, supplier: next })}
          />
          <Field label={w.note()} value={note} onInput={(next) => type({ ...typed, note: next })} />
        </div>
        {lines.length === 0 ? (
          <Empty icon="truck" title={w.nothing()}>
            {w.nothingWhat()}
          </Empty>
        ) : (
          <ul class="list lines" aria-label={w.lines()}>
            {lines.map((line, index) => {
              const shelf = shelves?.get(line.part_id)
              const change = (changed: Partial<TypedGoods>) =>
                set(lines.map((one, at) => (at === index ? { ...one, ...changed } : one)))
              return (
                shelf && (
                  <LineRow
                    key={`${line.part_id}-${lines.slice(0, index).filter((one) => one.part_id === line.part_id).length}`}
                    shelf={shelf}
                    line={line}
                    holds={holds}
                    aside={<Announced lines={lines} line={line} />}
                    onChange={change}
                    onRemove={() => set(lines.filter((_, at) => at !== index))}
                  >
                    <label class="meta">
                      {w.announced()}
                      <input
                        class="few"
                        inputMode="numeric"
                        value={line.announced}
                        onInput={(event) => change({ announced: event.currentTarget.value })}
                      />
                    </label>
                    <label class="meta">
                      {w.spec()}
                      <input
                        value={line.spec}
                        maxLength={120}
                        onInput={(event) => change({ spec: event.currentTarget.value })}
                      />
                    </label>
                    <Segmented
                      label={w.condition()}
                      value={line.condition}
                      options={CONDITIONS.map((value) => ({ value, label: w[value]() }))}
                      onChoose={(condition) => change({ condition })}
                    />
                    <Button
                      kind="plain"
                      size="mid"
                      icon="plus"
                      label={w.another(shelf.part.name)}
                      onTap={() => set([...lines.slice(0, index + 1), fresh(line.part_id), ...lines.slice(index + 1)])}
                    >
                      {w.anotherShort()}
                    </Button>
                  </LineRow>
                )
              )
            })}
          </ul>
        )}
        <div class="act">
          <Button kind="main" icon="check" off={lines.length === 0} onTap={receive}>
            {count === 0 ? w.receiveNone() : w.receive(count)}
          </Button>
        </div>
      </div>
    </StoreFrame>
  )
}

/** What the note said and what came of one part, in all its lines, said on the first of them. */
function Announced({ lines, line }: { lines: readonly TypedGoods[]; line: TypedGoods }) {
  const own = lines.filter(({ part_id }) => part_id === line.part_id)
  const said = own.map(({ announced }) => piecesTyped(announced)).filter((one) => one !== null)
  if (own[0] !== line || said.length === 0) return null
  const announced = said.reduce((sum, one) => sum + one, 0)
  const came = own.reduce((sum, one) => sum + one.quantity, 0)
  return announced === came ? null : <span class="warn">· {w.differs(announced, came)}</span>
}

function goodsLine(line: TypedGoods): GoodsLine {
  return {
    part_id: line.part_id,
    quantity: line.quantity,
    announced: piecesTyped(line.announced),
    spec: line.spec.trim() || null,
    condition: line.condition,
    batch: line.batch.trim() || null,
    serials: serialsOf(line),
  }
}
