/** The frame that every screen draws: its header, its one `main`, and what docks at the thumb. */
import type { ComponentChildren } from 'preact'
import { Dockbar } from './bar'
import './sides.css'

interface Props {
  /** A `Head` or a `Bar`. */
  head: ComponentChildren
  children: ComponentChildren
  /** The main button at the thumb. */
  dock?: ComponentChildren
  /** The bottom bar lies below the dock. */
  overTabs?: boolean | undefined
  /** Its records are not read yet. */
  busy?: boolean
}

export function Screen({ head, children, dock, overTabs, busy }: Props) {
  return (
    <>
      {head}
      <main tabIndex={-1} aria-busy={busy}>
        {children}
      </main>
      {dock && <Dockbar overTabs={overTabs}>{dock}</Dockbar>}
    </>
  )
}
