/** Guesses about what comes into a store: deliveries, and unused parts from vans (PART-3, PART-6). */
import type { Guess } from './guess'
import { bookingOf, bookLines, shelvesOf, vanOf } from './stock_lines'

export const receive: Guess<'goods.receive'> = async (rows, { receipt_id, ...body }, about) => {
  if ((await rows.get('goods_receipt', receipt_id)) !== undefined) return
  const received = { received_by: about.by, received_at: about.at }
  await rows.put('goods_receipt', { ...body, id: receipt_id, number: null, ...received })
  const booking = bookingOf(about, 'goods_receipt', receipt_id)
  await bookLines(rows, shelvesOf(body.station_id), body.lines, 1, booking('supplier'))
}

export const announceUnused: Guess<'unused.announce'> = async (rows, { return_id, ...body }, { by, at }) => {
  if ((await rows.get('unused_notice', return_id)) !== undefined) return
  const person = await rows.get('person', by)
  const told = { station_id: person?.station_id ?? '', technician_id: by, announced_at: at }
  await rows.put('unused_notice', { ...body, ...told, id: return_id })
}

export const receiveUnused: Guess<'unused.receive'> = async (rows, { return_id, ...body }, about) => {
  if ((await rows.get('unused_return', return_id)) !== undefined) return
  const received = { received_by: about.by, received_at: about.at }
  await rows.put('unused_return', { ...body, id: return_id, number: null, ...received })
  const [van, shelves] = [await vanOf(rows, body.technician_id, body.station_id), shelvesOf(body.station_id)]
  const booking = bookingOf(about, 'unused_return', return_id)
  await bookLines(rows, van, body.lines, -1, booking(shelves.location))
  await bookLines(rows, shelves, body.lines, 1, booking(van.location))
}
