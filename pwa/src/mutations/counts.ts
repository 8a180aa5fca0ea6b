/** Guesses about stock counts 盘点: the difference is booked, never the balance (PART-1). */
import type { Id } from '../rules/wire'
import type { Guess } from './guess'
import { bookingOf, bookLines, shelvesOf, vanOf } from './stock_lines'

export const record: Guess<'count.record'> = async (rows, { count_id, location, note, lines }, about) => {
  if ((await rows.get('stock_count', count_id)) !== undefined) return
  const [kind, owner] = location.split(':') as ['store' | 'van', Id]
  const account = kind === 'store' ? shelvesOf(owner) : await vanOf(rows, owner, '')
  const { station_id } = account
  const counted = { counted_by: about.by, counted_at: about.at }
  await rows.put('stock_count', { id: count_id, number: null, station_id, location, lines, note, ...counted })
  const found = lines.filter(({ counted: there, expected }) => there !== expected)
  const differences = found.map((line) => ({ part_id: line.part_id, quantity: line.counted - line.expected }))
  await bookLines(rows, account, differences, 1, bookingOf(about, 'stock_count', count_id)('difference'))
}
