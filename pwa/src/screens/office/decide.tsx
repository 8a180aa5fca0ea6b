/** Yours to decide: reports, discrepancies and reviews that wait for the manager (VIS-14). */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Icon, type IconName } from '../../parts/icon'
import { money } from '../../parts/money'
import { remaining } from '../../parts/sla_clock'
import { daysBetween } from '../../parts/times'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import {
  type ExtensionInFull,
  extensionsAsked,
  type RequisitionInFull,
  requisitionsAsked,
  settleTimes,
} from '../../store/deciding'
import { useLive } from '../../store/live'
import { type QuoteInFull, quotesToDecide } from '../../store/quotes'
import { type Waiting, waitingForDecision } from '../../store/reports'
import { type UrgentWaiting, urgentWaiting } from '../../store/urgent'
import { fieldOf } from '../conflicts/fields'
import { EscalationCase } from '../escalate/case'
import { severityIcon, severityName } from '../escalate/severity'
import { Line } from '../line'
import { useNow } from '../now'
import { IncidentCase } from '../safety/case'
import { DiskFullNotice } from '../visit/frame'
import { diskFull } from '../visit/saving'
import { DiscrepancyCase } from './discrepancy_case'
import { kindIcon, kindName } from './discrepancy_words'
import { ExtensionCase } from './extension_case'
import { QuoteCase } from './quote_case'
import { ReportCase } from './report_case'
import { RequisitionCase } from './requisition_case'
import { ReviewCase } from './review_case'
import { shortDay } from './words'
import './office.css'
import './decide.css'

const w = words({
  title: ['等你定', 'Yours to decide'],
  urgent: [(count: number) => `马上 ${count} · 现场在等`, (count: number) => `At once ${count} · the site waits`],
  incident: ['事故', 'Incident'],
  injured: ['有人受伤', 'Somebody is injured'],
  discrepancies: [
    (count: number) => `例外 ${count} · 和账对不上的事实`,
    (count: number) => `Exceptions ${count} · facts that contradict the books`,
  ],
  requisitions: [
    (count: number) => `领料单 ${count} · 等审批`,
    (count: number) => `Requisitions ${count} · to approve`,
  ],
  requisition: [
    (lines: number) => `领料单，${lines} 种件`,
    (lines: number) => (lines === 1 ? 'Requisition, 1 part' : `Requisition, ${lines} parts`),
  ],
  extensions: [(count: number) => `旧件延期 ${count} · 等答复`, (count: number) => `More time ${count} · to answer`],
  extension: ['旧件要晚些回来', 'More time for an old part'],
  writeOffs: ['销账', 'Write-offs'],
  quotes: [(count: number) => `报价 ${count} · 等审批`, (count: number) => `Quotes ${count} · to approve`],
  quote: [(sum: string) => `报价 ${sum}`, (sum: string) => `Quote ${sum}`],
  reports: [(count: number) => `报告 ${count} · 等审批`, (count: number) => `Reports ${count} · to approve`],
  reviews: [(count: number) => `两个说法 ${count} · 选一个`, (count: number) => `Two values ${count} · choose one`],
  signed: ['报告，用户已签字', 'Report, signed'],
  unsigned: ['报告，没有签字', 'Report without signature'],
  twice: [(field: string) => `${field}，两个人都改过`, (field: string) => `Two people changed ${field}`],
  today: ['今天', 'today'],
  ago: [(days: number) => `${days} 天`, (days: number) => `${days} d`],
  nothing: ['都定完了', 'Nothing waits for you'],
  nothingWhy: [
    '签完的报告、和账对不上的事实会出现在这里。',
    'Signed reports and facts that contradict the books appear here.',
  ],
  choose: ['选一件来看', 'Choose one to look at'],
  chooseWhy: ['左边是等你定的。', 'What waits for you is on the left.'],
})

type Chosen = {
  kind: 'escalation' | 'incident' | 'quote' | 'report' | 'discrepancy' | 'review' | 'requisition' | 'extension'
  id: Id
}

interface Entry extends Chosen {
  icon: IconName
  name: string
  about: string
  since: string
  /** When somebody who waits must have an answer. */
  due?: string | undefined
}

export default function DecideScreen() {
  const now = useNow()
  const waiting = useLive(waitingForDecision)
  const urgent = useLive(urgentWaiting)
  const quotes = useLive(quotesToDecide)
  const requisitions = useLive(requisitionsAsked)
  const extensions = useLive(extensionsAsked)
  const times = useLive(settleTimes)
  const [chosen, choose] = useState<Chosen | null>(null)
  if (!waiting || !urgent || !quotes || !requisitions || !extensions || !times)
    return <main id="main" class="office" tabIndex={-1} aria-busy="true" />
  const groups = [
    urgentEntries(urgent),
    ...entriesOf(waiting, times),
    requisitionEntries(requisitions),
    extensionEntries(extensions),
    quoteEntries(quotes),
  ]
  const all = groups.flatMap((group) => group.entries)
  const first = all[0] ?? null
  const shown = chosen ?? first
  const groupsShown = groups.filter((group) => group.entries.length > 0)
  return (
    <main id="main" class="office decide" tabIndex={-1} data-open={chosen ? 'case' : undefined}>
      {diskFull.value && (
        <div class="whole">
          <DiskFullNotice />
        </div>
      )}
      <section class="waiting">
        <header class="officehead">
          <h1 class="grow">{w.title()}</h1>
          <Button kind="plain" size="mid" icon="books" href="/write-offs">
            {w.writeOffs()}
          </Button>
          <Line />
        </header>
        {all.length === 0 && (
          <Empty icon="check-circle" title={w.nothing()}>
            {w.nothingWhy()}
          </Empty>
        )}
        {groupsShown.map((group) => (
          <section key={group.title}>
            <h2 class="cap">{group.title}</h2>
            <ul class="sheet flush list cases">
              {group.entries.map((entry) => (
                <li key={entry.id}>
                  <button
                    type="button"
                    class="pick"
                    aria-current={shown?.id === entry.id ? 'true' : undefined}
                    onClick={() => choose({ kind: entry.kind, id: entry.id })}
                  >
                    <Icon name={entry.icon} />
                    <span class="grow">
                      <b>{entry.name}</b>
                      <span class="meta line">{entry.about}</span>
                    </span>
                    {entry.due ? (
                      <b class={Date.parse(entry.due) < now ? 'meta bad' : 'meta warn'}>
                        {remaining(Date.parse(entry.due) - now)}
                      </b>
                    ) : (
                      <span class="meta">{waited(entry.since, now)}</span>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
      {shown ? (
        <Case key={shown.id} chosen={shown} onBack={() => choose(null)} />
      ) : (
        <Empty icon="scales" title={w.choose()}>
          {w.chooseWhy()}
        </Empty>
      )}
    </main>
  )
}

function Case({ chosen, onBack }: { chosen: Chosen; onBack: () => void }) {
  if (chosen.kind === 'escalation') return <EscalationCase id={chosen.id} onBack={onBack} />
  if (chosen.kind === 'incident') return <IncidentCase id={chosen.id} onBack={onBack} />
  if (chosen.kind === 'requisition') return <RequisitionCase id={chosen.id} onBack={onBack} />
  if (chosen.kind === 'extension') return <ExtensionCase id={chosen.id} onBack={onBack} />
  if (chosen.kind === 'quote') return <QuoteCase id={chosen.id} onBack={onBack} />
  if (chosen.kind === 'report') return <ReportCase id={chosen.id} onBack={onBack} />
  if (chosen.kind === 'review') return <ReviewCase id={chosen.id} onBack={onBack} />
  return <DiscrepancyCase id={chosen.id} onBack={onBack} />
}

function urgentEntries({ incidents, escalations }: UrgentWaiting): { title: string; entries: readonly Entry[] } {
  const entries = [
    ...incidents.map(
      ({ incident, by, job }): Entry => ({
        kind: 'incident',
        id: incident.id,
        icon: 'first-aid',
        name: incident.injured ? w.injured() : w.incident(),
        about: joined([by?.name, job?.plate ?? job?.customer_name]),
        since: incident.happened_at,
      }),
    ),
    ...escalations.map(
      ({ escalation, by, job }): Entry => ({
        kind: 'escalation',
        id: escalation.id,
        icon: severityIcon(escalation.severity),
        name: severityName(escalation.severity),
        about: joined([by?.name, job?.plate ?? job?.customer_name]),
        since: escalation.raised_at,
        due: escalation.answer_due_at,
      }),
    ),
  ]
  return { title: w.urgent(entries.length), entries }
}

function quoteEntries(quotes: readonly QuoteInFull[]): { title: string; entries: readonly Entry[] } {
  const entries = quotes.map(
    ({ quote, by, job }): Entry => ({
      kind: 'quote',
      id: quote.id,
      icon: 'file-text',
      name: w.quote(money(quote.total_minor, quote.currency)),
      about: joined([by?.name, job?.plate ?? job?.customer_name]),
      since: quote.proposed_at,
    }),
  )
  return { title: w.quotes(entries.length), entries }
}

function requisitionEntries(asked: readonly RequisitionInFull[]): { title: string; entries: readonly Entry[] } {
  const entries = asked.map(
    ({ requisition, by, job }): Entry => ({
      kind: 'requisition',
      id: requisition.id,
      icon: requisition.urgency === 'urgent' ? 'warning' : 'clipboard-text',
      name: w.requisition(requisition.lines.length),
      about: joined([by?.name, job?.plate ?? requisition.job_number ?? requisition.number]),
      since: requisition.asked_at,
    }),
  )
  return { title: w.requisitions(entries.length), entries }
}

function extensionEntries(asked: readonly ExtensionInFull[]): { title: string; entries: readonly Entry[] } {
  const entries = asked.map(
    ({ extension, by, oldPart }): Entry => ({
      kind: 'extension',
      id: extension.id,
      icon: 'tag',
      name: w.extension(),
      about: joined([by?.name, oldPart?.part_name]),
      since: extension.asked_at,
    }),
  )
  return { title: w.extensions(entries.length), entries }
}

function entriesOf(
  waiting: Waiting,
  times: ReadonlyMap<Id, string>,
): readonly { title: string; entries: readonly Entry[] }[] {
  const discrepancies = waiting.discrepancies.map(
    ({ discrepancy, by, part, job }): Entry => ({
      kind: 'discrepancy',
      id: discrepancy.id,
      icon: kindIcon(discrepancy.kind),
      name: kindName(discrepancy.kind),
      about: joined([by?.name, part?.name ?? job?.plate ?? job?.customer_name]),
      since: discrepancy.opened_at,
      due: times.get(discrepancy.id),
    }),
  )
  const reports = waiting.reports.map(
    ({ report, job, technician }): Entry => ({
      kind: 'report',
      id: report.id,
      icon: report.state === 'unsigned' ? 'warning' : 'file-text',
      name: report.state === 'unsigned' ? w.unsigned() : w.signed(),
      about: joined([technician?.name, job?.plate ?? job?.customer_name]),
      since: report.closed_at,
    }),
  )
  const reviews = waiting.reviews.map(
    ({ review, by, job }): Entry => ({
      kind: 'review',
      id: review.id,
      icon: 'arrows-left-right',
      name: w.twice(fieldOf(review.field)),
      about: joined([by?.name, job?.plate ?? job?.customer_name]),
      since: review.proposed_at,
    }),
  )
  return [
    { title: w.discrepancies(discrepancies.length), entries: discrepancies },
    { title: w.reports(reports.length), entries: reports },
    { title: w.reviews(reviews.length), entries: reviews },
  ]
}

function joined(names: readonly (string | null | undefined)[]): string {
  return names.filter(Boolean).join(' · ')
}

function waited(since: string, now: number): string {
  const days = daysBetween(Date.parse(since), now)
  if (days <= 0) return w.today()
  return days < 7 ? w.ago(days) : shortDay(since)
}
