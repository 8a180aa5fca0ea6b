/** The store's home: what waits, what can be done, and what the station has (PART-1, PART-7). */
import { Head } from '../../parts/bar'
import { Empty } from '../../parts/empty'
import { Icon, type IconName } from '../../parts/icon'
import { go } from '../../parts/route'
import { words } from '../../parts/words'
import { useLive } from '../../store/live'
import { myStation, partsInStore, storeWaits } from '../../store/stock_room'
import { Line } from '../line'
import { PartScan } from './part_scan'
import { PartsTable } from './parts_table'
import { stationName } from './place_words'
import '../office/office.css'
import '../office/decide.css'
import './stock.css'

const w = words({
  title: ['库存', 'Stock'],
  issue: ['发料', 'Issue'],
  issueWhat: ['领料单批了，等着拿', 'Approved requisitions that wait for their parts'],
  goods: ['收货', 'Receive goods'],
  goodsWhat: ['接收单，一式两份', 'Goods receipt in two copies'],
  unused: ['收退料', 'Take back unused parts'],
  unusedWhat: ['没用上的新件，从车上回货架', 'New parts that were not needed, from a van to the shelves'],
  transfers: ['调拨', 'Transfers'],
  transfersWhat: ['发到别的站，收别的站发来的', 'Send to another station, take in what it sent'],
  count: ['盘点', 'Count'],
  countWhat: ['先数，合上才看账', 'Count first, see the books when you close it'],
  holds: ['停用批次', 'Batches on hold'],
  holdsWhat: ['哪批不能发、不能装，都在谁那里', 'What nobody may issue or fit, and who has it'],
  waits: [(count: number) => `${count} 件事在等`, (count: number) => `${count} waiting`],
  work: ['库里的活', 'Work of the store'],
  noStation: ['还不知道你是哪个站的', 'Your station is not known here yet'],
  noStationWhat: ['连一次网，站点和库存就来了。', 'Connect once: the station and its stock come with the first sync.'],
})

export default function Stock() {
  const station = useLive(myStation)
  const id = station?.id ?? ''
  const waits = useLive(() => storeWaits(id), [id])
  const parts = useLive(() => partsInStore(id), [id])
  if (station === null)
    return (
      <main class="office" tabIndex={-1}>
        <Empty icon="warehouse" title={w.noStation()}>
          {w.noStationWhat()}
        </Empty>
      </main>
    )
  return (
    <>
      <Head title={w.title()} meta={station && stationName(station)} aside={<Line />} />
      <main class="office room" tabIndex={-1} aria-busy={parts === undefined}>
        <section class="sitting">
          <PartScan onPart={(part) => go(`/stock/part/${part.id}`)} />
          <nav class="sheet flush list doings" aria-label={w.work()}>
            <Doing href="/stock/issue" icon="package" name={w.issue()} what={w.issueWhat()} count={waits?.toIssue} />
            <Doing href="/stock/goods" icon="truck" name={w.goods()} what={w.goodsWhat()} />
            <Doing href="/stock/unused" icon="arrow-bend-up-left" name={w.unused()} what={w.unusedWhat()} />
            <Doing
              href="/stock/transfers"
              icon="arrows-left-right"
              name={w.transfers()}
              what={w.transfersWhat()}
              count={waits?.arriving}
            />
            <Doing href="/stock/count" icon="clipboard-text" name={w.count()} what={w.countWhat()} />
            <Doing href="/stock/holds" icon="hand-palm" name={w.holds()} what={w.holdsWhat()} count={waits?.onHold} />
          </nav>
        </section>
        <section class="inroom">
          <PartsTable parts={parts} station_id={id} />
        </section>
      </main>
    </>
  )
}

interface DoingProps {
  href: string
  icon: IconName
  name: string
  what: string
  count?: number | undefined
}

function Doing({ href, icon, name, what, count }: DoingProps) {
  return (
    <a href={href}>
      <Icon name={icon} tone="quiet" />
      <span class="grow">
        <b>{name}</b>
        <span class="meta line">{what}</span>
      </span>
      {Boolean(count) && (
        <b class="waits">
          <span aria-hidden="true">{count}</span>
          <span class="visually-hidden">{w.waits(count ?? 0)}</span>
        </b>
      )}
      <Icon name="caret-right" tone="quiet" />
    </a>
  )
}
