/** A paid service in one line: what it costs, and what it waits for before anybody is sent (JOB-5). */
import { Icon } from '../parts/icon'
import { money } from '../parts/money'
import { words } from '../parts/words'
import { paidFor } from '../rules/quotes'
import type { Job } from '../rules/wire'
import { useLive } from '../store/live'
import { moneyOf } from '../store/quotes'

const w = words({
  quote: ['收费服务，还没报价', 'Paid service, not quoted yet'],
  approval: [(sum: string) => `收费服务 ${sum}，等主管批`, (sum: string) => `Paid service ${sum}, the manager decides`],
  payment: [(sum: string) => `收费服务，还差 ${sum}`, (sum: string) => `Paid service, ${sum} to come`],
  paid: [(sum: string) => `收费服务 ${sum}，已付清`, (sum: string) => `Paid service ${sum}, paid`],
})

export function MoneyLine({ job }: { job: Job }) {
  const known = useLive(() => moneyOf(job), [job])
  if (!known || !job.paid) return null
  const { quote, payments, waits } = known
  const sum = quote ? money(quote.total_minor, quote.currency) : ''
  const missing = quote ? money(quote.total_minor - paidFor(quote, payments), quote.currency) : ''
  const said = { quote: w.quote(), approval: w.approval(sum), payment: w.payment(missing), none: w.paid(sum) }
  return (
    <p class="moneyline meta">
      <Icon name={waits === null ? 'check-circle' : 'lock-simple'} tone={waits === null ? 'acc' : 'warn'} />
      <b>{said[waits ?? 'none']}</b>
    </p>
  )
}
