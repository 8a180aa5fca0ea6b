/** The station's old parts: what is out and how long, what waits to be inspected, stored, disposed (OLD-3 to OLD-5). */
import { useMemo, useState } from 'preact/hooks'
import { Head } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { List } from '../../parts/list'
import { startOfDay } from '../../parts/times'
import { language, words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { oldPartPresets, stationOldParts } from '../../store/custody'
import { useLive } from '../../store/live'
import { daysLate } from '../../store/old_parts'
import { Line } from '../line'
import { useNow } from '../now'
import { AgeingBars } from './ageing_bars'
import { BulkActions } from './bulk_actions'
import { columnsAt } from './columns'
import { filtersAt, textOf } from './filters'
import { type ListedPart, listed } from './listed'
import '../office/office.css'
import './old_parts.css'

const w = words({
  title: ['旧件', 'Old parts'],
  meta: [
    (out: number, late: number) => `${out} 件还没回来，${late} 件晚了`,
    (out: number, late: number) => `${out} still out, ${late} late`,
  ],
  search: ['找标签、车牌、件号、编号、技师', 'Tag, plate, part, serial, technician'],
  lists: ['处置清单', 'Lists of disposal'],
  tags: ['打印标签', 'Print tags'],
  none: ['还没有旧件', 'No old parts yet'],
  noneWhat: ['换件记下来，旧件就出现在这里。', 'They appear here as soon as a swap is recorded.'],
})

export default function OldParts() {
  const today = startOfDay(useNow())
  const [only, setOnly] = useState<Id | null>(null)
  const known = useLive(stationOldParts)
  const presets = useLive(oldPartPresets)
  const now = useMemo(() => new Date(today), [today])
  const rows = useMemo(() => known && listed(known), [known, language.value])
  const shown = useMemo(() => rows?.filter(({ part }) => only === null || part.removed_by === only), [rows, only])
  const columns = useMemo(() => columnsAt(now), [now, language.value])
  const filters = useMemo(() => filtersAt(now), [now, language.value])
  if (known === undefined || presets === undefined) return <main class="office" tabIndex={-1} aria-busy="true" />
  const out = known.parts.filter((part) => part.received_at === null)
  return (
    <>
      <Head
        title={w.title()}
        meta={w.meta(out.length, out.filter((part) => daysLate(part, now) > 0).length)}
        aside={<Line />}
      />
      <main class="office oldparts" tabIndex={-1}>
        <AgeingBars
          parts={out}
          people={known.people}
          limits={presets.ageing_days}
          now={now}
          only={only}
          onOnly={setOnly}
        />
        <div class="ways">
          <Button size="mid" icon="file-text" href="/old-parts/disposals">
            {w.lists()}
          </Button>
          <Button size="mid" icon="printer" href="/old-parts/tags">
            {w.tags()}
          </Button>
        </div>
        <List
          name={w.title()}
          rows={shown}
          columns={columns}
          idOf={idOf}
          href={hrefOf}
          textOf={textOf}
          searchLabel={w.search()}
          filters={filters}
          actions={(chosen) => <BulkActions parts={chosen.map(({ part }) => part)} />}
          empty={
            <Empty icon="tag" title={w.none()}>
              {w.noneWhat()}
            </Empty>
          }
        />
      </main>
    </>
  )
}

const idOf = ({ part }: ListedPart) => part.id
const hrefOf = ({ part }: ListedPart) => `/old-parts/${part.id}`
