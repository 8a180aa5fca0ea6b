/** A goods receipt 接收单 on paper: one copy for the store, one for the supplier, each signed by the handler (PART-3). */
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import type { ScreenProps } from '../../parts/route'
import { Sideways } from '../../parts/sideways'
import { SyncChip } from '../../parts/sync_chip'
import { dayAndClock, localDay } from '../../parts/times'
import { words } from '../../parts/words'
import type { GoodsReceipt } from '../../rules/wire'
import { cardState } from '../../store/card'
import { useLive } from '../../store/live'
import { type Names, names, type PartOnShelf, partsAt, receiptById } from '../../store/stock_room'
import { partName, unitName } from '../part_name'
import { stationName } from './place_words'
import './stock.css'
import './receipt.css'

const w = words({
  title: ['接收单', 'Goods receipt'],
  print: ['打印一式两份', 'Print both copies'],
  none: ['没有这张接收单', 'There is no such receipt'],
  noneWhat: ['可能是别的站的。', 'It may belong to another station.'],
  copies: ['第一联：仓库存', 'Copy 1: the store'],
  copy2: ['第二联：交供应商', 'Copy 2: the supplier'],
  number: ['编号', 'No.'],
  noNumber: ['连网后给号', 'given by the server'],
  supplier: ['供应商', 'Supplier'],
  note: ['送货单号', 'Delivery note'],
  day: ['收货日期', 'Received'],
  station: ['收货站', 'Station'],
  part: ['备件', 'Part'],
  spec: ['规格', 'Spec'],
  batch: ['批号、序列号', 'Batch, serials'],
  announced: ['单上', 'Announced'],
  quantity: ['实收', 'Received'],
  difference: ['差', 'Difference'],
  condition: ['外观', 'Condition'],
  good: ['完好', 'good'],
  damaged: ['碰坏', 'damaged'],
  not_as_ordered: ['不是订的', 'not as ordered'],
  total: ['合计', 'Total'],
  lines: ['收到的备件', 'What was received'],
  handler: ['经手人', 'Handler'],
  supplierSigns: ['送货人签字', 'Delivered by, signed'],
  handlerSigns: ['经手人签字', 'Handler, signed'],
})

export default function Receipt({ params }: ScreenProps) {
  const id = params.id ?? ''
  const row = useLive(() => receiptById(id), [id])
  const known = useLive(names)
  const ids = row?.lines.map(({ part_id }) => part_id) ?? []
  const parts = useLive(() => partsAt('', ids), [ids.join()])
  const truth = cardState([id])
  return (
    <>
      <Bar
        title={w.title()}
        meta={row?.number}
        back="/stock/goods"
        chip={<SyncChip state={truth.state} at={truth.at} />}
      />
      <main class="office paper" tabIndex={-1} aria-busy={row === undefined}>
        {row === null && (
          <Empty icon="file-text" title={w.none()}>
            {w.noneWhat()}
          </Empty>
        )}
        {row && known && parts && (
          <>
            <div class="act noprint">
              <Button kind="main" icon="file-arrow-down" onTap={() => window.print()}>
                {w.print()}
              </Button>
            </div>
            <Copy title={w.copies()} row={row} names={known} parts={parts} />
            <Copy title={w.copy2()} row={row} names={known} parts={parts} />
          </>
        )}
      </main>
    </>
  )
}

interface CopyProps {
  title: string
  row: GoodsReceipt
  names: Names
  parts: ReadonlyMap<string, PartOnShelf>
}

function Copy({ title, row, names: { people, stations }, parts }: CopyProps) {
  const station = stations.get(row.station_id)
  const total = row.lines.reduce((sum, line) => sum + line.quantity, 0)
  return (
    <article class="slip" aria-label={title}>
      <header class="row between">
        <h2>{w.title()}</h2>
        <span class="meta">{title}</span>
      </header>
      <dl class="slipfacts">
        <Fact term={w.number()} value={row.number ?? w.noNumber()} />
        <Fact term={w.day()} value={`${localDay(row.received_at)} ${dayAndClock(row.received_at).split(' ').at(-1)}`} />
        <Fact term={w.station()} value={station ? stationName(station) : ''} />
        <Fact term={w.supplier()} value={row.supplier} />
        <Fact term={w.note()} value={row.delivery_note ?? ''} />
        <Fact term={w.handler()} value={people.get(row.received_by)?.name ?? ''} />
      </dl>
      <Sideways name={w.lines()}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.part()}</th>
              <th scope="col">{w.spec()}</th>
              <th scope="col">{w.batch()}</th>
              <th scope="col">{w.condition()}</th>
              <th scope="col" class="num">
                {w.announced()}
              </th>
              <th scope="col" class="num">
                {w.quantity()}
              </th>
              <th scope="col" class="num">
                {w.difference()}
              </th>
            </tr>
          </thead>
          <tbody>
            {row.lines.map((line) => {
              const part = parts.get(line.part_id)?.part
              const announced = line.announced ?? null
              return (
                <tr key={`${line.part_id} ${line.batch} ${line.condition} ${line.quantity}`}>
                  <td>
                    {part && partName(part)} <span class="mono">{part?.part_no}</span>
                  </td>
                  <td>{line.spec}</td>
                  <td class="mono">{[line.batch, ...line.serials].filter(Boolean).join(' ')}</td>
                  <td>{w[line.condition]()}</td>
                  <td class="num">{announced}</td>
                  <td class="num">
                    <b>{line.quantity}</b> {part && unitName(part, line.quantity)}
                  </td>
                  <td class="num">{announced === null ? '' : line.quantity - announced}</td>
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={5}>
                {w.total()}
              </th>
              <td class="num">
                <b>{total}</b>
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </Sideways>
      <div class="signs">
        <span>{w.supplierSigns()}</span>
        <span>{w.handlerSigns()}</span>
      </div>
    </article>
  )
}

function Fact({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  )
}
