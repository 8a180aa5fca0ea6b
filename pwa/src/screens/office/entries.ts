/** What waits for the manager as lines of one list: what it is, who it is about, since or until when. */
import type { IconName } from '../../parts/icon'
import { money } from '../../parts/money'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import type { ExtensionInFull, RequisitionInFull } from '../../store/deciding'
import type { QuoteInFull } from '../../store/quotes'
import type { Waiting } from '../../store/reports'
import type { UrgentWaiting } from '../../store/urgent'
import type { WaiverWanted } from '../../store/write_offs'
import { fieldOf } from '../conflicts/fields'
import { severityIcon, severityName } from '../escalate/severity'
import { kindIcon, kindName } from './discrepancy_words'

const w = words({
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
  quotes: [(count: number) => `报价 ${count} · 等审批`, (count: number) => `Quotes ${count} · to approve`],
  quote: [(sum: string) => `报价 ${sum}`, (sum: string) => `Quote ${sum}`],
  reports: [(count: number) => `报告 ${count} · 等审批`, (count: number) => `Reports ${count} · to approve`],
  reviews: [(count: number) => `两个说法 ${count} · 选一个`, (count: number) => `Two values ${count} · choose one`],
  signed: ['报告，用户已签字', 'Report, signed'],
  unsigned: ['报告，没有签字', 'Report without signature'],
  twice: [(field: string) => `${field}，两个人都改过`, (field: string) => `Two people changed ${field}`],
  waivers: [
    (count: number) => `旧件回不来 ${count} · 等你定`,
    (count: number) => `Old parts that will not come ${count}`,
  ],
  missing: ['旧件找不到了', 'Old part is missing'],
  never: ['没有旧件', 'No old part'],
  ready: ['销账', 'Write-offs'],
  readyCount: [
    (count: number) => `${count} 件可以销账`,
    (count: number) => (count === 1 ? '1 write-off is ready' : `${count} write-offs are ready`),
  ],
  readyWhat: ['签了字，批了，旧件也齐了', 'Signed, approved, and the old part is back'],
})

export interface Chosen {
  kind:
    | 'escalation'
    | 'incident'
    | 'quote'
    | 'report'
    | 'discrepancy'
    | 'review'
    | 'requisition'
    | 'extension'
    | 'waiver'
  id: Id
}

export interface Entry extends Chosen {
  icon: IconName
  name: string
  about: string
  since: string
  /** When somebody who waits must have an answer. */
  due?: string | undefined
}

export interface Group {
  title: string
  entries: readonly Entry[]
}

export function urgentEntries({ incidents, escalations }: UrgentWaiting): Group {
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

export function quoteEntries(quotes: readonly QuoteInFull[]): Group {
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

export function requisitionEntries(asked: readonly RequisitionInFull[]): Group {
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

export function extensionEntries(asked: readonly ExtensionInFull[]): Group {
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

export function entriesOf(waiting: Waiting, times: ReadonlyMap<Id, string>): readonly Group[] {
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

export function waiverEntries(wanted: readonly WaiverWanted[]): Group {
  const entries = wanted.map(
    ({ line: { swap, part, job, oldPart }, by, since }): Entry => ({
      kind: 'waiver',
      id: swap.id,
      icon: 'tag',
      name: oldPart === null ? w.never() : w.missing(),
      about: joined([by?.name, part && money(part.list_price_minor, part.currency), part?.name ?? job?.plate]),
      since,
    }),
  )
  return { title: w.waivers(entries.length), entries }
}

/** What is done elsewhere, many at a time. */
export const readyWords = { title: w.ready, count: w.readyCount, what: w.readyWhat }
