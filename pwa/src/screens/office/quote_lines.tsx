/** A quote as it is read: each part, the working time, and the sum. */
import type { ComponentChildren } from 'preact'
import { money } from '../../parts/money'
import { words } from '../../parts/words'
import type { Quote } from '../../rules/wire'
import { partName } from '../part_name'

const w = words({
  pieces: [
    (n: number, price: string, percent: number) => `${n} × ${price}，按 ${percent} %`,
    (n: number, price: string, percent: number) => `${n} × ${price} at ${percent} %`,
  ],
  labour: ['工时', 'Working time'],
  minutes: [(n: number) => `${n} min`, (n: number) => `${n} min`],
  total: ['合计', 'Total'],
})

type Read = Pick<Quote, 'lines' | 'percent' | 'labour_min' | 'labour_minor' | 'total_minor' | 'currency'>

interface Props {
  quote: Read
  /** What stands beside a part. */
  aside?: (line: Quote['lines'][number]) => ComponentChildren
}

export function QuoteLines({ quote, aside }: Props) {
  const { lines, percent, labour_min, labour_minor, total_minor, currency } = quote
  return (
    <ul class="quotelines">
      {lines.map((line) => (
        <li key={line.part_id}>
          <span class="grow">
            <b>{partName(line)}</b>
            <span class="meta line">{w.pieces(line.quantity, money(line.list_price_minor, currency), percent)}</span>
          </span>
          {aside?.(line)}
          <span class="sum">{money(line.amount_minor, currency)}</span>
        </li>
      ))}
      {labour_min > 0 && (
        <li>
          <span class="grow">
            <b>{w.labour()}</b>
            <span class="meta line">{w.minutes(labour_min)}</span>
          </span>
          <span class="sum">{money(labour_minor, currency)}</span>
        </li>
      )}
      <li class="total">
        <span class="grow">{w.total()}</span>
        <b class="sum key">{money(total_minor, currency)}</b>
      </li>
    </ul>
  )
}
