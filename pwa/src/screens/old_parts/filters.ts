/** Which old parts a chip of the list keeps, and everything that a person may know a part by. */
import type { Filter } from '../../parts/list'
import { words } from '../../parts/words'
import { daysLate } from '../../store/old_parts'
import type { ListedPart } from './listed'

const w = words({
  where: ['到哪儿了', 'Where it is'],
  out: ['还没回来', 'Still out'],
  late: ['晚了', 'Late'],
  unmatched: ['没在等', 'Not expected'],
  inspect: ['待鉴定', 'To inspect'],
  store: ['待上架', 'To store'],
  shelf: ['在架上', 'On shelves'],
  disposed: ['已处置', 'Disposed'],
})

export function filtersAt(now: Date): Filter<ListedPart>[] {
  const choices: Record<string, (row: ListedPart) => boolean> = {
    out: ({ part }) => part.received_at === null,
    late: ({ part }) => part.received_at === null && daysLate(part, now) > 0,
    unmatched: ({ part }) => !part.expected && part.state !== 'disposed',
    inspect: ({ part }) => part.state === 'received',
    store: ({ part }) => part.state === 'inspected',
    shelf: ({ part }) => part.state === 'stored',
    disposed: ({ part }) => part.state === 'disposed',
  }
  const named = { out: w.out, late: w.late, unmatched: w.unmatched, inspect: w.inspect, store: w.store }
  const names: Record<string, () => string> = { ...named, shelf: w.shelf, disposed: w.disposed }
  const chips = Object.entries(choices).map(([key, keep]) => ({ key, name: names[key]?.() ?? key, keep }))
  return [{ name: w.where(), choices: chips }]
}

export const textOf = ({ part, remover, holder }: ListedPart): (string | null)[] => {
  const { tag, plate, part_no, part_name, serial, serial_seen, job_number, customer_name, shelf } = part
  const told = [tag, plate, plate?.replace('·', '') ?? null, part_no, part_name, serial, serial_seen]
  return [...told, job_number, customer_name, shelf, remover, holder]
}
