/** Yours to decide: reports, discrepancies and reviews that wait for the manager (VIS-14). */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Empty } from '../../parts/empty'
import { Icon } from '../../parts/icon'
import { remaining } from '../../parts/sla_clock'
import { daysBetween } from '../../parts/times'
import { words } from '../../parts/words'
import { extensionsAsked, requisitionsAsked, settleTimes } from '../../store/deciding'
import { useLive } from '../../store/live'
import { quotesToDecide } from '../../store/quotes'
import { waitingForDecision } from '../../store/reports'
import { urgentWaiting } from '../../store/urgent'
import { waiversWanted, writeOffsReady } from '../../store/write_offs'
import { EscalationCase } from '../escalate/case'
import { Line } from '../line'
import { useNow } from '../now'
import { IncidentCase } from '../safety/case'
import { DiskFullNotice } from '../visit/frame'
import { diskFull } from '../visit/saving'
import { WriteOffCase } from '../write_offs/case'
import { DiscrepancyCase } from './discrepancy_case'
import {
  type Chosen,
  entriesOf,
  extensionEntries,
  quoteEntries,
  readyWords,
  requisitionEntries,
  urgentEntries,
  waiverEntries,
} from './entries'
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

export default function DecideScreen() {
  const now = useNow()
  const waiting = useLive(waitingForDecision)
  const urgent = useLive(urgentWaiting)
  const quotes = useLive(quotesToDecide)
  const requisitions = useLive(requisitionsAsked)
  const extensions = useLive(extensionsAsked)
  const waivers = useLive(waiversWanted)
  const ready = useLive(writeOffsReady)
  const times = useLive(settleTimes)
  const [chosen, choose] = useState<Chosen | null>(null)
  const list = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const alone = list.current !== null && getComputedStyle(list.current).display === 'none'
    if (alone) document.documentElement.scrollTop = 0
  }, [chosen])
  if (!waiting || !urgent || !quotes || !requisitions || !extensions || !waivers || ready === undefined || !times)
    return <main id="main" class="office" tabIndex={-1} aria-busy="true" />
  const groups = [
    urgentEntries(urgent),
    ...entriesOf(waiting, times),
    requisitionEntries(requisitions),
    extensionEntries(extensions),
    waiverEntries(waivers),
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
      <section class="waiting" ref={list}>
        <header class="officehead">
          <h1 class="grow">{w.title()}</h1>
          <Line />
        </header>
        {all.length === 0 && ready === 0 && (
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
                      <b class={urgency(Date.parse(entry.due) - now)}>{remaining(Date.parse(entry.due) - now)}</b>
                    ) : (
                      <span class="meta">{waited(entry.since, now)}</span>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {ready > 0 && (
          <section>
            <h2 class="cap">{readyWords.title()}</h2>
            <ul class="sheet flush list cases">
              <li>
                <a class="pick" href="/write-offs">
                  <Icon name="check-circle" />
                  <span class="grow">
                    <b>{readyWords.count(ready)}</b>
                    <span class="meta line">{readyWords.what()}</span>
                  </span>
                  <Icon name="caret-right" size="s" />
                </a>
              </li>
            </ul>
          </section>
        )}
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
  if (chosen.kind === 'waiver') return <WriteOffCase id={chosen.id} onBack={onBack} />
  if (chosen.kind === 'review') return <ReviewCase id={chosen.id} onBack={onBack} />
  return <DiscrepancyCase id={chosen.id} onBack={onBack} />
}

const SOON_MS = 8 * 3_600_000

function urgency(left: number): string {
  if (left < 0) return 'meta bad'
  return left < SOON_MS ? 'meta warn' : 'meta'
}

function waited(since: string, now: number): string {
  const days = daysBetween(Date.parse(since), now)
  if (days <= 0) return w.today()
  return days < 7 ? w.ago(days) : shortDay(since)
}
