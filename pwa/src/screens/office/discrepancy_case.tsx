/** One discrepancy: what the books said, what the site says, and how it is settled, with a reason that stays. */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Plate } from '../../parts/sheet'
import { SyncChip } from '../../parts/sync_chip'
import { Tagline } from '../../parts/tagline'
import { clock, dayAndClock } from '../../parts/times'
import { say } from '../../parts/toast'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id, Rows, Settlement } from '../../rules/wire'
import { cardState } from '../../store/card'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { type DiscrepancyInFull, discrepancyInFull } from '../../store/reports'
import { kindIcon, kindLede, kindName, kindTitle, settlementsOf } from './discrepancy_words'
import { Picture } from './picture'
import { Reason } from './reason'
import { Refused } from './refused'

const w = words({
  back: ['回到清单', 'Back to the list'],
  open: [(at: string) => `${at} 开的`, (at: string) => `Opened ${at}`],
  books: ['账上说', 'The books said'],
  site: ['现场说', 'The site says'],
  had: [(name: string, unit: string) => `${unit} ${name}，在车上`, (name: string) => `${name} in the van`],
  fitted: ['装上了', 'fitted'],
  received: ['收到了', 'received'],
  serial: ['编号', 'serial'],
  noSerial: ['没记编号', 'no serial recorded'],
  job: [(number: string) => `任务 ${number}`, (number: string) => `Job ${number}`],
  expected: ['在等的旧件', 'expected old part'],
  nothingExpected: ['没有在等的旧件', 'nothing was expected'],
  wrong_part: ['不是这个件', 'wrong part'],
  wrong_serial: ['编号不对', 'wrong serial'],
  quantity_short: ['数量少', 'quantity short'],
  no_tag: ['没挂标签', 'no tag'],
  photo: ['拆下的旧件', 'The removed part'],
  wouldBook: ['会补这一笔', 'This would be booked'],
  from: ['从', 'From'],
  to: ['到', 'To'],
  pieces: ['件数', 'Pieces'],
  transfer: ['调拨', 'transfer'],
  swapIn: ['换件，已在账上', 'swap, already in'],
  store: ['站里库房', 'Station store'],
  van: [(name: string) => `${name}的车`, (name: string) => `Van ${name}`],
  book_transfer: ['补一笔调拨', 'Book the transfer'],
  fact_stands: ['以现场为准', 'The site stands'],
  books_stand: ['以账为准', 'The books stand'],
  matched: ['对上了', 'Matched'],
  settled: ['处理了', 'Settled'],
  settledBy: [(who: string, at: string) => `${who}，${at}`, (who: string, at: string) => `${who}, ${at}`],
  recorded: [(who: string) => `${who}记在手机上`, (who: string) => `Recorded by ${who}`],
  opened: ['服务器收到，照记，开例外', 'Reached the server. Applied, exception opened'],
  given: ['交给你定', 'Given to you to decide'],
  somebody: ['有人', 'Somebody'],
  needsReason: ['写一句为什么，以后查得到。', 'Say why in a few words: whoever looks later will ask.'],
})

export function DiscrepancyCase({ id, onBack }: { id: Id; onBack: () => void }) {
  const full = useLive(() => discrepancyInFull(id), [id])
  const [note, type, drop] = useDraft<{ text: string }>(`settle:${id}`, { text: '' })
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState(false)
  const truth = cardState([id])
  if (!full) return <section class="sheet case" aria-busy="true" />
  const { discrepancy, by, settledBy } = full
  const who = by?.name ?? w.somebody()
  const settle = async (settlement: Settlement) => {
    const text = note.text.trim()
    setAsked(text === '')
    if (text === '') return
    setBusy(true)
    const body = { discrepancy_id: id, settlement, note: text }
    await mutate('discrepancy.settle', body, { draft: `settle:${id}` })
    drop()
    setBusy(false)
    say(w.settled())
  }
  const [usual, ...others] = settlementsOf(discrepancy.kind)
  return (
    <section class="sheet case" aria-label={kindName(discrepancy.kind)}>
      <div class="back">
        <Button kind="plain" size="mid" icon="arrow-left" onTap={onBack}>
          {w.back()}
        </Button>
      </div>
      <div class="row between">
        <Tagline icon={kindIcon(discrepancy.kind)}>{kindName(discrepancy.kind)}</Tagline>
        <span class="meta">{w.open(dayAndClock(discrepancy.opened_at))}</span>
      </div>
      <h1>{kindTitle(discrepancy.kind, who)}</h1>
      <p class="lede">{kindLede(discrepancy.kind)}</p>
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
      </ol>
      <div class="dock">
        {discrepancy.state === 'open' && (
          <div class="act">
            {usual && (
              <Button kind="main" icon="check" off={busy} onTap={() => void settle(usual)}>
                {w[usual]()}
              </Button>
            )}
            {others.map((settlement) => (
              <Button key={settlement} off={busy} onTap={() => void settle(settlement)}>
                {w[settlement]()}
              </Button>
            ))}
          </div>
        )}
        <SyncChip state={truth.state} at={truth.at} />
      </div>
    </section>
  )
}

/** The two sides beside each other; neither is ever replaced. */
function Versus({ full }: { full: DiscrepancyInFull }) {
  const photo = full.photos.at(0)
  return (
    <div class={photo ? 'versus pictured' : 'versus'}>
      <div>
        <p class="cap">
          <Icon name="books" size="s" /> {w.books()}
        </p>
        <Books full={full} />
      </div>
      <div class="site">
        <p class="cap">
          <Icon name="map-pin" size="s" /> {w.site()}
        </p>
        <Site full={full} />
      </div>
      {photo && (
        <figure>
          <Picture photo={photo} alt={w.photo()} none="" />
        </figure>
      )}
    </div>
  )
}

function Books({ full: { discrepancy, part, swap, oldPart, job } }: { full: DiscrepancyInFull }) {
  const { detail, kind } = discrepancy
  if (kind === 'stock_below_zero') {
    const before = Number(detail.quantity ?? 0) + (swap?.quantity ?? 0)
    return (
      <>
        <p class="big">{before}</p>
        <p>{w.had(part?.name ?? '', part?.unit ?? '')}</p>
      </>
    )
  }
  if (kind === 'wrong_serial') return <SerialSide serial={detail.serial} oldPart={oldPart} />
  if (oldPart?.expected) {
    return (
      <>
        <p class="said">{oldPart.part_name ?? w.expected()}</p>
        {oldPart.serial && (
          <p>
            {w.serial()} <b class="mono">{oldPart.serial}</b>
          </p>
        )}
        <About oldPart={oldPart} />
      </>
    )
  }
  if (kind === 'unexpected_old_part') return <p class="said">{w.nothingExpected()}</p>
  return (
    <>
      <p class="said">{job?.number ? w.job(job.number) : kindName(kind)}</p>
      <p class="meta">{[job?.plate, job?.customer_name].filter(Boolean).join(' · ')}</p>
    </>
  )
}

function Site({ full: { discrepancy, part, swap, oldPart, job, by } }: { full: DiscrepancyInFull }) {
  const { detail, kind } = discrepancy
  if (kind === 'wrong_serial') return <SerialSide serial={detail.serial_seen} oldPart={oldPart} />
  if (swap) {
    return (
      <>
        <p class="big">
          {swap.quantity} <small>{w.fitted()}</small>
        </p>
        <p>
          {part?.name} · {swap.new_serial ? <b class="mono">{swap.new_serial}</b> : w.noSerial()}
        </p>
        <p class="meta">
          {clock(swap.recorded_at)} {job?.plate && <Plate>{job.plate}</Plate>}
        </p>
      </>
    )
  }
  if (oldPart) {
    return (
      <>
        <p class="said">{mismatchName(oldPart.mismatch) ?? w.received()}</p>
        {oldPart.serial_seen && (
          <p>
            {w.serial()} <b class="mono">{oldPart.serial_seen}</b>
          </p>
        )}
        <p class="meta">
          {[oldPart.shelf, oldPart.received_at && dayAndClock(oldPart.received_at)].filter(Boolean).join(' · ')}
        </p>
      </>
    )
  }
  return (
    <>
      <p class="said">{kindName(kind)}</p>
      <p class="meta">{[by?.name, dayAndClock(discrepancy.opened_at)].filter(Boolean).join(' · ')}</p>
    </>
  )
}

function SerialSide({ serial, oldPart }: { serial: unknown; oldPart: Rows['old_part'] | undefined }) {
  return (
    <>
      <p class="said mono">{typeof serial === 'string' ? serial : w.noSerial()}</p>
      <p>{oldPart?.part_name}</p>
      {oldPart && <About oldPart={oldPart} />}
    </>
  )
}

function About({ oldPart }: { oldPart: Rows['old_part'] }) {
  return (
    <p class="meta">
      {oldPart.job_number && w.job(oldPart.job_number)} {oldPart.plate && <Plate>{oldPart.plate}</Plate>}
    </p>
  )
}

function mismatchName(mismatch: Rows['old_part']['mismatch']): string | null {
  return mismatch === null || mismatch === 'none' ? null : w[mismatch]()
}

/** What booking the transfer would add, above what stands in the ledger already. */
function Booking({ full: { discrepancy, by, swap, job } }: { full: DiscrepancyInFull }) {
  const short = Number(discrepancy.detail.short ?? -Number(discrepancy.detail.quantity ?? 0))
  const van = w.van(by?.name ?? '')
  return (
    <table class="mv">
      <thead>
        <tr>
          <th>{w.wouldBook()}</th>
          <th>{w.from()}</th>
          <th>{w.to()}</th>
          <th class="num">{w.pieces()}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>{w.transfer()}</td>
          <td>{w.store()}</td>
          <td>{van}</td>
          <td class="num">
            <b>{short}</b>
          </td>
        </tr>
        {swap && (
          <tr class="quiet">
            <td>{w.swapIn()}</td>
            <td>{van}</td>
            <td>{job?.plate ? <Plate>{job.plate}</Plate> : job?.customer_name}</td>
            <td class="num">{swap.quantity}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
