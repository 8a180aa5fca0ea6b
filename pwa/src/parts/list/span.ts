/** Which rows of a long list are in sight; only these are drawn. */
import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

export interface Span {
  first: number
  end: number
  /** Of one row, in pixels; as high as the style makes it, so that large text gets higher rows. */
  height: number
  /** Room for columns. */
  wide: boolean
}

/** Rows are drawn in blocks, so that a scrolled pixel draws nothing anew. */
const BLOCK = 8
const ROW_BEFORE_STYLE = 56
/** Room that columns need when a list does not say how much. */
export const WIDE_REM = 60

/** Return which rows to draw in the element `of`, whose first child is as high as each row; it is there if `any` are. */
export function useSpan(of: RefObject<HTMLElement | null>, any: boolean, wideRem: number): Span {
  const [span, setSpan] = useState<Span>({ first: 0, end: 4 * BLOCK, height: ROW_BEFORE_STYLE, wide: false })
  useLayoutEffect(() => {
    const element = of.current
    if (!element) return
    let [height, wide] = [ROW_BEFORE_STYLE, false]
    const look = () => {
      const above = -element.getBoundingClientRect().top / height
      const first = Math.max(0, (Math.floor(above / BLOCK) - 1) * BLOCK)
      const end = Math.max(first, (Math.ceil((above + window.innerHeight / height) / BLOCK) + 1) * BLOCK)
      setSpan((old) =>
        old.first === first && old.end === end && old.height === height && old.wide === wide
          ? old
          : { first, end, height, wide },
      )
    }
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
      height = (element.firstElementChild as HTMLElement | null)?.offsetHeight || ROW_BEFORE_STYLE
      wide = element.clientWidth >= wideRem * rem
      look()
    }
    measure()
    // Whatever scrolls, the page or a part of it: scroll events do not bubble, but they are captured.
    const scrolls = { capture: true, passive: true }
    document.addEventListener('scroll', look, scrolls)
    window.addEventListener('resize', measure)
    const sized = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(measure)
    sized?.observe(element)
    return () => {
      document.removeEventListener('scroll', look, scrolls)
      window.removeEventListener('resize', measure)
      sized?.disconnect()
    }
  }, [of, any, wideRem])
  return span
}
