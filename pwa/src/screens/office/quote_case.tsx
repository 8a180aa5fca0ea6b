/** One quote before the manager: what it offers, approved or refused with a reason (JOB-5). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { money } from '../../parts/money'
import { Plate } from '../../parts/sheet'
import { dayAndClock } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { quoteInFull } from '../../store/quotes'
import { CaseFrame, YesOrNo } from './case_frame'
import { useDeciding } from './deciding'
import { QuoteLines } from './quote_lines'
import { Reason } from './reason'
import { Refused } from './refused'

const w = words({
  quote: ['收费服务报价', 'Quote'],
  proposed: [(at: string) => `${at} 报的`, (at: string) => `Proposed ${at}`],
  title: [(who: string, sum: string) => `${who}报价 ${sum}`, (who: string, sum: string) => `${who} proposes ${sum}`],
  lede: ['批了，用户付款后才派人。', 'Once approved, the customer pays; then somebody is sent.'],
  somebody: ['有人', 'Somebody'],
  approve: ['同意', 'Approve'],
  refuse: ['不同意', 'Refuse'],
  reasonFirst: ['不同意要写理由，报价的人看得到。', 'Write why; who proposed it will read it.'],
  approved: ['同意了', 'Approved'],
  refused: ['没同意', 'Refused'],
  by: [(who: string, at: string) => `${who}，${at}`, (who: string, at: string) => `${who}, ${at}`],
})

export function QuoteCase({ id, onBack }: { id: Id; onBack: () => void }) {
  const full = useLive(() => quoteInFull(id), [id])
  const key = `quote-decide:${id}`
  const [note, type, drop] = useDraft<{ text: string }>(key, { text: '' })
  const [lacking, lack] = useState(false)
  const [busy, decide] = useDeciding(drop)
  if (!full) return <section class="sheet case" aria-busy="true" />
  const { quote, job, by, decidedBy } = full
  const seen = { job_id: id, revision: quote.revision }
  const approve = () => decide(() => mutate('quote.approve', seen, { draft: key }), w.approved())
  const refuse = () => {
    const reason = note.text.trim()
    lack(reason === '')
    if (reason !== '') decide(() => mutate('quote.refuse', { ...seen, reason }, { draft: key }), w.refused())
  }
  return (
    <CaseFrame
      id={id}
      kind={w.quote()}
      icon="file-text"
      aside={<span class="meta">{w.proposed(dayAndClock(quote.proposed_at))}</span>}
      title={w.title(by?.name ?? w.somebody(), money(quote.total_minor, quote.currency))}
      lede={w.lede()}
      onBack={onBack}
      dock={
        quote.state === 'proposed' && (
          <YesOrNo busy={busy} yes={w.approve()} no={w.refuse()} onYes={approve} onNo={refuse} />
        )
      }
    >
      {job && (
        <p class="unitline">
          {job.plate && <Plate>{job.plate}</Plate>}{' '}
          {[job.customer_name, job.fault_reported].filter(Boolean).join(' · ')}
        </p>
      )}
      <QuoteLines quote={quote} />
      {quote.note && <p class="meta">{quote.note}</p>}
      {quote.state === 'proposed' ? (
        <>
          <Refused about={[id]} name="quote.approve" onTakeBack={() => undefined} />
          <Refused about={[id]} name="quote.refuse" onTakeBack={(body) => type({ text: body.reason })} />
          <Reason
            value={note.text}
            onInput={(text) => type({ text })}
            lacking={lacking && note.text.trim() === '' ? w.reasonFirst() : undefined}
          />
        </>
      ) : (
        <Verdict
          kind={quote.state === 'approved' ? 'ok' : 'flat'}
          icon="check-circle"
          title={quote.state === 'approved' ? w.approved() : w.refused()}
        >
          {quote.refused_reason}{' '}
          {quote.decided_at && w.by(decidedBy?.name ?? w.somebody(), dayAndClock(quote.decided_at))}
        </Verdict>
      )}
    </CaseFrame>
  )
}
