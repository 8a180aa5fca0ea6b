/** What a paid service costs, and what is still to pay (JOB-5, WARR-5); the mirror of `server/rules/quotes.py`. */
import type { Part, Payment, Quote } from './wire'

/** What the policy asks for. */
export interface Prices {
  parts_percent: number
  labour_minor_per_hour: number
  quote_currency: string
}

/** What the customer pays for so many of a part, in minor units; halves are rounded up. */
export const partAmount = (quantity: number, list_price_minor: number, percent: number): number =>
  Math.floor((quantity * list_price_minor * percent * 2 + 100) / 200)

/** What so many minutes of work cost, in minor units; halves are rounded up. */
export const labourAmount = (minutes: number, per_hour_minor: number): number =>
  Math.floor((minutes * per_hour_minor * 2 + 60) / 120)

/** The lines and sums of a quote, as the server will put them. */
export function priced(
  parts: readonly { part: Part; quantity: number }[],
  labour_min: number,
  { parts_percent, labour_minor_per_hour, quote_currency }: Prices,
): Pick<Quote, 'lines' | 'percent' | 'labour_min' | 'labour_minor' | 'total_minor' | 'currency'> {
  const lines = parts.map(({ part, quantity }) => ({
    part_id: part.id,
    part_no: part.part_no,
    name: part.name,
    name_en: part.name_en,
    quantity,
    list_price_minor: part.list_price_minor,
    amount_minor: partAmount(quantity, part.list_price_minor, parts_percent),
  }))
  const labour_minor = labourAmount(labour_min, labour_minor_per_hour)
  const total_minor = lines.reduce((sum, line) => sum + line.amount_minor, labour_minor)
  return { lines, percent: parts_percent, labour_min, labour_minor, total_minor, currency: quote_currency }
}

/** How much came in for the quote, whoever took it. */
export const paidFor = (quote: Quote, payments: readonly Payment[]): number =>
  payments.reduce((sum, one) => (one.currency === quote.currency ? sum + one.amount_minor : sum), 0)

/** What a paid job waits for before somebody is sent; null when it waits for nothing. */
export function waitsFor(quote: Quote | null, payments: readonly Payment[]): 'quote' | 'approval' | 'payment' | null {
  if (quote === null || quote.state === 'refused') return 'quote'
  if (quote.state === 'proposed') return 'approval'
  return paidFor(quote, payments) < quote.total_minor ? 'payment' : null
}
