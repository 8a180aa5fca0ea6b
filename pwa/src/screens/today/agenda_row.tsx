/** One job on the day's time line: a hollow dot while it is open, a filled one and a seal when it is done. */
import { Icon } from '../../parts/icon'
import { promised, remaining } from '../../parts/sla_clock'
import { clock, dayAndClock, shortDay, startOfDay } from '../../parts/times'
import { words } from '../../parts/words'
import { leftAt } from '../../rules/sla'
import { comesAgain, finished, type OnAgenda } from '../../store/jobs'
import { CardChip } from '../card_chip'
import { UnitPlate } from '../unit'

const w = words({
  signed: [(time: string) => `客户 ${time} 签字`, (time: string) => `signed ${time}`],
  unsigned: [(time: string) => `${time} 没签字，交给主管`, (time: string) => `${time} closed unsigned`],
  onSite: [(time: string) => `${time} 到场`, (time: string) => `on site ${time}`],
  agreed: ['约定时间', 'agreed time'],
  again: ['还要再来一次', 'one more visit'],
  sentBack: ['主管退回，要改', 'sent back by the manager'],
})

interface Props extends OnAgenda {
  /** When the day on the screen begins, in milliseconds. */
  midnight: number
  now: number
}

export function AgendaRow({ job, visit, report, clocks, midnight, now }: Props) {
  const done = finished({ job, report })
  const at = (done ? visit?.arrived_at : null) ?? job.planned_at
  const otherDay = at !== null && startOfDay(Date.parse(at)) !== midnight
  const [clockNext] = report ? [] : clocks
  const rest = (clockNext && leftAt(clockNext, now)) ?? null
  const overdue = rest !== null && rest < 0
  return (
    <a class={done ? 'ag done' : 'ag'} href={`/job/${job.id}`}>
      <time class={otherDay ? 'far' : ''}>{at ? (otherDay ? shortDay : clock)(at) : '–'}</time>
      <i />
      <div class="grow">
        <b>{job.customer_name}</b> <UnitPlate job={job} />
        <p class="meta">
          {job.fault_reported && `${job.fault_reported.replace(/[。.]$/, '')} · `}
          {overdue ? <b class="bad inline">{remaining(rest)}</b> : outcome()}
          {rest !== null && rest >= 0 && !done && ` · ${remaining(rest)}`}
        </p>
        <CardChip ids={[job.id]} />
      </div>
      {done ? <Icon name="seal-check" size="l" tone="acc" /> : <Icon name="caret-right" tone="quiet" />}
    </a>
  )

  function outcome(): string {
    if (report?.state === 'sent_back') return w.sentBack()
    if (comesAgain({ job, visit })) return w.again()
    if (report) return (report.state === 'unsigned' ? w.unsigned : w.signed)(moment(report.closed_at))
    if (visit?.arrived_at) return w.onSite(moment(visit.arrived_at))
    return clockNext ? promised(clockNext) : w.agreed()
  }

  function moment(at: string): string {
    return startOfDay(Date.parse(at)) === midnight ? clock(at) : dayAndClock(at)
  }
}
