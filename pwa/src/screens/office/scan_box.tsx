/** The box that always listens: a wedge scanner types and ends with Enter, a person types and does the same. */
import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../../parts/icon'
import { words } from '../../parts/words'
import { beep } from './beep'

const w = words({
  scan: ['扫标签，或者输编号', 'Scan or type a tag'],
  ready: ['可以扫了', 'ready'],
  again: ['再看一眼', 'look again'],
  wrong: ['末位不对，再看一眼标签', 'Last digit does not fit. Look at the tag again.'],
})

interface Props {
  box: RefObject<HTMLInputElement | null>
  /** Take what was scanned; false when it does not read as anything. */
  onScan: (text: string) => boolean
  /** What came of the last scan, read out politely. */
  heard: string
  /** What belongs in it, where that is no tag. */
  asks?: string
}

export function ScanBox({ box, onScan, heard, asks = w.scan() }: Props) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const [typing, setTyping] = useState(false)
  useTypedAnywhere(box)
  const take = () => {
    if (text.trim() === '') return
    const taken = onScan(text)
    setWrong(!taken)
    beep(taken ? 1 : 2)
    if (taken) setText('')
    else box.current?.select()
  }
  return (
    <div class="scan">
      <label class={wrong ? 'scanbox wrong' : 'scanbox'}>
        <Icon name="barcode" />
        <input
          ref={box}
          aria-label={asks}
          placeholder={asks}
          value={text}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          enterkeyhint="done"
          // The system keyboard stays away until somebody taps the box to type.
          inputMode={typing ? 'text' : 'none'}
          aria-invalid={wrong}
          aria-describedby="scan-heard"
          onPointerDown={() => setTyping(true)}
          onBlur={() => setTyping(false)}
          onInput={(event) => {
            setText(event.currentTarget.value)
            setWrong(false)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            take()
          }}
        />
        <span class={wrong ? 'tagline no' : 'tagline'}>{wrong ? w.again() : w.ready()}</span>
      </label>
      <p id="scan-heard" class={wrong ? 'heard bad' : 'heard meta'} role="status">
        {wrong && <Icon name="warning-circle" size="s" />}
        {wrong ? w.wrong() : heard}
      </p>
    </div>
  )
}

/** A scanner types wherever the focus is: outside of a field its characters go into the box. */
function useTypedAnywhere(box: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    box.current?.focus()
    const listen = (event: KeyboardEvent) => {
      const at = document.activeElement
      const typingElsewhere =
        at instanceof HTMLElement && at.matches('input:not([type=radio]):not([type=checkbox]), textarea, select')
      if (
        typingElsewhere ||
        event.key.length !== 1 ||
        event.key === ' ' ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey
      )
        return
      box.current?.focus()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [box])
}
