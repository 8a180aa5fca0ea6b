/** A button that acts only when it is held down for five seconds, by a finger or by a key. */
import { useEffect, useRef, useState } from 'preact/hooks'
import './pin.css'

const HOLD_MS = 5000

interface HoldButtonProps {
  label: string
  off: boolean
  onHeld: () => void
}

export function HoldButton({ label, off, onHeld }: HoldButtonProps) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const [held, setHeld] = useState(false)
  const release = () => {
    clearTimeout(timer.current)
    setHeld(false)
  }
  const press = (event: Event) => {
    event.preventDefault()
    if (off || held) return
    setHeld(true)
    timer.current = setTimeout(() => {
      setHeld(false)
      onHeld()
    }, HOLD_MS)
  }
  const isKey = ({ key }: KeyboardEvent) => key === ' ' || key === 'Enter'
  useEffect(() => release, [])
  return (
    <button
      type="button"
      class={held ? 'btn wide hold held' : 'btn wide hold'}
      aria-disabled={off || undefined}
      onPointerDown={press}
      onPointerUp={release}
      onPointerLeave={release}
      onPointerCancel={release}
      onKeyDown={(event) => isKey(event) && press(event)}
      onKeyUp={release}
      onBlur={release}
      onContextMenu={(event) => event.preventDefault()}
    >
      <span>{label}</span>
    </button>
  )
}
