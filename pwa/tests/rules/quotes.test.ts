// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { toPay } from '../../src/rules/payment'
import { labourAmount, partAmount, priced, waitsFor } from '../../src/rules/quotes'
import type { Part, Payment, Quote, Visit } from '../../src/rules/wire'
import { golden } from '../golden'

interface Line {
  says: string
  amount_minor: number
}
const { parts, labour } = golden<{
  parts: (Line & { quantity: number; list_price_minor: number; percent: number })[]
  labour: (Line & { minutes: number; per_hour_minor: number })[]
}>('quotes.json')
const quote: Quote = { ...golden<{ row: Quote }>('rows/quote.json').row, state: 'approved' }
const payment = golden<{ row: Payment }>('rows/payment.json').row

describe('what a paid service costs (WARR-5), as the server reads the same cases', () => {
  it.each(parts)('$says', ({ quantity, list_price_minor, percent, amount_minor }) =>
    expect(partAmount(quantity, list_price_minor, percent)).toBe(amount_minor),
  )
  it.each(labour)('$says', ({ minutes, per_hour_minor, amount_minor }) =>
    expect(labourAmount(minutes, per_hour_minor)).toBe(amount_minor),
  )

  it('the golden quote adds up', () => {
    const part = golden<{ row: Part }>('rows/part.json').row
    const prices = { parts_percent: 70, labour_minor_per_hour: 12_000, quote_currency: 'CNY' }
    expect(quote).toMatchObject(priced([{ part, quantity: 1 }], 90, prices))
  })
})

describe('what a paid job waits for (JOB-5)', () => {
  const money = (amount_minor: number, currency = 'CNY') => ({ ...payment, amount_minor, currency })

  it('first the quote, then the approval, then the whole sum', () => {
    expect(waitsFor(null, [])).toBe('quote')
    expect(waitsFor({ ...quote, state: 'refused' }, [])).toBe('quote')
    expect(waitsFor({ ...quote, state: 'proposed' }, [money(quote.total_minor)])).toBe('approval')
    expect(waitsFor(quote, [money(quote.total_minor - 1)])).toBe('payment')
    expect(waitsFor(quote, [money(quote.total_minor, 'EUR')])).toBe('payment')
    expect(waitsFor(quote, [money(quote.total_minor - 1), money(1)])).toBe(null)
  })
})

describe('what stands on the customer’s page', () => {
  const visit = (in_warranty: 'yes' | 'no') =>
    ({ look: { in_warranty }, handle: { responsibility: 'maker' } }) as Pick<Visit, 'look' | 'handle'>

  it('in warranty nothing, otherwise the approved sum, otherwise what nobody has agreed yet', () => {
    expect(toPay(visit('yes'), quote)).toEqual({ free: true, amount_minor: null, currency: null })
    expect(toPay(visit('no'), quote)).toEqual({ free: false, amount_minor: quote.total_minor, currency: 'CNY' })
    expect(toPay(visit('no'), { ...quote, state: 'proposed' }).amount_minor).toBe(null)
  })
})
