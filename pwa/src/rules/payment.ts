/** What the customer pays (WARR-2, JOB-5). */
import type { Quote, Visit } from './wire'

/** Say whether the customer pays nothing: in warranty, and not excluded by who answers for the fault (WARR-2). */
export function isFree({ look, handle }: Pick<Visit, 'look' | 'handle'>): boolean {
  return look.in_warranty === 'yes' && (handle.responsibility === 'maker' || handle.responsibility === 'supplier')
}

/** What the customer pays: nothing, an agreed sum in minor units, or what nobody has agreed yet (JOB-5). */
export function toPay(
  visit: Pick<Visit, 'look' | 'handle'>,
  quote: Quote | null,
): { free: boolean; amount_minor: number | null; currency: string | null } {
  if (isFree(visit)) return { free: true, amount_minor: null, currency: null }
  if (quote?.state !== 'approved') return { free: false, amount_minor: null, currency: null }
  return { free: false, amount_minor: quote.total_minor, currency: quote.currency }
}
