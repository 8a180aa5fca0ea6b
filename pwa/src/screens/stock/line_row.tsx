/** One line of a document of the store: the part, how many, of which batch, and which serial numbers. */
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Tagline } from '../../parts/tagline'
import { words } from '../../parts/words'
import { holdOf } from '../../rules/batch_holds'
import type { BatchHold } from '../../rules/wire'
import type { PartOnShelf } from '../../store/stock_room'
import { partName } from '../part_name'
import { Quantity } from './quantity'
import { serialsOf, type TypedLine } from './typed_lines'

const w = words({
  batch: [(what: string) => `${what}批号`, (what: string) => `Batch of ${what}`],
  batchShort: ['批号', 'Batch'],
  serials: [(what: string) => `${what}序列号`, (what: string) => `Serials of ${what}`],
  serialsShort: ['序列号', 'Serials'],
  lacks: [
    (count: number) => `还差 ${count} 个序列号`,
    (count: number) => (count === 1 ? '1 serial missing' : `${count} serials missing`),
  ],
  surplus: [
    (count: number) => `序列号多了 ${count} 个`,
    (count: number) => (count === 1 ? '1 serial too many' : `${count} serials too many`),
  ],
  held: ['停用', 'on hold'],
  remove: [(what: string) => `去掉${what}`, (what: string) => `Remove ${what}`],
  here: [(count: number) => `账上 ${count}`, (count: number) => `books ${count}`],
})

interface Props {
  shelf: PartOnShelf
  line: TypedLine
  holds: readonly BatchHold[]
  onChange: (changed: Partial<TypedLine>) => void
  onRemove?: (() => void) | undefined
  /** What the books place here is shown; never in a count. */
  withBooks?: boolean
  /** Stands after the name: how many are owed, or announced. */
  aside?: ComponentChildren
  children?: ComponentChildren
}

export function LineRow({ shelf, line, holds, onChange, onRemove, withBooks, aside, children }: Props) {
  const id = useId()
  const { part, batches } = shelf
  const name = partName(part)
  const held = part.on_hold || holdOf(holds, part.id, line.batch.trim() === '' ? null : line.batch.trim()) !== null
  return (
    <li class="stockline">
      <div class="grow">
        <b>{name}</b>{' '}
        {held && (
          <Tagline kind="no" icon="hand-palm">
            {w.held()}
          </Tagline>
        )}
        <span class="meta line">
          <span class="mono">{part.part_no}</span> {withBooks && `· ${w.here(shelf.quantity)}`} {aside}
        </span>
      </div>
      <Quantity what={name} value={line.quantity} onChange={(quantity) => onChange({ quantity })} />
      {onRemove && <Button kind="plain" size="sq" icon="x" label={w.remove(name)} onTap={onRemove} />}
      <div class="rest">
        <label class="meta">
          {w.batchShort()}
          <input
            class="mono"
            aria-label={w.batch(name)}
            value={line.batch}
            list={`${id}-batches`}
            autocomplete="off"
            spellcheck={false}
            maxLength={60}
            onInput={(event) => onChange({ batch: event.currentTarget.value })}
          />
        </label>
        <datalist id={`${id}-batches`}>
          {batches.map(({ batch }) => (
            <option key={batch} value={batch} />
          ))}
        </datalist>
        {part.serialised && <Serials name={name} line={line} onChange={onChange} />}
        {children}
      </div>
    </li>
  )
}

function Serials({ name, line, onChange }: { name: string; line: TypedLine; onChange: Props['onChange'] }) {
  const id = useId()
  const lacks = line.quantity - serialsOf(line).length
  return (
    <label class="meta serials">
      {w.serialsShort()}
      <input
        class="mono"
        aria-label={w.serials(name)}
        aria-describedby={`${id}-lacks`}
        value={line.serials}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onChange({ serials: event.currentTarget.value })}
      />
      <span id={`${id}-lacks`} class="warn">
        {lacks > 0 ? w.lacks(lacks) : lacks < 0 ? w.surplus(-lacks) : ''}
      </span>
    </label>
  )
}
