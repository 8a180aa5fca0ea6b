/** Guesses about transfers 调拨; what is on the road is on nobody's shelves (PART-7). */
import type { Guess } from './guess'
import { bookingOf, bookLines, shelvesOf } from './stock_lines'

export const send: Guess<'transfer.send'> = async (rows, body, about) => {
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
    sent_by: about.by,
    sent_at: about.at,
    received_by: null,
    received_at: null,
  })
  const booking = bookingOf(about, 'transfer', transfer_id)
  await bookLines(rows, shelvesOf(from_station_id), lines, -1, booking(`transit:${transfer_id}`))
}

export const receive: Guess<'transfer.receive'> = async (rows, { transfer_id, station_id, lines }, about) => {
  const row = await rows.get('transfer', transfer_id)
  if (row === undefined) return
  const received = [...row.received, ...lines]
  await rows.put('transfer', { ...row, received, state: 'received', received_by: about.by, received_at: about.at })
  const booking = bookingOf(about, 'transfer', transfer_id)
  await bookLines(rows, shelvesOf(station_id), lines, 1, booking(`transit:${transfer_id}`))
}
