/** The controls of a swap, used while it is recorded and when it is corrected: pieces, serial, source, cause. */
import { Choice } from '../../parts/choice'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { Segmented } from '../../parts/segmented'
import { words } from '../../parts/words'
import type { StockSource } from '../../rules/wire'
import { ScanKey } from '../scan/scan_key'

const w = words({
  quantity: ['数量', 'Quantity'],
  fewer: ['少一件', 'One fewer'],
  more: ['多一件', 'One more'],
  source: ['从哪来', 'Where it came from'],
  van: ['车上', 'My van'],
  store: ['站上库房', 'Station store'],
  bought_locally: ['外面买的', 'Bought locally'],
  onHand: [(n: number) => `账上 ${n}`, (n: number) => `Books: ${n}`],
  receipt: ['留好票', 'keep the receipt'],
  cause: ['主因件还是次因件', 'Failed first, or went with it'],
  causal: ['主因件', 'Failed first'],
  consequential: ['次因件', 'Went with it'],
})

interface PiecesProps {
  quantity: number
  unit: string
  onChange: (quantity: number) => void
}

export function Pieces({ quantity, unit, onChange }: PiecesProps) {
  return (
    <fieldset class="stepper" aria-label={w.quantity()}>
      <span class="meta">{w.quantity()}</span>
      <button
        type="button"
        aria-label={w.fewer()}
        aria-disabled={quantity <= 1}
        onClick={() => onChange(Math.max(1, quantity - 1))}
      >
        −
      </button>
      <output class="key">
        {quantity} <small>{unit}</small>
      </output>
      <button type="button" aria-label={w.more()} onClick={() => onChange(quantity + 1)}>
        <Icon name="plus" />
      </button>
    </fieldset>
  )
}

interface SerialFieldProps {
  label: string
  value: string
  onInput: (value: string) => void
}

/** A serial number by keyboard, wedge scanner or camera. */
export function SerialField({ label, value, onInput }: SerialFieldProps) {
  return (
    <div class="withscan">
      <Field label={label} value={value} autocomplete="off" onInput={onInput} />
      <ScanKey what={label} onRead={onInput} />
    </div>
  )
}

interface SourceProps {
  name: string
  source: StockSource
  in_van: number
  /** Null where this device does not see the shelves. */
  in_store: number | null
  onChoose: (source: StockSource) => void
}

/** The van stands first with what is on hand; the other sources are named (PART-4, PART-7). */
export function Source({ name, source, in_van, in_store, onChoose }: SourceProps) {
  return (
    <div class="source">
      <p class="cap">{w.source()}</p>
      <Choice<StockSource>
        name={name}
        label={w.source()}
        value={source}
        onChoose={onChoose}
        options={[
          { value: 'van', label: w.van(), hint: w.onHand(in_van) },
          { value: 'store', label: w.store(), hint: in_store === null ? undefined : w.onHand(in_store) },
          { value: 'bought_locally', label: w.bought_locally(), hint: w.receipt() },
        ]}
      />
    </div>
  )
}

export function Cause({ causal, onChoose }: { causal: boolean; onChoose: (causal: boolean) => void }) {
  return (
    <Segmented<'causal' | 'consequential'>
      label={w.cause()}
      value={causal ? 'causal' : 'consequential'}
      onChoose={(chosen) => onChoose(chosen === 'causal')}
      options={[
        { value: 'causal', label: w.causal() },
        { value: 'consequential', label: w.consequential() },
      ]}
    />
  )
}

/** How the cause of a recorded swap is said; nothing where it was never asked. */
export const causeOf = (causal: boolean | null): string | null =>
  causal === null ? null : causal ? w.causal() : w.consequential()

export const sourceOf = (source: StockSource): string => w[source]()
