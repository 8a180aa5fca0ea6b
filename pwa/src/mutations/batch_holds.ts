/** Guesses about batch holds 停用: a batch, or all of a part, that nobody may issue or fit (PART-9). */
import type { Id } from '../rules/wire'
import type { GuessRows } from '../store/guessing'
import type { Guess } from './guess'

export const place: Guess<'batch_hold.place'> = async (rows, { hold_id, ...body }, { by, at }) => {
  if ((await rows.get('batch_hold', hold_id)) !== undefined) return
  const notLifted = { lifted_by: null, lifted_at: null, lifted_reason: null }
  await rows.put('batch_hold', { ...body, id: hold_id, placed_by: by, placed_at: at, ...notLifted })
  if (body.batch === null) await markThePart(rows, body.part_id, true)
}

export const lift: Guess<'batch_hold.lift'> = async (rows, { hold_id, reason }, { by, at }) => {
  const row = await rows.get('batch_hold', hold_id)
  if (row === undefined || row.lifted_at !== null) return
  await rows.put('batch_hold', { ...row, lifted_by: by, lifted_at: at, lifted_reason: reason })
  if (row.batch === null) await markThePart(rows, row.part_id, false)
}

/** A hold on every piece stands on the part itself. */
async function markThePart(rows: GuessRows, part_id: Id, on_hold: boolean): Promise<void> {
  const part = await rows.get('part', part_id)
  if (part !== undefined) await rows.put('part', { ...part, on_hold })
}
