/** Guesses about write-offs 销账 and waivers; only the server knows whether a write-off still waits (PART-5). */
import type { Guess } from './guess'

export const waive: Guess<'old_part.waive'> = async (rows, { swap_id, old_part_id, reason, note }, { by, at }) => {
  if ((await rows.get('waiver', swap_id)) !== undefined) return
  const swap = await rows.get('swap', swap_id)
  const oldPart = old_part_id === null ? undefined : await rows.get('old_part', old_part_id)
  const isLost = reason === 'lost'
  await rows.put('waiver', {
    id: swap_id,
    old_part_id,
    job_id: swap?.job_id ?? oldPart?.job_id ?? '',
    station_id: swap?.station_id ?? oldPart?.station_id ?? '',
    reason,
    note,
    deducted_from: isLost ? (swap?.recorded_by ?? oldPart?.removed_by ?? null) : null,
    waived_by: by,
    waived_at: at,
  })
  if (isLost && oldPart?.received_at === null) await rows.put('old_part', { ...oldPart, state: 'missing' })
}

export const close: Guess<'write_off.close'> = async (rows, { write_off_id, ...body }, { by, at }) => {
  if ((await rows.where('write_off', 'swap_id', body.swap_id)).length > 0) return
  const swap = await rows.get('swap', body.swap_id)
  const oldPart = body.old_part_id === null ? undefined : await rows.get('old_part', body.old_part_id)
  await rows.put('write_off', {
    ...body,
    id: write_off_id,
    job_id: swap?.job_id ?? oldPart?.job_id ?? '',
    station_id: swap?.station_id ?? oldPart?.station_id ?? '',
    part_id: swap?.part_id ?? oldPart?.part_id ?? '',
    quantity: swap?.quantity ?? oldPart?.quantity ?? 1,
    waived: oldPart === undefined || oldPart.received_at === null,
    closed_by: by,
    closed_at: at,
  })
}
