/** How wide a plot may be, so that its letters keep their size on every screen. */
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

const BEFORE_MEASURED = 560

/** The element to measure, and its width in pixels. */
export function useWidth<E extends HTMLElement>(): [RefObject<E | null>, number] {
  const element = useRef<E>(null)
  const [width, setWidth] = useState(BEFORE_MEASURED)
  useLayoutEffect(() => {
    const measured = element.current
    if (measured === null || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(240, Math.round(entry.contentRect.width)))
    })
    observer.observe(measured)
    return () => observer.disconnect()
  }, [])
  return [element, width]
}
