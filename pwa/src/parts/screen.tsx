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
}

export function Screen({ head, children, dock, overTabs }: Props) {
  return (
    <>
      {head}
      <main tabIndex={-1}>{children}</main>
      {dock && <Dockbar overTabs={overTabs}>{dock}</Dockbar>}
    </>
  )
}
