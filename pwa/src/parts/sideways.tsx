/** What may be wider than the page, such as a table: it is moved sideways by finger or keyboard, the page is not. */
import type { ComponentChildren } from 'preact'

export function Sideways({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="sideways" tabIndex={0} aria-label={name}>
      {children}
    </section>
  )
}
