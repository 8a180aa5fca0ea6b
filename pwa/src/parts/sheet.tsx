/** A card lying on the page, and what stands on it: heading, quote, key values, number plate. */
import type { ComponentChildren } from 'preact'

interface SheetProps {
  children: ComponentChildren
  /** Rows reach the edge. */
  flush?: boolean
  class?: string
  label?: string
}

export function Sheet({ children, flush, class: extra, label }: SheetProps) {
  const classes = ['sheet', flush && 'flush', extra].filter(Boolean).join(' ')
  return (
    <section class={classes} aria-label={label}>
      {children}
    </section>
  )
}

/** The name of a group of things below it. */
export function Heading({ children, aside }: { children: ComponentChildren; aside?: ComponentChildren }) {
  return (
    <div class="h">
      <h2>{children}</h2>
      {aside && <span class="meta">{aside}</span>}
    </div>
  )
}

/** The identity of a unit: a vehicle's number plate, or the serial of anything else. */
export function Plate({ children }: { children: string }) {
  return <span class="plate">{children}</span>
}

/** Somebody's own words, and whose they are. */
export function Quote({ children, by }: { children: string; by?: ComponentChildren }) {
  return (
    <blockquote>
      {children}
      {by && <cite class="meta quiet">{by}</cite>}
    </blockquote>
  )
}

/** Key values side by side. */
export function Kv({ pairs }: { pairs: readonly (readonly [term: string, value: ComponentChildren])[] }) {
  return (
    <dl class="kv">
      {pairs.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
