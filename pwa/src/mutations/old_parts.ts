/** Guesses about old parts: tagged on site, received by the clerk (OLD-1, OLD-3). */
import type { Id, OldPart } from '../rules/wire'
import type { Guess } from './guess'

export const tag: Guess<'old_part.tag'> = async (rows, { old_part_id, tag: hung }) => {
  const oldPart = await rows.get('old_part', old_part_id)
  if (oldPart === undefined || oldPart.tag !== null) return
  await rows.put('old_part', { ...oldPart, tag: hung })
}

export const receive: Guess<'old_part.receive'> = async (rows, body, { by, at }) => {
  const expected = body.old_part_id === null ? undefined : await rows.get('old_part', body.old_part_id)
  if (expected?.received_at != null) return
  const person = await rows.get('person', by)
  const { condition, mismatch, serial_seen, shelf } = body
  const received = { condition, mismatch, serial_seen, shelf, received_at: at, received_by: by }
  const before = expected ?? unexpected(body.old_part_id ?? body.receipt_id, body.tag, by, person?.station_id ?? '')
  await rows.put('old_part', { ...before, ...received, state: 'received', holder_kind: 'clerk', holder_id: by })
}

/** What arrives without being expected is recorded too and matched later (OLD-3). */
const unexpected = (id: Id, hung: string | null, by: Id, station_id: Id): OldPart => ({
  id,
  job_id: null,
  visit_id: null,
  swap_id: null,
  station_id,
  part_id: null,
  part_no: null,
  part_name: null,
  tag: hung,
  serial: null,
  quantity: 1,
  state: 'received',
  holder_kind: 'clerk',
  holder_id: by,
  job_number: null,
  plate: null,
  customer_name: null,
  removed_at: null,
  removed_by: null,
  due_on: null,
  received_at: null,
  received_by: null,
  condition: null,
  mismatch: null,
  serial_seen: null,
  shelf: null,
  expected: false,
})
