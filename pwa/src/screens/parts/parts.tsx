/** Parts: what the books place in the van, new and old, and what can be done with it. */
import { signal } from '@preact/signals'
import { Head } from '../../parts/bar'
import { Button } from '../../parts/button'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Segmented } from '../../parts/segmented'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import { holder } from '../../store/holder'
import { useLive } from '../../store/live'
import { heldOldParts, stockOf } from '../../store/stock'
import { transfersToMyVan } from '../../store/stock_room'
import { openRequisitions } from '../../store/van'
import { Line } from '../line'
import { Doing } from './doing'
import { OldTab } from './old_tab'
import { StockList } from './stock_list'
import './parts.css'

const w = words({
  title: ['备件', 'Parts'],
  which: ['看哪些', 'Which parts'],
  fresh: [(n: number) => `车上备件 ${n}`, (n: number) => `In the van ${n}`],
  old: [(n: number) => `旧件 ${n}`, (n: number) => `Old parts ${n}`],
  none: ['车上账面没有备件', 'No parts in your van’s books'],
  noneStore: ['本站账面没有备件', 'No parts in your station’s books'],
  store: [(n: number) => `本站货架 ${n} 种`, (n: number) => `${n} kinds on your station’s shelves`],
  books: ['账面数', 'by the books'],
  doings: ['车上的件', 'The parts in your van'],
  ask: ['领料', 'Ask for parts'],
  arriving: ['收发到车上的件', 'Take in parts sent to you'],
  arrivingWhat: [
    (number: string, at: string) => `${number} · ${at} 发出`,
    (number: string, at: string) => `${number} · sent ${at}`,
  ],
  noNumber: ['还没编号', 'no number yet'],
  requisitions: ['领料单', 'Your requisitions'],
  unused: ['退没用的件', 'Bring back unused parts'],
  count: ['盘点车上的件', 'Count the van'],
  give: ['把旧件交给别人', 'Hand over old parts'],
})

/** Where the person looked last, so that coming back from one part leads to the same list. */
const shown = signal<'fresh' | 'old'>('fresh')

export default function Parts(_: ScreenProps) {
  const place = holder.value?.person.roles.includes('technician') ? 'van' : 'store'
  return place === 'van' ? <Van /> : <Store />
}

function Van() {
  const fresh = useLive(() => stockOf('van'))
  const old = useLive(heldOldParts)
  const isOld = shown.value === 'old'
  const dock = isOld ? (
    old !== undefined &&
    old.length > 0 && (
      <Button kind="main" wide icon="arrows-left-right" href="/parts/give">
        {w.give()}
      </Button>
    )
  ) : (
    <Button kind="main" wide icon="plus" href="/parts/ask">
      {w.ask()}
    </Button>
  )
  return (
    <Screen head={<Head title={w.title()} meta={w.books()} aside={<Line />} />} dock={dock} overTabs>
      <div class="twotabs">
        <Segmented<'fresh' | 'old'>
          label={w.which()}
          value={shown.value}
          onChoose={(chosen) => {
            shown.value = chosen
          }}
          options={[
            { value: 'fresh', label: w.fresh(fresh?.length ?? 0) },
            { value: 'old', label: w.old(old?.length ?? 0) },
          ]}
        />
      </div>
      {!isOld && fresh && (
        <div class="vanparts">
          <NewDoings />
          <StockList parts={fresh} none={w.none()} />
        </div>
      )}
      {isOld && old && <OldTab parts={old} />}
    </Screen>
  )
}

function NewDoings() {
  const open = useLive(openRequisitions) ?? 0
  const arriving = useLive(transfersToMyVan) ?? []
  return (
    <nav class="sheet flush list" aria-label={w.doings()}>
      {arriving.map(({ id, number, sent, sent_at }) => (
        <Doing
          key={id}
          href={`/stock/transfers/${id}`}
          icon="tray"
          name={w.arriving()}
          about={w.arrivingWhat(number ?? w.noNumber(), dayAndClock(sent_at))}
          count={sent.reduce((sum, line) => sum + line.quantity, 0)}
        />
      ))}
      <Doing href="/parts/requisitions" icon="clipboard-text" name={w.requisitions()} count={open} />
      <Doing href="/parts/unused" icon="arrow-bend-up-left" name={w.unused()} />
      <Doing href="/parts/count" icon="scales" name={w.count()} />
    </nav>
  )
}

function Store() {
  const fresh = useLive(() => stockOf('store'))
  return (
    <Screen head={<Head title={w.title()} meta={w.store(fresh?.length ?? 0)} aside={<Line />} />}>
      {fresh && <StockList parts={fresh} none={w.noneStore()} />}
    </Screen>
  )
}
