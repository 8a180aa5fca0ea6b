/** Guesses about a recorded swap that is corrected or taken back before the customer signs (VIS-5, PART-4). */
import { merge } from '../rules/merge'
import type { Changes, OldPart, Swap, Visit } from '../rules/wire'
import type { GuessRows } from '../store/guessing'
import type { Guess } from './guess'
import { take } from './swaps'

export type Correctable = Pick<Swap, 'part_id' | 'quantity' | 'new_serial' | 'reason' | 'source' | 'causal'> & {
  old_serial: string | null
  old_quantity: number
}

/** A recorded swap as it can be corrected. */
export const correctable = (swap: Swap, old_part: OldPart | null): Correctable => ({
  part_id: swap.part_id,
  quantity: swap.quantity,
  new_serial: swap.new_serial,
  reason: swap.reason,
  source: swap.source,
  causal: swap.causal,
  old_serial: old_part?.serial ?? null,
  old_quantity: old_part?.quantity ?? 0,
})

export const correct: Guess<'swap.correct'> = async (rows, { swap_id, changes }) => {
  const swap = await standing(rows, swap_id)
  if (swap === null) return
  const old_part = await oldPartOf(rows, swap)
  const right = merge(correctable(swap, old_part), changes as Changes<Correctable>).row
  const { old_serial, old_quantity, ...fitted } = right
  const corrected = { ...swap, ...fitted }
  await rows.put('swap', corrected)
  await move(rows, swap, -1)
  await move(rows, corrected, 1)
  if (old_part?.state !== 'with_technician') return
  const part = await rows.get('part', corrected.part_id)
  const named = { part_id: corrected.part_id, part_no: part?.part_no ?? null, part_name: part?.name ?? null }
  await rows.put('old_part', { ...old_part, ...named, serial: old_serial, quantity: old_quantity })
}

export const undo: Guess<'swap.undo'> = async (rows, { swap_id, reason }, { at }) => {
  const swap = await standing(rows, swap_id)
  if (swap === null) return
  await rows.put('swap', { ...swap, undone_at: at, undone_reason: reason })
  await move(rows, swap, -1)
  const old_part = await oldPartOf(rows, swap)
  if (old_part?.state === 'with_technician') await rows.put('old_part', notRemoved(old_part))
}

/** It sits where it always sat, and its tag is free for another. */
const notRemoved = (old_part: OldPart): OldPart => ({
  ...old_part,
  state: 'not_removed',
  holder_kind: 'unit',
  visit_id: null,
  tag: null,
})

/** The swap while it can be corrected: not taken back, and the customer has not signed. */
async function standing(rows: GuessRows, swap_id: string): Promise<Swap | null> {
  const swap = await rows.get('swap', swap_id)
  const visit = swap === undefined ? undefined : await rows.get('visit', swap.visit_id)
  return swap === undefined || swap.undone_at || visit === undefined || isClosed(visit) ? null : swap
}

const isClosed = ({ state }: Visit) => state === 'signed' || state === 'unsigned'

const oldPartOf = async (rows: GuessRows, { old_part_id }: Swap) =>
  old_part_id === null ? null : ((await rows.get('old_part', old_part_id)) ?? null)

const move = (rows: GuessRows, { recorded_by, ...swap }: Swap, sign: 1 | -1) =>
  take(rows, { ...swap, by: recorded_by }, sign * swap.quantity)
