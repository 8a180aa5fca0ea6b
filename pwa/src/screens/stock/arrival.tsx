/** A transfer in the hand: what was sent, and on arrival what is counted out of the boxes, blind (PART-7). */
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { go, type ScreenProps } from '../../parts/route'
import { Sideways } from '../../parts/sideways'
import { SyncChip } from '../../parts/sync_chip'
import { dayAndClock } from '../../parts/times'
import { say } from '../../parts/toast'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Transfer } from '../../rules/wire'
import { cardState } from '../../store/card'
import { useDraft } from '../../store/drafts'
import { holder } from '../../store/holder'
import { useLive } from '../../store/live'
import { myStation, names, partsAt, transferById } from '../../store/stock_room'
import { partName } from '../part_name'
import { useSaving } from '../visit/saving'
import { StoreFrame } from './frame'
import { stationName } from './place_words'
import { ScanLines, ScannedLines } from './scanned_lines'
import { compared, differs } from './transfer_lines'
import { handedLines, type TypedLine } from './typed_lines'

const w = words({
  title: ['调拨单', 'Transfer'],
  none: ['没有这张调拨单', 'There is no such transfer'],
  noneWhat: ['可能是别的站之间的。', 'It may be between other stations.'],
  route: [(from: string, to: string) => `${from} → ${to}`, (from: string, to: string) => `${from} → ${to}`],
  van: [(who: string) => `${who}的车`, (who: string) => `${who}’s van`],
  sent: [(who: string, at: string) => `${who} ${at} 发出`, (who: string, at: string) => `Sent by ${who}, ${at}`],
  received: [
    (who: string, at: string) => `${who} ${at} 收到`,
    (who: string, at: string) => `Received by ${who}, ${at}`,
  ],
  blind: [
    '先数箱子里的，收下以后才看发了多少。',
    'Count what is in the boxes. What was sent shows when you take it in.',
  ],
  nothing: ['还没有扫到件', 'Nothing is scanned yet'],
  nothingWhat: ['开箱，一件一件扫。', 'Open the boxes and scan piece by piece.'],
  lines: ['到的备件', 'What arrived'],
  take: [(count: number) => `收下 ${count} 件`, (count: number) => `Take in ${count}`],
  empty: ['箱子是空的', 'The boxes are empty'],
  done: ['收下了，和发的一样', 'Taken in, as it was sent'],
  doneDiffers: ['收下了，和发的有差', 'Taken in, and it differs from what was sent'],
  differs: ['和发的有差，主管来定', 'It differs from what was sent; a manager decides'],
  differsWhat: ['差的件还算在路上，定了才动账。', 'What is missing stays on the road until then.'],
  onTheRoad: ['在路上，对方还没收', 'On the road, not taken in yet'],
  part: ['备件', 'Part'],
  sentPieces: ['发出', 'Sent'],
  came: ['实到', 'Came'],
  batch: ['批号、序列号', 'Batch, serials'],
})

interface Typed {
  lines: TypedLine[]
}

const EMPTY: Typed = { lines: [] }

export default function Arrival({ params }: ScreenProps) {
  const id = params.id ?? ''
  const row = useLive(() => transferById(id), [id])
  const station = useLive(myStation)
  const truth = cardState([id])
  if (row === undefined || station === undefined)
    return (
      <StoreFrame title={w.title()} aside={null}>
        {null}
      </StoreFrame>
    )
  if (row === null)
    return (
      <StoreFrame title={w.title()} back={back()} aside={null}>
        <Empty icon="arrows-left-right" title={w.none()}>
          {w.noneWhat()}
        </Empty>
      </StoreFrame>
    )
  const coming = row.state === 'sent' && isForMe(row, station?.id ?? '')
  if (coming) return <TakeIn row={row} />
  return (
    <StoreFrame title={w.title()} meta={row.number} back={back()} aside={<Facts row={row} />}>
      <div class="sheet inhand">
        <SyncChip state={truth.state} at={truth.at} />
        {row.state === 'sent' && <Verdict kind="flat" icon="truck" title={w.onTheRoad()} />}
        {row.state === 'received' && differs(row) && (
          <Verdict kind="doubt" title={w.differs()}>
            {w.differsWhat()}
          </Verdict>
        )}
        <Compared row={row} />
      </div>
    </StoreFrame>
  )
}

/** A van is opened by its technician, shelves by the station's clerk. */
function isForMe(row: Transfer, station_id: string): boolean {
  if (row.to_technician_id !== null) return row.to_technician_id === holder.value?.person.id
  return row.to_station_id === station_id && isClerk()
}

const isClerk = (): boolean => holder.value?.person.roles.includes('clerk') ?? false

/** Where the way back leads: a technician comes from the van. */
const back = (): string => (isClerk() ? '/stock/transfers' : '/parts')

function Facts({ row }: { row: Transfer }) {
  const known = useLive(names)
  if (known === undefined) return null
  const station = (id: string) => {
    const found = known.stations.get(id)
    return found ? stationName(found) : ''
  }
  const person = (id: string | null) => (id === null ? '' : (known.people.get(id)?.name ?? ''))
  return (
    <div class="sheet">
      <p class="key">
        {w.route(
          station(row.from_station_id),
          row.to_technician_id === null ? station(row.to_station_id) : w.van(person(row.to_technician_id)),
        )}
      </p>
      <p class="meta">{w.sent(person(row.sent_by), dayAndClock(row.sent_at))}</p>
      {row.received_at && <p class="meta">{w.received(person(row.received_by), dayAndClock(row.received_at))}</p>}
    </div>
  )
}

function TakeIn({ row }: { row: Transfer }) {
  const key = `arrival:${row.id}`
  const [{ lines }, type] = useDraft<Typed>(key, EMPTY)
  const location = row.to_technician_id === null ? `store:${row.to_station_id}` : `van:${row.to_technician_id}`
  const ids = [...new Set(lines.map(({ part_id }) => part_id))]
  const shelves = useLive(() => partsAt(location, ids), [location, ids.join()])
  const [, save] = useSaving()
  const set = (next: TypedLine[]) => type({ lines: next })
  const count = lines.reduce((sum, line) => sum + line.quantity, 0)
  const take = () =>
    save(async () => {
      const received = handedLines(lines)
      const place = { station_id: row.to_station_id, technician_id: row.to_technician_id }
      const body = { transfer_id: row.id, ...place, lines: received }
      await mutate('transfer.receive', body, { draft: key })
      say(differs({ sent: row.sent, received }) ? w.doneDiffers() : w.done())
      go(`/stock/transfers/${row.id}`, { replace: true })
    })
  return (
    <StoreFrame
      title={w.title()}
      meta={row.number}
      back={back()}
      working={lines.length > 0}
      aside={
        <>
          <ScanLines lines={lines} onLines={set} />
          <Facts row={row} />
        </>
      }
    >
      <div class="sheet inhand">
        <p class="meta">{w.blind()}</p>
        {lines.length === 0 ? (
          <Empty icon="package" title={w.nothing()}>
            {w.nothingWhat()}
          </Empty>
        ) : (
          <ScannedLines name={w.lines()} lines={lines} shelves={shelves} onLines={set} />
        )}
        <div class="act">
          <Button kind="main" icon="check" off={count === 0} onTap={take}>
            {w.take(count)}
          </Button>
          {count === 0 && <Button onTap={take}>{w.empty()}</Button>}
        </div>
      </div>
    </StoreFrame>
  )
}

function Compared({ row }: { row: Transfer }) {
  const lines = compared(row)
  const parts = useLive(
    () =>
      partsAt(
        '',
        lines.map(({ part_id }) => part_id),
      ),
    [lines.map((one) => one.part_id).join()],
  )
  const marks = (part_id: string) =>
    row.sent.filter((line) => line.part_id === part_id).flatMap((line) => [line.batch, ...line.serials])
  return (
    <Sideways name={w.lines()}>
      <table class="compared">
        <thead>
          <tr>
            <th scope="col">{w.part()}</th>
            <th scope="col">{w.batch()}</th>
            <th scope="col" class="num">
              {w.sentPieces()}
            </th>
            <th scope="col" class="num">
              {w.came()}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ part_id, sent, received }) => {
            const part = parts?.get(part_id)?.part
            return (
              <tr key={part_id}>
                <td>
                  {part && partName(part)} <span class="mono meta line">{part?.part_no}</span>
                </td>
                <td class="mono">{marks(part_id).filter(Boolean).join(' ')}</td>
                <td class="num">{sent}</td>
                <td class={row.state === 'received' && sent !== received ? 'num warn' : 'num'}>
                  {row.state === 'received' ? <b>{received}</b> : '–'}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Sideways>
  )
}
