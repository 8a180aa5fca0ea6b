/** The parts of a list that is being put together, each with how many. */
import { Tagline } from '../../parts/tagline'
import { words } from '../../parts/words'
import type { PartWanted } from '../../store/van'
import { partName } from '../part_name'
import { Quantity } from '../stock/quantity'
import '../stock/stock.css'
import { type Pieces, withQuantity } from './typed_ask'

const w = words({
  van: [(n: number) => `车上 ${n}`, (n: number) => `${n} in van`],
  coming: [(n: number) => `已要 ${n}`, (n: number) => `${n} asked for already`],
  hold: ['停用，仓库不发', 'on hold, not issued'],
})

interface Props {
  name: string
  lines: readonly Pieces[]
  wanted: readonly PartWanted[]
  onChange: (lines: Pieces[]) => void
}

export function AskedLines({ name, lines, wanted, onChange }: Props) {
  return (
    <ul class="sheet flush list asklines" aria-label={name}>
      {lines.map((line) => {
        const known = wanted.find(({ part }) => part.id === line.part_id)
        if (known === undefined) return null
        const { part, in_van, coming } = known
        const called = partName(part)
        return (
          <li key={part.id}>
            <div class="grow">
              <b>{called}</b>
              <span class="meta line">
                <span class="mono">{part.part_no}</span> · {w.van(in_van)}
                {coming > 0 && ` · ${w.coming(coming)}`}
              </span>
              {part.on_hold && (
                <Tagline kind="no" icon="hand-palm">
                  {w.hold()}
                </Tagline>
              )}
            </div>
            <Quantity
              what={called}
              value={line.quantity}
              onChange={(quantity) => onChange(withQuantity(lines, line, quantity))}
            />
          </li>
        )
      })}
    </ul>
  )
}
