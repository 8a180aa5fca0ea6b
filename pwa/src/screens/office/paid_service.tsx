/** A paid service on the dispatch desk: quote, approval, payment; nobody is sent before (JOB-5). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field, Pick } from '../../parts/field'
import { minorTyped, money } from '../../parts/money'
import { Sheet } from '../../parts/sheet'
import { Tagline } from '../../parts/tagline'
import { say } from '../../parts/toast'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import { paidFor } from '../../rules/quotes'
import type { Bodies, Job, Payment, Quote } from '../../rules/wire'
import { useLive } from '../../store/live'
import { personOf } from '../../store/people'
import { type JobMoney, moneyOf } from '../../store/quotes'
import { QuoteForm } from './quote_form'
import { QuoteLines } from './quote_lines'
import { Refused } from './refused'

const w = words({
  title: ['收费服务', 'Paid service'],
  quote: ['等报价', 'To be quoted'],
  approval: ['等主管批', 'The manager decides'],
  payment: ['等付款', 'Waits for payment'],
  paid: ['已付清', 'Paid'],
  refused: [(why: string) => `主管没批：${why}`, (why: string) => `Not approved: ${why}`],
  came: [
    (had: string, all: string) => `到账 ${had}，共 ${all}`,
    (had: string, all: string) => `${had} of ${all} came in`,
  ],
  amount: ['到账金额，元', 'Amount that came'],
  odd: ['写成 3480 或 3480.50', 'Write 3480 or 3480.50'],
  method: ['怎么付的', 'How it was paid'],
  transfer: ['转账', 'Transfer'],
  card: ['刷卡', 'Card'],
  cash: ['现金', 'Cash'],
  mobile: ['扫码', 'Mobile'],
  reference: ['流水号', 'Reference'],
  confirm: [(sum: string) => `到账 ${sum}`, (sum: string) => `${sum} came in`],
  confirmed: ['记下到账了', 'Payment confirmed'],
  took: [(who: string, sum: string) => `${who}收了 ${sum}`, (who: string, sum: string) => `${who} took ${sum}`],
  technician: ['技师', 'A technician'],
  handIn: ['已交回', 'Handed in'],
  handedIn: ['记下交回了', 'Recorded as handed in'],
})

type Method = Bodies['payment.confirm']['method']
const METHODS: readonly Method[] = ['transfer', 'card', 'cash', 'mobile']

export function PaidService({ job }: { job: Job }) {
  const known = useLive(() => moneyOf(job), [job])
  if (!known || !job.paid) return null
  const { quote, waits } = known
  return (
    <Sheet label={w.title()}>
      <div class="stack">
        <div class="row between">
          <b>{w.title()}</b>
          <Tagline icon={waits === null ? 'check' : 'lock-simple'} {...(waits === null && { kind: 'ok' as const })}>
            {w[waits ?? 'paid']()}
          </Tagline>
        </div>
        {quote?.state === 'refused' && <Verdict kind="no" title={w.refused(quote.refused_reason ?? '')} />}
        {waits === 'quote' ? <QuoteForm job={job} quote={quote} /> : quote && <QuoteLines quote={quote} />}
        {waits === 'payment' && quote && <Confirm job={job} quote={quote} known={known} />}
        <Refused about={[job.id]} name="payment.hand_in" onTakeBack={() => undefined} />
        {known.payments
          .filter(({ state }) => state === 'collected')
          .map((payment) => (
            <Collected key={payment.id} payment={payment} />
          ))}
      </div>
    </Sheet>
  )
}

/** What a technician carries until the office has it. */
function Collected({ payment }: { payment: Payment }) {
  const { id, job_id, taken_by, amount_minor, currency, method } = payment
  const by = useLive(() => personOf(taken_by), [taken_by])
  const handIn = async () => {
    await mutate('payment.hand_in', { payment_id: id, job_id })
    say(w.handedIn())
  }
  return (
    <div class="row between">
      <span>
        {w.took(by?.name ?? w.technician(), money(amount_minor, currency))} <small class="meta">{w[method]()}</small>
      </span>
      <Button size="mid" onTap={() => void handIn()}>
        {w.handIn()}
      </Button>
    </div>
  )
}

function Confirm({ job, quote, known }: { job: Job; quote: Quote; known: JobMoney }) {
  const had = paidFor(quote, known.payments)
  const missing = String((quote.total_minor - had) / 100)
  const [typed, type] = useState({ amount: missing, method: 'transfer' as Method, reference: '' })
  const amount_minor = minorTyped(typed.amount)
  const confirm = async () => {
    if (!amount_minor) return
    const { method, reference } = typed
    const payment_id = uuid7()
    const body = { payment_id, job_id: job.id, amount_minor, method, reference: reference.trim() || null }
    await mutate('payment.confirm', body)
    say(w.confirmed())
  }
  return (
    <>
      {had > 0 && <p class="meta">{w.came(money(had, quote.currency), money(quote.total_minor, quote.currency))}</p>}
      <Refused
        about={[job.id]}
        name="payment.confirm"
        onTakeBack={({ amount_minor: sent, method, reference }) =>
          type({ amount: String(sent / 100), method, reference: reference ?? '' })
        }
      />
      <div class="two">
        <Field
          label={w.amount()}
          value={typed.amount}
          inputMode="decimal"
          bad={amount_minor === null ? w.odd() : undefined}
          onInput={(amount) => type({ ...typed, amount })}
        />
        <Pick
          label={w.method()}
          value={typed.method}
          options={METHODS.map((value) => ({ value, label: w[value]() }))}
          onPick={(method) => type({ ...typed, method: method as Method })}
        />
      </div>
      <Field label={w.reference()} value={typed.reference} onInput={(reference) => type({ ...typed, reference })} />
      <Button wide off={!amount_minor} onTap={() => void confirm()}>
        {w.confirm(money(amount_minor ?? 0, quote.currency))}
      </Button>
    </>
  )
}
