/** One job on the day's time line: a hollow dot while it is open, a filled one and a seal when it is done. */
import { Icon } from '../../parts/icon'
import { remaining } from '../../parts/sla_clock'
import { clock, dayAndClock, shortDay, startOfDay } from '../../parts/times'
import { words } from '../../parts/words'
import { finished, type JobAndVisit } from '../../store/jobs'
import { CardChip } from '../card_chip'

const w = words({
  signed: [(time: string) => `客户 ${time} 签字`, (time: string) => `signed ${time}`],
  unsigned: [(time: string) => `${time} 没签字，交给主管`, (time: string) => `${time} closed unsigned`],
  onSite: [(time: string) => `${time} 到场`, (time: string) => `on site ${time}`],
  due: [(time: string) => `${time} 前到场`, (time: string) => `on site by ${time}`],
  agreed: ['约定时间', 'agreed time'],
  sentBack: ['主管退回，要改', 'sent back by the manager'],
})

interface Props extends JobAndVisit {
  /** When the day on the screen begins, in milliseconds. */
  midnight: number
  now: number
}

export function AgendaRow({ job, visit, report, midnight, now }: Props) {
  const done = finished({ job, report })
  const at = (done ? visit?.arrived_at : null) ?? job.planned_at
  const otherDay = at !== null && startOfDay(Date.parse(at)) !== midnight
  const rest = job.due_at && !report && !visit?.arrived_at ? Date.parse(job.due_at) - now : 0
  const overdue = rest < 0
  return (
    <a class={done ? 'ag done' : 'ag'} href={`/job/${job.id}`}>
      <time class={otherDay ? 'far' : ''}>{at ? (otherDay ? shortDay : clock)(at) : '–'}</time>
      <i />
      <div class="grow">
        <b>{job.customer_name}</b>
        <p class="meta">
          {job.fault_reported && `${job.fault_reported.replace(/[。.]$/, '')} · `}
          {overdue ? <b class="bad inline">{remaining(rest)}</b> : outcome()}
        </p>
        <CardChip ids={[job.id]} />
      </div>
      {done ? <Icon name="seal-check" size="l" tone="acc" /> : <Icon name="caret-right" tone="quiet" />}
    </a>
  )

  function outcome(): string {
    if (report?.state === 'sent_back') return w.sentBack()
    if (report) return (report.state === 'unsigned' ? w.unsigned : w.signed)(moment(report.closed_at))
    if (visit?.arrived_at) return w.onSite(moment(visit.arrived_at))
    if (!job.due_at) return w.agreed()
    return w.due(moment(job.due_at))
  }

  function moment(at: string): string {
    return startOfDay(Date.parse(at)) === midnight ? clock(at) : dayAndClock(at)
  }
}
