/** Issuing 发料: approved requisitions wait at the left; the parts of one are handed over at the right (PART-2, PART-9). */
import { Empty } from '../../parts/empty'
import { Icon } from '../../parts/icon'
import type { ScreenProps } from '../../parts/route'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import { useLive } from '../../store/live'
import { type RequisitionSeen, requisitionById, requisitionsAsked, requisitionsToIssue } from '../../store/stock_room'
import { StoreFrame } from './frame'
import { IssueForm } from './issue_form'

const w = words({
  title: ['发料', 'Issue parts'],
  waiting: [(count: number) => `等发料 ${count}`, (count: number) => `To hand over ${count}`],
  asked: [(count: number) => `等主管批 ${count}`, (count: number) => `Waiting for a manager ${count}`],
  nothing: ['没有等发的领料单', 'No requisition waits'],
  nothingWhat: ['主管批了的领料单会出现在这里。', 'Requisitions appear here when a manager has approved them.'],
  choose: ['选一张领料单', 'Choose a requisition'],
  chooseWhat: ['左边是批了、还没拿走的。', 'At the left is what is approved and not handed over.'],
  somebody: ['技术员', 'Technician'],
  noNumber: ['还没编号', 'no number yet'],
  pieces: [(count: number) => `${count} 件`, (count: number) => (count === 1 ? '1 piece' : `${count} pieces`)],
  job: [(number: string) => `任务 ${number}`, (number: string) => `job ${number}`],
})

export default function Issue({ params }: ScreenProps) {
  const waiting = useLive(requisitionsToIssue)
  const asked = useLive(requisitionsAsked)
  const chosen = useLive(async () => (params.id ? requisitionById(params.id) : null), [params.id])
  return (
    <StoreFrame
      title={w.title()}
      back={params.id ? '/stock/issue' : '/stock'}
      working={Boolean(params.id)}
      aside={
        <>
          <Queue title={w.waiting(waiting?.length ?? 0)} rows={waiting ?? []} current={params.id} />
          {waiting?.length === 0 && (
            <Empty icon="package" title={w.nothing()}>
              {w.nothingWhat()}
            </Empty>
          )}
          <Queue title={w.asked(asked?.length ?? 0)} rows={asked ?? []} current={params.id} />
        </>
      }
    >
      {chosen ? (
        <IssueForm key={chosen.row.id} seen={chosen} />
      ) : (
        <div class="onwide">
          <Empty icon="package" title={w.choose()}>
            {w.chooseWhat()}
          </Empty>
        </div>
      )}
    </StoreFrame>
  )
}

function Queue({
  title,
  rows,
  current,
}: {
  title: string
  rows: readonly RequisitionSeen[]
  current: string | undefined
}) {
  if (rows.length === 0) return null
  return (
    <section>
      <h2 class="cap">{title}</h2>
      <ul class="sheet flush list cases">
        {rows.map(({ row, technician }) => (
          <li key={row.id}>
            <a class="pick" href={`/stock/issue/${row.id}`} aria-current={row.id === current ? 'true' : undefined}>
              <Icon name="clipboard-text" />
              <span class="grow">
                <b>{technician?.name ?? w.somebody()}</b>
                <span class="meta line">
                  {[row.number ?? w.noNumber(), row.job_number && w.job(row.job_number)].filter(Boolean).join(' · ')}
                </span>
              </span>
              <span class="meta">
                {w.pieces(owed(row))}
                <span class="line">{dayAndClock(row.asked_at)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

const owed = (row: RequisitionSeen['row']): number =>
  row.lines.reduce((sum, line) => sum + Math.max(0, (line.approved ?? line.asked) - line.issued), 0)
