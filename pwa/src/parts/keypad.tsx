/** A number that a gloved thumb can type: the field, and a keypad of large keys under it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { decimal, figure, scaled } from './figures'
import { Icon } from './icon'
import { words } from './words'
import './keypad.css'

const w = words({
  keys: ['数字键', 'Number keys'],
  erase: ['删一位', 'Erase one digit'],
  point: ['小数点', 'Decimal point'],
  minus: ['负号', 'Minus'],
  done: ['好了', 'Done'],
})

/** More digits than any meter shows. */
const MOST_DIGITS = 9
/** The field is never narrower than this many digits. */
const FEWEST_SHOWN = 2

interface NumberFieldProps {
  id: string
  label: string
  value: number | null
  unit: string
  onInput: (value: number | null) => void
  /** Id of the line that says what is doubtful about the number. */
  describedBy?: string | undefined
  /** How many decimals; `value` is then a scaled integer. */
  scale?: number
  /** May lie below zero. */
  negative?: boolean
}

/** The system keyboard stays closed while the keypad is open; a hardware keyboard or a scanner types as ever. */
export function NumberField(props: NumberFieldProps) {
  const { id, label, value, unit, onInput, describedBy, scale = 0, negative = false } = props
  const field = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  // A number that was there is selected: the first digit begins a new one, erasing corrects the old.
  const untouched = useRef(false)
  const written = value === null ? '' : decimal(value, scale)
  // "8." and "-" are no numbers yet, and must not vanish while they are being typed.
  const [unfinished, setUnfinished] = useState('')
  const typed = open && scaled(unfinished, scale) === value ? unfinished : written
  const shown = open || value === null || scale > 0 ? typed : figure(value)
  const change = (text: string) => {
    untouched.current = false
    const kept = allowed(text, scale, negative)
    setUnfinished(kept)
    onInput(scaled(kept, scale))
  }
  const show = () => setOpen(true)
  // Only now is there room under the page for the keypad: the number must not lie behind the keys.
  useLayoutEffect(() => {
    untouched.current = open
    if (!open) return
    field.current?.scrollIntoView?.({ block: 'center' })
    field.current?.select()
  }, [open])
  return (
    <label class="numberfield">
      <input
        ref={field}
        id={id}
        type="text"
        inputMode={touched() ? 'none' : scale > 0 ? 'decimal' : 'numeric'}
        autocomplete="off"
        aria-label={label}
        aria-describedby={describedBy}
        value={shown}
        placeholder="—"
        style={{ width: `${Math.max(shown.length, FEWEST_SHOWN)}ch` }}
        onInput={(event) => change(event.currentTarget.value)}
        onFocus={show}
        onClick={show}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') setOpen(false)
        }}
      />
      <small aria-hidden="true">{unit}</small>
      {open && touched() && (
        <Keypad
          onDigit={(digit) => change(untouched.current ? digit : typed + digit)}
          onErase={() => change(typed.slice(0, -1))}
          onPoint={scale > 0 ? () => change(`${typed || '0'}.`) : undefined}
          onMinus={negative ? () => change(typed.startsWith('-') ? typed.slice(1) : `-${typed}`) : undefined}
          onDone={() => field.current?.blur()}
        />
      )}
    </label>
  )
}

/** The typed text without what is no part of such a number. */
function allowed(text: string, scale: number, negative: boolean): string {
  const sign = negative && text.trim().startsWith('-') ? '-' : ''
  if (scale === 0) return sign + text.replace(/\D/g, '').slice(0, MOST_DIGITS)
  const [whole = '', ...rest] = text.replaceAll(',', '.').split('.')
  const figures = whole.replace(/\D/g, '').slice(0, MOST_DIGITS - scale)
  const decimals = rest.join('').replace(/\D/g, '').slice(0, scale)
  return sign + figures + (rest.length > 0 ? `.${decimals}` : '')
}

/** A finger or a glove is the first pointer of this device. */
function touched(): boolean {
  return globalThis.matchMedia?.('(pointer: coarse)').matches ?? false
}

interface KeypadProps {
  onDigit: (digit: string) => void
  onErase: () => void
  /** Without it the number is whole. */
  onPoint?: (() => void) | undefined
  /** Without it the number is not below zero. */
  onMinus?: (() => void) | undefined
  onDone: () => void
}

export function Keypad({ onDigit, onErase, onPoint, onMinus, onDone }: KeypadProps) {
  return (
    // The field keeps the focus, so that the keys of a keyboard go on working.
    <fieldset class="keypad" aria-label={w.keys()} onPointerDown={(event) => event.preventDefault()}>
      {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
        <button key={digit} type="button" onClick={() => onDigit(digit)}>
          {digit}
        </button>
      ))}
      <button type="button" aria-label={w.erase()} onClick={onErase}>
        <Icon name="eraser" size="l" />
      </button>
      <button type="button" onClick={() => onDigit('0')}>
        0
      </button>
      {onPoint && (
        <button type="button" aria-label={w.point()} onClick={onPoint}>
          .
        </button>
      )}
      {onMinus && (
        <button type="button" aria-label={w.minus()} onClick={onMinus}>
          −
        </button>
      )}
      <button type="button" class="done" onClick={onDone}>
        {w.done()}
      </button>
    </fieldset>
  )
}
