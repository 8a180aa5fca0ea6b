/** Guesses about transfers 调拨; what is on the road is on nobody's shelves (PART-7). */
import type { Guess } from './guess'
import { bookingOf, bookLines, shelvesOf, vanOf } from './stock_lines'

export const send: Guess<'transfer.send'> = async (rows, body, about) => {
  if ((await rows.get('transfer', body.transfer_id)) !== undefined) return
  const { transfer_id, from_station_id, to_station_id, to_technician_id, lines } = body
  await rows.put('transfer', {
    id: transfer_id,
    number: null,
    from_station_id,
    to_station_id,
    to_technician_id,
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

export const receive: Guess<'transfer.receive'> = async (rows, body, about) => {
  const { transfer_id, station_id, technician_id, lines } = body
  const row = await rows.get('transfer', transfer_id)
  if (row === undefined) return
  const received = [...row.received, ...lines]
  await rows.put('transfer', { ...row, received, state: 'received', received_by: about.by, received_at: about.at })
  const booking = bookingOf(about, 'transfer', transfer_id)
  const place = technician_id === null ? shelvesOf(station_id) : await vanOf(rows, technician_id, station_id)
  await bookLines(rows, place, lines, 1, booking(`transit:${transfer_id}`))
}
