/** One fitted part: the three things that its write-off needs, closed when they are there; the old part can be waived (PART-5). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Choice } from '../../parts/choice'
import { Icon } from '../../parts/icon'
import { money } from '../../parts/money'
import { Plate, Quote } from '../../parts/sheet'
import { TagStrip } from '../../parts/tag_strip'
import { dayAndClock } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Id, Waiver } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { lineInFull } from '../../store/write_offs'
import { CaseFrame } from '../office/case_frame'
import { useDeciding } from '../office/deciding'
import { Reason } from '../office/reason'
import { Refused } from '../office/refused'
import { partName, unitName } from '../part_name'
import { lackingName, WAIVER_REASONS, waiverName } from './waiting'
import '../office/decide.css'

const w = words({
  title: ['销账', 'Write-off'],
  fitted: [(at: string) => `${at} 装上`, (at: string) => `Fitted ${at}`],
  noOldPart: ['为什么没有旧件', 'Why there is no old part'],
  needs: ['销账要三样', 'A write-off needs three things'],
  there: [(what: string) => `有了：${what}`, (what: string) => `There: ${what}`],
  missing: [(what: string) => `还等：${what}`, (what: string) => `Still open: ${what}`],
  close: ['销账', 'Write off'],
  closed: ['销账了', 'Written off'],
  by: [(who: string, at: string) => `${who}，${at}`, (who: string, at: string) => `${who}, ${at}`],
  somebody: ['有人', 'Somebody'],
  waive: ['旧件免交', 'Waive the old part'],
  why: ['为什么不用交', 'Why it need not come back'],
  deducts: [
    (sum: string, who: string) => `从${who}扣 ${sum}`,
    (sum: string, who: string) => `${sum} is deducted from ${who}`,
  ],
  waived: ['免交了', 'Waived'],
  unsigned: ['没签字，主管认了', 'Accepted without a signature'],
  needsBoth: ['选一个理由，再写一句。', 'Choose a reason and say more in a few words.'],
})

const NEEDED = ['signature', 'approval', 'old_part'] as const

interface Typed {
  reason: Waiver['reason'] | null
  note: string
}

interface Props {
  id: Id
  /** Given where a list stands beside it. */
  onBack?: () => void
}

export function WriteOffCase({ id, onBack }: Props) {
  const full = useLive(() => lineInFull(id), [id])
  const key = `waive:${id}`
  const [typed, type, drop] = useDraft<Typed>(key, { reason: null, note: '' })
  const [asked, ask] = useState(false)
  const [busy, decide] = useDeciding(drop)
  if (!full) return <section class="sheet case" aria-busy="true" />
  const { line, loss, lostBy, takenOffBy, closedBy, waivedBy, decides } = full
  const { swap, part, job, report, oldPart, waiver, writeOff, waitsFor } = line
  const named = { swap_id: swap.id, old_part_id: swap.old_part_id }
  const close = () =>
    decide(
      () => mutate('write_off.close', { write_off_id: uuid7(), visit_id: swap.visit_id, ...named }),
      w.closed(),
      'check',
    )
  const lacks = typed.reason === null || typed.note.trim() === ''
  const waive = () => {
    ask(lacks)
    if (typed.reason === null || lacks) return
    const body = { ...named, reason: typed.reason, note: typed.note.trim() }
    decide(() => mutate('old_part.waive', body, { draft: key }), w.waived())
  }
  const canWaive = decides && waiver === null && writeOff === null && waitsFor.includes('old_part')
  const name = part ? partName(part) : w.title()
  const price = part && money(part.list_price_minor * swap.quantity, part.currency)
  const deducted = price ? w.deducts(price, takenOffBy?.name ?? w.somebody()) : ''
  return (
    <CaseFrame
      id={id}
      kind={w.title()}
      called={name}
      icon="books"
      aside={<span class="meta">{w.fitted(dayAndClock(swap.recorded_at))}</span>}
      title={name}
      lede={[`${swap.quantity} ${part ? unitName(part, swap.quantity) : ''}`, price, job?.number, job?.customer_name]
        .filter(Boolean)
        .join(' · ')}
      onBack={onBack}
      dock={
        <div class="act">
          {writeOff === null && waitsFor.length === 0 && (
            <Button kind="main" icon="check" off={busy} onTap={close}>
              {w.close()}
            </Button>
          )}
          {canWaive && (
            <Button kind="main" off={busy} onTap={waive}>
              {w.waive()}
            </Button>
          )}
        </div>
      }
    >
      <p class="unitline">
        {job?.plate && <Plate>{job.plate}</Plate>} {oldPart?.tag && <TagStrip tag={oldPart.tag} />}
      </p>
      {loss && (
        <Quote by={[lostBy?.name, dayAndClock(loss.reported_at)].filter(Boolean).join(' · ')}>{loss.note}</Quote>
      )}
      {swap.no_old_part_reason && (
        <Quote by={[w.noOldPart(), takenOffBy?.name].filter(Boolean).join(' · ')}>{swap.no_old_part_reason}</Quote>
      )}
      <h2>{w.needs()}</h2>
      <ul class="sheet flush list">
        {NEEDED.map((one) => {
          const open = waitsFor.includes(one)
          return (
            <li key={one}>
              <Icon name={open ? 'circle' : 'check-circle'} />{' '}
              {open ? w.missing(lackingName(one)) : w.there(lackingName(one))}
            </li>
          )
        })}
      </ul>
      {report?.accepted_unsigned && (
        <Verdict kind="flat" title={w.unsigned()}>
          {report.accepted_unsigned}
        </Verdict>
      )}
      {waiver && (
        <Verdict kind={waiver.reason === 'lost' ? 'doubt' : 'flat'} title={waiverName(waiver.reason)}>
          {waiver.note} {w.by(waivedBy?.name ?? w.somebody(), dayAndClock(waiver.waived_at))}{' '}
          {waiver.deducted_from && deducted}
        </Verdict>
      )}
      {writeOff && (
        <Verdict kind="ok" icon="check-circle" title={w.closed()}>
          {w.by(closedBy?.name ?? w.somebody(), dayAndClock(writeOff.closed_at))}
        </Verdict>
      )}
      <Refused about={[id]} name="write_off.close" onTakeBack={() => undefined} />
      <Refused about={[id]} name="old_part.waive" onTakeBack={({ reason, note }) => type({ reason, note })} />
      {canWaive && (
        <section aria-label={w.waive()}>
          <h2>{w.waive()}</h2>
          <Choice
            name={key}
            label={w.why()}
            options={WAIVER_REASONS.map((one) => ({
              value: one,
              label: waiverName(one),
              ...(one === 'lost' && { hint: deducted }),
            }))}
            value={typed.reason}
            onChoose={(reason) => type({ ...typed, reason })}
          />
          <Reason
            value={typed.note}
            onInput={(note) => type({ ...typed, note })}
            lacking={asked && lacks ? w.needsBoth() : undefined}
          />
        </section>
      )}
    </CaseFrame>
  )
}
