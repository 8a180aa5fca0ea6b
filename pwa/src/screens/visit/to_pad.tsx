/** The way to the place to sign, in view as long as that place is not: nobody has to look for it (VIS-6). */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { c } from './customer_words'

/** The place counts as seen when it reaches this far up from the lower edge. */
const SEEN = { rootMargin: '0px 0px -20% 0px' }

/** Stands before the section that it leads to. */
export function ToPad() {
  const mark = useRef<HTMLDivElement>(null)
  const [away, setAway] = useState(false)
  const place = () => mark.current?.nextElementSibling
  useEffect(() => {
    const target = place()
    // An old browser does not say what is in view: there the page is scrolled by hand.
    if (!target || !('IntersectionObserver' in globalThis)) return
    const watch = new IntersectionObserver((seen) => setAway(seen.at(-1)?.isIntersecting === false), SEEN)
    watch.observe(target)
    return () => watch.disconnect()
  }, [])
  const go = () => {
    const target = place()
    if (!(target instanceof HTMLElement)) return
    target.focus({ preventScroll: true })
    target.scrollIntoView()
  }
  return (
    <div ref={mark} class="topad">
      {away && (
        <Button kind="main" wide icon="signature" onTap={go}>
          {c.toPad()}
        </Button>
      )}
    </div>
  )
}
