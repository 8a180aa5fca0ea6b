/** One discrepancy: what the books said, what the site says, and how it is settled, with a reason that stays. */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { clock, dayAndClock } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id, Settlement } from '../../rules/wire'
import { ownershipOf } from '../../store/deciding'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { discrepancyInFull } from '../../store/reports'
import { CaseFrame } from './case_frame'
import { useDeciding } from './deciding'
import { Booking } from './discrepancy_booking'
import { Versus } from './discrepancy_sides'
import { kindIcon, kindLede, kindName, kindTitle, settlementsOf } from './discrepancy_words'
import { Owned, Passing } from './passing'
import { Reason } from './reason'
import { Refused } from './refused'

const w = words({
  open: [(at: string) => `${at} 开的`, (at: string) => `Opened ${at}`],
  book_transfer: ['补一笔调拨', 'Book the transfer'],
  fact_stands: ['以现场为准', 'The site stands'],
  books_stand: ['以账为准', 'The books stand'],
  matched: ['对上了', 'Matched'],
  settled: ['处理了', 'Settled'],
  settledBy: [(who: string, at: string) => `${who}，${at}`, (who: string, at: string) => `${who}, ${at}`],
  recorded: [(who: string) => `${who}记在手机上`, (who: string) => `Recorded by ${who}`],
  opened: ['服务器收到，照记，开例外', 'Reached the server. Applied, exception opened'],
  given: ['交给你定', 'Given to you to decide'],
  passed: [
    (who: string, to: string) => `${who}转给${to}：`,
    (who: string, to: string) => `${who} passed it on to ${to}:`,
  ],
  somebody: ['有人', 'Somebody'],
  needsReason: ['写一句为什么，以后查得到。', 'Say why in a few words: whoever looks later will ask.'],
})

export function DiscrepancyCase({ id, onBack }: { id: Id; onBack: () => void }) {
  const full = useLive(() => discrepancyInFull(id), [id])
  const [note, type, drop] = useDraft<{ text: string }>(`settle:${id}`, { text: '' })
  const [busy, decide] = useDeciding(drop)
  const [asked, setAsked] = useState(false)
  const ownership = useLive(async () => full && (await ownershipOf(full.discrepancy)), [full])
  if (!full) return <section class="sheet case" aria-busy="true" />
  const { discrepancy, by, settledBy } = full
  const who = by?.name ?? w.somebody()
  const settle = (settlement: Settlement) => {
    const text = note.text.trim()
    setAsked(text === '')
    if (text === '') return
    const body = { discrepancy_id: id, settlement, note: text }
    decide(() => mutate('discrepancy.settle', body, { draft: `settle:${id}` }), w.settled())
  }
  const [usual, ...others] = settlementsOf(discrepancy.kind)
  return (
    <CaseFrame
      id={id}
      kind={kindName(discrepancy.kind)}
      icon={kindIcon(discrepancy.kind)}
      aside={
        ownership && discrepancy.state === 'open' ? (
          <Owned ownership={ownership} />
        ) : (
          <span class="meta">{w.open(dayAndClock(discrepancy.opened_at))}</span>
        )
      }
      title={kindTitle(discrepancy.kind, who)}
      lede={kindLede(discrepancy.kind)}
      onBack={onBack}
      dock={
        <>
          {discrepancy.state === 'open' && (
            <div class="act">
              {usual && (
                <Button kind="main" icon="check" off={busy} onTap={() => settle(usual)}>
                  {w[usual]()}
                </Button>
              )}
              {others.map((settlement) => (
                <Button key={settlement} off={busy} onTap={() => settle(settlement)}>
                  {w[settlement]()}
                </Button>
              ))}
            </div>
          )}
          {ownership && discrepancy.state === 'open' && (
            <>
              <Refused about={[id]} name="discrepancy.pass_on" onTakeBack={() => undefined} />
              <Passing discrepancy={discrepancy} ownership={ownership} by={by} />
            </>
          )}
        </>
      }
    >
      <Versus full={full} />
      {discrepancy.kind === 'stock_below_zero' && <Booking full={full} />}
      {discrepancy.state === 'open' ? (
        <>
          <Refused about={[id]} name="discrepancy.settle" onTakeBack={(body) => type({ text: body.note })} />
          <Reason
            value={note.text}
            onInput={(text) => type({ text })}
            lacking={asked && note.text.trim() === '' ? w.needsReason() : undefined}
          />
        </>
      ) : (
        <Verdict
          kind="ok"
          icon="check-circle"
          title={discrepancy.settlement ? w[discrepancy.settlement]() : w.settled()}
        >
          {discrepancy.note}{' '}
          {discrepancy.settled_at && w.settledBy(settledBy?.name ?? w.somebody(), dayAndClock(discrepancy.settled_at))}
        </Verdict>
      )}
      <ol class="log meta">
        {full.swap && (
          <li>
            <b>{clock(full.swap.recorded_at)}</b> {w.recorded(who)}
          </li>
        )}
        <li>
          <b>{clock(discrepancy.opened_at)}</b> {w.opened()}
        </li>
        <li>
          <b>{clock(discrepancy.opened_at)}</b> {w.given()}
        </li>
        {ownership?.passes.map(({ at, by: giver, to, note: wanted }) => (
          <li key={at}>
            <b>{dayAndClock(at)}</b> {w.passed(giver?.name ?? w.somebody(), to?.name ?? w.somebody())} {wanted}
          </li>
        ))}
      </ol>
    </CaseFrame>
  )
}
