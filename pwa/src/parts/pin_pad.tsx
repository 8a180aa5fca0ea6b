/** A PIN of a few digits: dots, large keys, and a field for those who type on a keyboard. */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { Icon } from './icon'
import './pin_pad.css'

interface PinPadProps {
  /** What to type, read out with the field. */
  label: string
  erase: string
  digits: number
  /** Wrong, or how long to wait; read out when it changes. */
  note?: ComponentChildren
  off?: boolean
  /** Called with the last digit; the field is then empty again. */
  onPin: (pin: string) => void
}

export function PinPad({ label, erase, digits, note, off = false, onPin }: PinPadProps) {
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => field.current?.focus({ preventScroll: true }), [label])
  const change = (next: string) => {
    if (off) return
    const kept = next.replace(/\D/g, '').slice(0, digits)
    if (kept.length < digits) return setTyped(kept)
    setTyped('')
    onPin(kept)
  }
  return (
    <div class="pinpad">
      <label for={id} class="lead">
        {label}
      </label>
      <div class="dots">
        <input
          ref={field}
          id={id}
          type="password"
          inputMode="none"
          autocomplete="off"
          aria-describedby={`${id}-note`}
          readOnly={off}
          value={typed}
          onInput={(event) => change(event.currentTarget.value)}
        />
        {Array.from({ length: digits }, (_, place) => (
          <i key={place} class={place < typed.length ? 'on' : undefined} aria-hidden="true" />
        ))}
      </div>
      <p id={`${id}-note`} class="meta" role="status">
        {note}
      </p>
      {/* The field keeps the focus, so that the keys of a keyboard go on working. */}
      <div class="keys" onPointerDown={(event) => event.preventDefault()}>
        {['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => (
          <button key={digit} type="button" aria-disabled={off || undefined} onClick={() => change(typed + digit)}>
            {digit}
          </button>
        ))}
        <span />
        <button type="button" aria-disabled={off || undefined} onClick={() => change(`${typed}0`)}>
          0
        </button>
        <button type="button" class="erase" aria-label={erase} onClick={() => setTyped(typed.slice(0, -1))}>
          <Icon name="eraser" size="l" />
        </button>
      </div>
    </div>
  )
}
