/** What the customer pays (WARR-2, JOB-5). */
import type { Visit } from './wire'

/** Say whether the customer pays nothing: in warranty, and not excluded by who answers for the fault (WARR-2). */
export function isFree({ look, handle }: Pick<Visit, 'look' | 'handle'>): boolean {
  return look.in_warranty === 'yes' && (handle.responsibility === 'maker' || handle.responsibility === 'supplier')
}
