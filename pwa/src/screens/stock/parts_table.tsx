/** What the station has, part by part; a row leads to its card, and some of them can be counted (PART-1). */
import { useMemo } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { type Column, type Filter, List } from '../../parts/list'
import { go } from '../../parts/route'
import { Tagline } from '../../parts/tagline'
import { language, words } from '../../parts/words'
import type { Json } from '../../rules/wire'
import { keepDraft } from '../../store/drafts'
import { holder } from '../../store/holder'
import type { PartInStore } from '../../store/stock_room'
import { partName, unitName } from '../part_name'
import { EMPTY_COUNT } from './counted'

const w = words({
  title: ['库存', 'Stock'],
  search: ['在库存里找件号、名称', 'Search number or name'],
  part: ['备件', 'Part'],
  partNo: ['件号', 'Part no.'],
  shelves: ['货架', 'Shelves'],
  vans: ['车上', 'Vans'],
  unit: ['单位', 'Unit'],
  state: ['状态', 'State'],
  where: ['在哪里', 'Where it is'],
  shelved: ['货架上有', 'On shelves'],
  empty: ['货架空了', 'Shelf empty'],
  inVans: ['车上有', 'In vans'],
  held: ['停用', 'On hold'],
  below: ['负数', 'Below zero'],
  count: [
    (count: number) => `盘这 ${count} 种`,
    (count: number) => (count === 1 ? 'Count this part' : `Count these ${count}`),
  ],
  nothing: ['账上还没有备件', 'The books have no parts yet'],
  nothingWhat: ['收第一张货，就有了。', 'They appear with the first delivery.'],
})

export function PartsTable({ parts, station_id }: { parts: readonly PartInStore[] | undefined; station_id: string }) {
  const columns = useMemo(columnsOf, [language.value])
  const filters = useMemo(filtersOf, [language.value])
  const counts = holder.value?.person.roles.includes('clerk') ?? false
  const count = (chosen: readonly PartInStore[]) => {
    const typed = { ...EMPTY_COUNT, location: `store:${station_id}`, listed: chosen.map(({ part }) => part.id) }
    void keepDraft('count', typed as unknown as Json).then(() => go('/stock/count'))
  }
  return (
    <List
      name={w.title()}
      rows={parts}
      columns={columns}
      filters={filters}
      idOf={idOf}
      wideRem={46}
      href={(one) => `/stock/part/${one.part.id}`}
      textOf={textOf}
      searchLabel={w.search()}
      {...(counts && {
        actions: (chosen: readonly PartInStore[]) => (
          <Button size="mid" icon="clipboard-text" onTap={() => count(chosen)}>
            {w.count(chosen.length)}
          </Button>
        ),
      })}
      empty={
        <Empty icon="warehouse" title={w.nothing()}>
          {w.nothingWhat()}
        </Empty>
      }
    />
  )
}

const idOf = ({ part }: PartInStore) => part.id
const textOf = ({ part }: PartInStore) => [part.part_no, part.name, part.name_en]

function columnsOf(): Column<PartInStore>[] {
  return [
    { name: w.part(), place: 'title', value: ({ part }) => partName(part), width: 'minmax(0, 3fr)' },
    {
      name: w.partNo(),
      place: 'second',
      width: '7rem',
      value: ({ part }) => part.part_no,
      cell: ({ part }) => <span class="mono">{part.part_no}</span>,
    },
    {
      name: w.state(),
      place: 'side',
      width: 'minmax(5.5rem, 1fr)',
      value: stateOf,
      cell: (one) => <State one={one} />,
    },
    {
      name: w.shelves(),
      place: 'side',
      width: '4rem',
      number: true,
      value: ({ shelves }) => shelves,
      cell: ({ shelves }) => <b>{shelves}</b>,
    },
    { name: w.vans(), place: 'wide', width: '3.5rem', number: true, value: ({ vans }) => vans },
    { name: w.unit(), place: 'wide', width: '3rem', value: ({ part }) => unitName(part) },
  ]
}

function filtersOf(): Filter<PartInStore>[] {
  return [
    {
      name: w.where(),
      choices: [
        { key: 'shelves', name: w.shelved(), keep: ({ shelves }) => shelves > 0 },
        { key: 'vans', name: w.inVans(), keep: ({ vans }) => vans > 0 },
        { key: 'empty', name: w.empty(), keep: ({ shelves }) => shelves === 0 },
        { key: 'below', name: w.below(), keep: ({ shelves, vans }) => shelves < 0 || vans < 0 },
        { key: 'held', name: w.held(), keep: ({ held }) => held },
      ],
    },
  ]
}

function stateOf({ held, shelves, vans }: PartInStore): string | null {
  if (held) return w.held()
  return shelves < 0 || vans < 0 ? w.below() : null
}

function State({ one }: { one: PartInStore }) {
  const state = stateOf(one)
  if (state === null) return null
  return one.held ? (
    <Tagline kind="no" icon="hand-palm">
      {state}
    </Tagline>
  ) : (
    <Tagline kind="doubt" icon="warning">
      {state}
    </Tagline>
  )
}
