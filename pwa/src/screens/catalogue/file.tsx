/** One file: all its rows, with search, and the ways to a new row, to a table and from one. */
import { useMemo } from 'preact/hooks'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { type Column, type Filter, List } from '../../parts/list'
import { money } from '../../parts/money'
import { roleName } from '../../parts/role_names'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Tagline } from '../../parts/tagline'
import { language, words } from '../../parts/words'
import { type FileName, isImported, mayKeep } from '../../rules/master_data'
import type { Rows } from '../../rules/wire'
import { type Filed, filed, myself } from '../../store/catalogue'
import { useLive } from '../../store/live'
import { faultClass } from '../office/words'
import { FILE_ICONS, FILES, fieldName, fileName, KINDS, kindName } from './words'
import './catalogue.css'

const w = words({
  add: ['新增', 'Add'],
  table: ['表格导入导出', 'Table in and out'],
  none: ['还没有', 'Nothing here yet'],
  noneWhat: ['新增一个，或者从表格导入。', 'Add one, or take in a table.'],
  onHold: ['停用', 'On hold'],
  left: ['不在岗', 'Left'],
  state: ['状态', 'State'],
  headOffice: ['总部', 'Head office'],
  search: ['查找', 'Search'],
})

export default function File({ params }: ScreenProps) {
  const file = params.file as FileName
  if (!FILES.includes(file)) return <Screen head={<Bar title={file} back="/catalogue" />}>{null}</Screen>
  return <Rowed file={file} />
}

function Rowed({ file }: { file: FileName }) {
  const me = useLive(myself) ?? null
  const rows = useLive(() => filed(file), [file])
  const columns = useMemo(() => COLUMNS[file]() as Column<Filed>[], [file, language.value])
  const filters = useMemo(() => filtersOf(file), [file, language.value])
  return (
    <Screen head={<Bar title={fileName(file)} back="/catalogue" />}>
      <div class="stack broad">
        <div class="act">
          {mayKeep(me, file) && (
            <Button size="mid" icon="plus" href={`/catalogue/${file}/new`}>
              {w.add()}
            </Button>
          )}
          {isImported(file) && mayKeep(me, file) && (
            <Button size="mid" icon="download-simple" href={`/catalogue/${file}/import`}>
              {w.table()}
            </Button>
          )}
        </div>
        <List
          name={fileName(file)}
          rows={rows}
          columns={columns}
          filters={filters}
          idOf={idOf}
          href={(row) => `/catalogue/${file}/${row.id}`}
          searchLabel={w.search()}
          empty={
            <Empty icon={FILE_ICONS[file]} title={w.none()}>
              {w.noneWhat()}
            </Empty>
          }
        />
      </div>
    </Screen>
  )
}

const idOf = ({ id }: Filed) => id

type ColumnsOf = { [F in FileName]: () => Column<Filed<F>>[] }

const mono = (text: string) => <span class="mono">{text}</span>
const placed = <F extends FileName>(): Column<Filed<F>> => ({
  name: fieldName('station'),
  place: 'wide',
  value: (row) => row.station_name ?? null,
})

const COLUMNS: ColumnsOf = {
  customer: () => [
    { name: fieldName('name'), place: 'title', value: ({ name }) => name, width: 'minmax(0, 2fr)' },
    { name: fieldName('contact'), place: 'second', value: ({ contact }) => contact },
    { name: fieldName('phone'), place: 'second', value: ({ phone }) => phone },
    { name: fieldName('address'), place: 'wide', value: ({ address }) => address, width: 'minmax(0, 2fr)' },
    placed<'customer'>(),
  ],
  equipment: () => [
    { name: fieldName('model'), place: 'title', value: ({ model }) => model },
    { name: fieldName('plate'), place: 'side', value: ({ plate }) => plate, width: '8rem' },
    { name: fieldName('serial'), place: 'second', value: ({ serial }) => serial, cell: ({ serial }) => mono(serial) },
    { name: fieldName('customer'), place: 'second', value: (row) => row.customer_name ?? null },
    { name: fieldName('kind'), place: 'wide', value: ({ kind }) => kindName(kind), width: '6rem' },
    { name: fieldName('warranty_until'), place: 'wide', value: (row) => row.warranty_until, width: '8rem' },
    placed<'equipment'>(),
  ],
  part: () => [
    { name: fieldName('name'), place: 'title', value: partNamed, width: 'minmax(0, 2fr)' },
    { name: fieldName('part_no'), place: 'second', value: (row) => row.part_no, cell: (row) => mono(row.part_no) },
    {
      name: w.state(),
      place: 'side',
      width: '7rem',
      value: ({ on_hold }) => (on_hold ? w.onHold() : null),
      cell: ({ on_hold }) =>
        on_hold && (
          <Tagline kind="no" icon="hand-palm">
            {w.onHold()}
          </Tagline>
        ),
    },
    {
      name: fieldName('list_price_minor'),
      place: 'side',
      width: '7rem',
      number: true,
      value: (row) => row.list_price_minor / 100,
      cell: (row) => money(row.list_price_minor, row.currency),
    },
    { name: fieldName('unit'), place: 'wide', value: ({ unit }) => unit, width: '4rem' },
  ],
  fault: () => [
    {
      name: fieldName('name'),
      place: 'title',
      value: partNamed,
      width: 'minmax(0, 2fr)',
    },
    { name: fieldName('code'), place: 'second', value: ({ code }) => code, cell: ({ code }) => mono(code) },
    { name: fieldName('fault_class'), place: 'side', value: (row) => faultClass(row.fault_class), width: '8rem' },
  ],
  station: () => [
    { name: fieldName('name'), place: 'title', value: partNamed },
    { name: fieldName('city'), place: 'second', value: ({ city }) => city },
    { name: fieldName('time_zone'), place: 'wide', value: (row) => row.time_zone },
  ],
  person: () => [
    { name: fieldName('name'), place: 'title', value: ({ name }) => name },
    { name: fieldName('roles'), place: 'second', value: ({ roles }) => roles.map(roleName).join(' · ') },
    { name: fieldName('station'), place: 'side', value: (row) => row.station_name ?? w.headOffice(), width: '9rem' },
    { name: fieldName('phone'), place: 'wide', value: ({ phone }) => phone },
    { name: w.state(), place: 'wide', value: ({ active }) => (active ? null : w.left()), width: '6rem' },
  ],
}

function partNamed({ name, name_en }: { name: string; name_en: string }): string {
  return language.value === 'en' ? name_en : name
}

function filtersOf(file: FileName): Filter<Filed>[] {
  const filter = <F extends FileName>(name: string, choices: [string, string, (row: Rows[F]) => boolean][]) => [
    {
      name,
      choices: choices.map(([key, says, keep]) => ({ key, name: says, keep: (row: Filed) => keep(row as Rows[F]) })),
    },
  ]
  if (file === 'part') return filter<'part'>(w.state(), [['held', w.onHold(), ({ on_hold }) => on_hold]])
  if (file === 'person') return filter<'person'>(w.state(), [['left', w.left(), ({ active }) => !active]])
  if (file === 'equipment') {
    return filter<'equipment'>(
      fieldName('kind'),
      KINDS.map((kind) => [kind, kindName(kind), (row) => row.kind === kind]),
    )
  }
  return []
}
