/** The service reports of the desk: where each stands, and the approved ones into the archive (VIS-14). */
import { useMemo } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Head } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { type Column, type Filter, List } from '../../parts/list'
import { Plate } from '../../parts/sheet'
import { Tagline } from '../../parts/tagline'
import { shortDay } from '../../parts/times'
import { say } from '../../parts/toast'
import { language, words } from '../../parts/words'
import { type ListedReport, listedReports } from '../../store/archive'
import { holder } from '../../store/holder'
import { useLive } from '../../store/live'
import { Line } from '../line'
import { DiskFullNotice } from '../visit/frame'
import { diskFull, useSaving } from '../visit/saving'
import { STANDING_MARK, standingName, standingOf, unsignedName } from './words'
import '../office/office.css'
import './archive.css'

const w = words({
  title: ['服务报告', 'Reports'],
  meta: ['批了就归档，月底打成一包', 'Approved ones are archived, and bundled by the month'],
  month: ['月度打包', 'The month’s bundle'],
  none: ['还没有报告', 'No reports yet'],
  noneWhat: ['第一次上门签完，就有了。', 'They appear with the first visit that is signed.'],
  report: ['报告', 'Report'],
  customer: ['用户', 'Customer'],
  unit: ['车号', 'Unit'],
  technician: ['服务人员', 'Technician'],
  closed: ['结束', 'Closed'],
  state: ['到哪一步', 'Where it stands'],
  unsigned: ['没签字', 'Not signed'],
  unsignedWhy: ['没签的原因', 'Not signed because'],
  search: ['报告号、任务号、用户、车号', 'Report, job, customer, plate'],
  archive: [
    (count: number) => `归档 ${count} 份`,
    (count: number) => (count === 1 ? 'Archive it' : `Archive ${count}`),
  ],
  approveFirst: ['只有批了的能归档', 'Only approved ones can be archived'],
  archived: [
    (count: number) => `归档了 ${count} 份`,
    (count: number) => (count === 1 ? 'Archived' : `${count} archived`),
  ],
})

export default function Reports() {
  const reports = useLive(listedReports)
  const columns = useMemo(columnsOf, [language.value])
  const filters = useMemo(filtersOf, [language.value])
  const files = holder.value?.person.roles.includes('manager') ?? false
  return (
    <>
      <Head title={w.title()} meta={w.meta()} aside={<Line />} />
      <main class="office archive" tabIndex={-1}>
        {files && (
          <div class="ways">
            <Button icon="books" href="/reports/month">
              {w.month()}
            </Button>
          </div>
        )}
        {diskFull.value && <DiskFullNotice />}
        <List
          name={w.title()}
          rows={reports}
          columns={columns}
          filters={filters}
          idOf={idOf}
          href={hrefOf}
          textOf={textOf}
          searchLabel={w.search()}
          {...(files && {
            actions: (chosen: readonly ListedReport[], done: () => void) => (
              <ArchiveChosen chosen={chosen} onDone={done} />
            ),
          })}
          empty={
            <Empty icon="file-text" title={w.none()}>
              {w.noneWhat()}
            </Empty>
          }
        />
      </main>
    </>
  )
}

function ArchiveChosen({ chosen, onDone }: { chosen: readonly ListedReport[]; onDone: () => void }) {
  const [busy, save] = useSaving()
  const ready = chosen.filter((one) => standingOf(one) === 'approved')
  const archive = () =>
    save(async () => {
      for (const { report } of ready) await mutate('report.archive', { report_id: report.id })
      say(w.archived(ready.length))
      onDone()
    })
  return (
    <Button size="mid" icon="books" off={busy || ready.length === 0} onTap={archive}>
      {ready.length === 0 ? w.approveFirst() : w.archive(ready.length)}
    </Button>
  )
}

const idOf = ({ report }: ListedReport) => report.id
const hrefOf = ({ report }: ListedReport) => `/reports/${report.id}`
const unitOf = ({ job }: ListedReport) => job?.plate ?? job?.serial ?? null
const textOf = ({ report, job, technician }: ListedReport) => [
  ...[report.number, job?.number ?? null, job?.customer_name ?? null, job?.serial ?? null, technician?.name ?? null],
  ...[job?.plate ?? null, job?.plate?.replace('·', '') ?? null],
]

function columnsOf(): Column<ListedReport>[] {
  return [
    {
      name: w.customer(),
      place: 'title',
      width: 'minmax(0, 1.6fr)',
      value: ({ job, report }) => job?.customer_name ?? report.number,
    },
    {
      name: w.report(),
      place: 'second',
      width: 'minmax(0, 1.1fr)',
      value: ({ report }) => report.number,
      cell: ({ report }) => <span class="mono">{report.number}</span>,
    },
    {
      name: w.state(),
      place: 'side',
      width: 'minmax(0, 1.5fr)',
      value: (one) => standingName(standingOf(one)),
      cell: (one) => <Tagline {...STANDING_MARK[standingOf(one)]}>{standingName(standingOf(one))}</Tagline>,
    },
    {
      name: w.unit(),
      place: 'wide',
      width: 'minmax(0, 1.1fr)',
      value: unitOf,
      cell: ({ job }) => (job?.plate ? <Plate>{job.plate}</Plate> : (job?.serial ?? null)),
    },
    {
      name: w.technician(),
      place: 'wide',
      width: 'minmax(0, 0.8fr)',
      value: ({ technician }) => technician?.name ?? null,
    },
    {
      name: w.closed(),
      place: 'wide',
      width: '4.5rem',
      value: ({ report }) => report.closed_at,
      cell: ({ report }) => shortDay(report.closed_at),
    },
    { name: w.unsignedWhy(), place: 'file', value: ({ unsigned }) => unsigned && unsignedName(unsigned) },
  ]
}

function filtersOf(): Filter<ListedReport>[] {
  const standings = ['approved', 'archived', 'waiting', 'sentBack'] as const
  return [
    {
      name: w.state(),
      choices: [
        ...standings.map((key) => ({
          key,
          name: standingName(key),
          keep: (one: ListedReport) => standingOf(one) === key,
        })),
        { key: 'unsigned', name: w.unsigned(), keep: ({ unsigned }: ListedReport) => unsigned !== null },
      ],
    },
  ]
}
