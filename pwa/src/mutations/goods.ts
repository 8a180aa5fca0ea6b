/** Guesses about what comes into a store: deliveries, and unused parts from vans (PART-3, PART-6). */
import type { Guess } from './guess'
import { bookLines, shelvesOf, vanOf } from './stock_lines'

export const receive: Guess<'goods.receive'> = async (rows, { receipt_id, ...body }, { by, at }) => {
  if ((await rows.get('goods_receipt', receipt_id)) !== undefined) return
  await rows.put('goods_receipt', { ...body, id: receipt_id, number: null, received_by: by, received_at: at })
  await bookLines(rows, shelvesOf(body.station_id), body.lines, 1)
}

export const receiveUnused: Guess<'unused.receive'> = async (rows, { return_id, ...body }, { by, at }) => {
  if ((await rows.get('unused_return', return_id)) !== undefined) return
  await rows.put('unused_return', { ...body, id: return_id, number: null, received_by: by, received_at: at })
  await bookLines(rows, await vanOf(rows, body.technician_id, body.station_id), body.lines, -1)
  await bookLines(rows, shelvesOf(body.station_id), body.lines, 1)
}
