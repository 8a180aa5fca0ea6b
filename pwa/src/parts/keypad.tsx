/** A whole number that a gloved thumb can type: the field, and a keypad of large keys under it. */
import { useRef, useState } from 'preact/hooks'
import { figure } from './figures'
import { Icon } from './icon'
import { words } from './words'
import './keypad.css'

const w = words({
  keys: ['数字键', 'Number keys'],
  erase: ['删一位', 'Erase one digit'],
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
}

/** The system keyboard stays closed while the keypad is open; a hardware keyboard or a scanner types as ever. */
export function NumberField({ id, label, value, unit, onInput, describedBy }: NumberFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  const [open, setOpen] = useState(false)
  const typed = value === null ? '' : String(value)
  const shown = open || value === null ? typed : figure(value)
  const change = (digits: string) => {
    const kept = digits.replace(/\D/g, '').slice(0, MOST_DIGITS)
    onInput(kept === '' ? null : Number(kept))
  }
  const show = () => {
    setOpen(true)
    field.current?.scrollIntoView?.({ block: 'center' })
  }
  return (
    <label class="numberfield">
      <input
        ref={field}
        id={id}
        type="text"
        inputMode={touched() ? 'none' : 'numeric'}
        pattern="[0-9]*"
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
          onDigit={(digit) => change(typed + digit)}
          onErase={() => change(typed.slice(0, -1))}
          onDone={() => field.current?.blur()}
        />
      )}
    </label>
  )
}

/** A finger or a glove is the first pointer of this device. */
function touched(): boolean {
  return globalThis.matchMedia?.('(pointer: coarse)').matches ?? false
}

interface KeypadProps {
  onDigit: (digit: string) => void
  onErase: () => void
  onDone: () => void
}

export function Keypad({ onDigit, onErase, onDone }: KeypadProps) {
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
      <button type="button" class="done" onClick={onDone}>
        {w.done()}
      </button>
    </fieldset>
  )
}
