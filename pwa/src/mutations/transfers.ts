/** Guesses about transfers 调拨; what is on the road is on nobody's shelves (PART-7). */
import type { Guess } from './guess'
import { bookLines, shelvesOf } from './stock_lines'

export const send: Guess<'transfer.send'> = async (rows, body, { by, at }) => {
  if ((await rows.get('transfer', body.transfer_id)) !== undefined) return
  const { transfer_id, from_station_id, to_station_id, lines } = body
  await rows.put('transfer', {
    id: transfer_id,
    number: null,
    from_station_id,
    to_station_id,
    state: 'sent',
    sent: lines,
    received: [],
    sent_by: by,
    sent_at: at,
    received_by: null,
    received_at: null,
  })
  await bookLines(rows, shelvesOf(from_station_id), lines, -1)
}

export const receive: Guess<'transfer.receive'> = async (rows, { transfer_id, station_id, lines }, { by, at }) => {
  const row = await rows.get('transfer', transfer_id)
  if (row === undefined) return
  const received = [...row.received, ...lines]
  await rows.put('transfer', { ...row, received, state: 'received', received_by: by, received_at: at })
  await bookLines(rows, shelvesOf(station_id), lines, 1)
}
