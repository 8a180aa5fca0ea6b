/** Write-offs 销账: every fitted part with what it still waits for; those that wait for nothing are closed together (PART-5). */
import { useMemo } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Head } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { type Column, type Filter, List } from '../../parts/list'
import { Plate } from '../../parts/sheet'
import { Tagline } from '../../parts/tagline'
import { dayAndClock } from '../../parts/times'
import { language, words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import { useLive } from '../../store/live'
import { type WriteOffLine, writeOffLines } from '../../store/write_offs'
import { Line } from '../line'
import { useDeciding } from '../office/deciding'
import { partName } from '../part_name'
import { isReady, lackingName, standing, standingBriefly } from './waiting'
import '../office/office.css'

const w = words({
  title: ['销账', 'Write-offs'],
  meta: [
    (ready: number, waiting: number) => `${ready} 件可以销，${waiting} 件还在等`,
    (ready: number, waiting: number) => `${ready} can be written off, ${waiting} still wait`,
  ],
  part: ['件', 'Part'],
  partNo: ['件号', 'Part number'],
  pieces: ['件数', 'Pieces'],
  plate: ['车牌', 'Plate'],
  job: ['任务', 'Job'],
  waits: ['还等什么', 'Waits for'],
  fitted: ['装上的时间', 'Fitted'],
  closedAt: ['销账时间', 'Written off'],
  ready: ['可以销', 'Ready'],
  closed: ['已销账', 'Written off'],
  search: ['找件、件号、车牌、任务', 'Part, number, plate, job'],
  close: [
    (count: number) => `销 ${count} 件`,
    (count: number) => (count === 1 ? 'Write off 1 line' : `Write off ${count} lines`),
  ],
  done: [
    (count: number) => `销了 ${count} 件`,
    (count: number) => (count === 1 ? '1 line written off' : `${count} lines written off`),
  ],
  noneReady: ['选中的都还在等', 'All that you chose still wait'],
  none: ['还没有装上的件', 'No part was fitted yet'],
  noneWhat: ['换件记下来，就出现在这里。', 'They appear here as soon as a swap is recorded.'],
})

export default function WriteOffs() {
  const lines = useLive(writeOffLines)
  const columns = useMemo(columnsNow, [language.value])
  const filters = useMemo(filtersNow, [language.value])
  const open = lines?.filter(({ writeOff }) => writeOff === null) ?? []
  const ready = open.filter(isReady)
  const inOrder = useMemo(() => lines?.toSorted((one, other) => rank(one) - rank(other)), [lines])
  return (
    <>
      <Head title={w.title()} meta={w.meta(ready.length, open.length - ready.length)} aside={<Line />} />
      <main class="office" tabIndex={-1} aria-busy={lines === undefined}>
        <List
          name={w.title()}
          rows={inOrder}
          columns={columns}
          idOf={idOf}
          href={hrefOf}
          searchLabel={w.search()}
          filters={filters}
          actions={(chosen, done) => <Close chosen={chosen} onDone={done} />}
          empty={
            <Empty icon="check-circle" title={w.none()}>
              {w.noneWhat()}
            </Empty>
          }
        />
      </main>
    </>
  )
}

function Close({ chosen, onDone }: { chosen: readonly WriteOffLine[]; onDone: () => void }) {
  const [busy, decide] = useDeciding(onDone)
  const ready = chosen.filter(isReady)
  const close = () => decide(() => closeAll(ready), w.done(ready.length), 'check')
  return (
    <Button size="mid" icon="check" off={busy || ready.length === 0} onTap={close}>
      {ready.length === 0 ? w.noneReady() : w.close(ready.length)}
    </Button>
  )
}

/** One after the other: each is saved before the next begins. */
async function closeAll(lines: readonly WriteOffLine[]): Promise<void> {
  for (const { swap } of lines)
    await mutate('write_off.close', {
      write_off_id: uuid7(),
      swap_id: swap.id,
      visit_id: swap.visit_id,
      old_part_id: swap.old_part_id,
    })
}

/** What can be closed stands first, then what still waits. */
const rank = (line: WriteOffLine): number => (line.writeOff !== null ? 2 : isReady(line) ? 0 : 1)

const idOf = ({ swap }: WriteOffLine) => swap.id
const hrefOf = ({ swap }: WriteOffLine) => `/write-offs/${swap.id}`

function columnsNow(): Column<WriteOffLine>[] {
  return [
    { name: w.part(), place: 'title', value: ({ part }) => part && partName(part), width: 'minmax(9rem, 1.4fr)' },
    { name: w.partNo(), place: 'wide', value: ({ part }) => part?.part_no ?? null, width: '9rem' },
    { name: w.pieces(), place: 'wide', value: ({ swap }) => swap.quantity, number: true, width: '5rem' },
    {
      ...{ name: w.plate(), place: 'second', width: '7.5rem' },
      value: ({ job }) => job?.plate ?? null,
      cell: ({ job }) => job?.plate && <Plate>{job.plate}</Plate>,
    },
    { name: w.job(), place: 'second', value: ({ job }) => job?.number ?? null, width: '9rem' },
    {
      ...{ name: w.waits(), place: 'side', width: 'minmax(11rem, 1.4fr)' },
      value: standing,
      cell: (line) => (
        <Tagline icon={line.waitsFor.length === 0 ? 'check-circle' : 'clock'}>{standingBriefly(line)}</Tagline>
      ),
    },
    { name: w.fitted(), place: 'file', value: ({ swap }) => dayAndClock(swap.recorded_at) },
    { name: w.closedAt(), place: 'file', value: ({ writeOff }) => writeOff && dayAndClock(writeOff.closed_at) },
  ]
}

function filtersNow(): Filter<WriteOffLine>[] {
  const waits = (['signature', 'approval', 'old_part'] as const).map((lacking) => ({
    key: lacking,
    name: lackingName(lacking),
    keep: ({ waitsFor }: WriteOffLine) => waitsFor.includes(lacking),
  }))
  return [
    {
      name: w.waits(),
      choices: [
        { key: 'ready', name: w.ready(), keep: isReady },
        ...waits,
        { key: 'closed', name: w.closed(), keep: ({ writeOff }) => writeOff !== null },
      ],
    },
  ]
}
