/** Guesses about discrepancies: a person settles one with words, or passes it on. */
import type { Guess } from './guess'

export const settle: Guess<'discrepancy.settle'> = async (rows, { discrepancy_id, settlement, note }, { by, at }) => {
  const discrepancy = await rows.get('discrepancy', discrepancy_id)
  if (discrepancy === undefined || discrepancy.state === 'settled') return
  await rows.put('discrepancy', { ...discrepancy, state: 'settled', settlement, note, settled_by: by, settled_at: at })
}

export const passOn: Guess<'discrepancy.pass_on'> = async (rows, { discrepancy_id, to, note }, { by, at }) => {
  const discrepancy = await rows.get('discrepancy', discrepancy_id)
  if (discrepancy === undefined || discrepancy.state === 'settled') return
  const passes = [...(discrepancy.passes ?? []), { by, to, at, note }]
  await rows.put('discrepancy', { ...discrepancy, owner_id: to, passes })
}
