/** The keyboard in a list: one row has the focus, the arrows move it, also to rows that are not drawn yet. */
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'

interface Walk {
  body: RefObject<HTMLElement | null>
  box: RefObject<HTMLInputElement | null>
  count: number
  height: number
  isChosen: (place: number) => boolean
  /** Absent when nothing can be selected. */
  onChoose: ((places: readonly number[], on: boolean) => void) | undefined
}

/** Pixels that bars above and below the rows may cover. */
const COVERED = 120

export function useKeys({ body, box, count, height, isChosen, onChoose }: Walk) {
  const [active, setActive] = useState(0)
  const wanted = useRef<number | null>(null)
  const anchor = useRef(0)
  const last = Math.max(0, count - 1)
  const at = Math.min(active, last)

  useEffect(() => {
    const toSearch = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest?.(
        'input:not([type=checkbox]), textarea, select, [contenteditable]',
      )
      if (event.key !== '/' || typing || document.querySelector('dialog[open]')) return
      event.preventDefault()
      box.current?.focus()
    }
    document.addEventListener('keydown', toSearch)
    return () => document.removeEventListener('keydown', toSearch)
  }, [box])

  const focusWanted = () => {
    const row = body.current?.querySelector<HTMLElement>(`[data-place="${wanted.current}"]`)
    if (wanted.current === null || !row) return
    wanted.current = null
    row.focus({ preventScroll: true })
  }
  // A row that was out of sight is drawn one or two drawings after the scrolling.
  useLayoutEffect(focusWanted)

  const goTo = (place: number) => {
    const next = Math.max(0, Math.min(last, place))
    wanted.current = next
    intoSight(body.current, next * height, height)
    setActive(next)
    focusWanted()
  }
  const range = (from: number, to: number) =>
    Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => Math.min(from, to) + index)
  const choose = (place: number, ranged: boolean) => {
    if (!onChoose) return
    const on = !isChosen(place)
    onChoose(ranged ? range(anchor.current, place) : [place], ranged || on)
    if (!ranged) anchor.current = place
    setActive(place)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const row = (event.target as HTMLElement).closest('[data-place]')
    if (!row) return
    const page = Math.max(1, Math.floor((window.innerHeight - 2 * COVERED) / height))
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    }
    const next = steps[event.key]
    if (next !== undefined) {
      if (event.shiftKey && onChoose) onChoose(range(anchor.current, Math.max(0, Math.min(last, next))), true)
      else if (!event.shiftKey) anchor.current = Math.max(0, Math.min(last, next))
      if (event.key === 'ArrowUp' && at === 0) box.current?.focus()
      else goTo(next)
    } else if (event.key === ' ' && onChoose) choose(at, false)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && onChoose) onChoose(range(0, last), true)
    else if (event.key === 'Enter' && event.target === row) row.querySelector<HTMLElement>('.opens')?.click()
    else return
    event.preventDefault()
  }
  return { active: at, goTo, choose, stand: setActive, onKeyDown }
}

function intoSight(body: HTMLElement | null, from: number, height: number) {
  if (!body) return
  const top = body.getBoundingClientRect().top + from
  const over = top - COVERED
  const under = top + height - (window.innerHeight - COVERED)
  if (over < 0) window.scrollBy(0, over)
  else if (under > 0) window.scrollBy(0, under)
}
