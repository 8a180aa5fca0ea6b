/** Transfers 调拨: what is coming, what was sent and has not arrived, what arrived (PART-7). */
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Icon } from '../../parts/icon'
import { Tagline } from '../../parts/tagline'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import type { Transfer } from '../../rules/wire'
import { useLive } from '../../store/live'
import { myStation, type Names, names, transfersOf } from '../../store/stock_room'
import { StoreFrame } from './frame'
import { stationName } from './place_words'
import { differs } from './transfer_lines'

const w = words({
  title: ['调拨', 'Transfers'],
  send: ['发到别的站、车上', 'Send to a station or a van'],
  arriving: [(count: number) => `来我们这 ${count}`, (count: number) => `Coming to us ${count}`],
  sent: [(count: number) => `我们发的，在路上 ${count}`, (count: number) => `Sent by us, on the road ${count}`],
  done: ['收到的', 'Arrived'],
  nothing: ['没有在路上的', 'Nothing is on the road'],
  nothingWhat: ['别的站发来的，会出现在这里。', 'What another station sends appears here.'],
  noNumber: ['还没编号', 'no number yet'],
  from: [(station: string) => `${station}发来`, (station: string) => `From ${station}`],
  to: [(station: string) => `发到${station}`, (station: string) => `To ${station}`],
  pieces: [(count: number) => `${count} 件`, (count: number) => (count === 1 ? '1 piece' : `${count} pieces`)],
  van: [(who: string) => `${who}的车`, (who: string) => `${who}’s van`],
  differs: ['有差', 'differs'],
})

export default function Transfers() {
  const station = useLive(myStation)
  const id = station?.id ?? ''
  const found = useLive(() => transfersOf(id), [id])
  const known = useLive(names)
  if (!found || !known)
    return (
      <StoreFrame title={w.title()} aside={null}>
        {null}
      </StoreFrame>
    )
  const { arriving, sent, done } = found
  return (
    <StoreFrame
      title={w.title()}
      aside={
        <Button wide icon="arrow-up-right" href="/stock/send">
          {w.send()}
        </Button>
      }
    >
      {arriving.length + sent.length + done.length === 0 && (
        <Empty icon="arrows-left-right" title={w.nothing()}>
          {w.nothingWhat()}
        </Empty>
      )}
      <Group title={w.arriving(arriving.length)} rows={arriving} own={id} names={known} />
      <Group title={w.sent(sent.length)} rows={sent} own={id} names={known} />
      <Group title={w.done()} rows={done} own={id} names={known} />
    </StoreFrame>
  )
}

function Group({ title, rows, own, names }: { title: string; rows: readonly Transfer[]; own: string; names: Names }) {
  if (rows.length === 0) return null
  return (
    <section>
      <h2 class="cap">{title}</h2>
      <ul class="sheet flush list cases">
        {rows.map((row) => {
          const coming = row.to_station_id === own && row.from_station_id !== own
          const other = names.stations.get(coming ? row.from_station_id : row.to_station_id)
          const van = row.to_technician_id === null ? undefined : names.people.get(row.to_technician_id)
          const called = van ? w.van(van.name) : other ? stationName(other) : ''
          return (
            <li key={row.id}>
              <a class="pick" href={`/stock/transfers/${row.id}`}>
                <Icon name={coming ? 'tray' : 'truck'} />
                <span class="grow">
                  <b>{coming ? w.from(called) : w.to(called)}</b>
                  <span class="meta line">{row.number ?? w.noNumber()}</span>
                </span>
                {row.state === 'received' && differs(row) && (
                  <Tagline kind="doubt" icon="warning">
                    {w.differs()}
                  </Tagline>
                )}
                <span class="meta">
                  {w.pieces(row.sent.reduce((sum, line) => sum + line.quantity, 0))}
                  <span class="line">{dayAndClock(row.received_at ?? row.sent_at)}</span>
                </span>
              </a>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
