/** One row: columns where there is room for them, two lines where there is not. */
import { Component, type ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { Icon } from '../icon'
import { go } from '../route'
import type { Column } from './column'
import { w } from './words'

interface RowProps<R> {
  row: R
  place: number
  columns: readonly Column<R>[]
  wide: boolean
  tracks: string
  /** The one row that the keyboard stands on. */
  active: boolean
  /** Null when nothing can be selected. */
  chosen: boolean | null
  href: string | undefined
  /** What the newest drawing of the list does; itself it never changes. */
  does: { readonly current: RowDeeds<R> }
}

export interface RowDeeds<R> {
  open: ((row: R) => void) | undefined
  choose: (place: number, range: boolean) => void
  stand: (place: number) => void
}

const LOOKED_AT = ['row', 'place', 'columns', 'wide', 'tracks', 'active', 'chosen', 'href'] as const

/** Drawn again only when something of it has changed: while scrolling most rows stay as they are. */
export class Row<R> extends Component<RowProps<R>> {
  override shouldComponentUpdate(next: Readonly<RowProps<R>>) {
    return LOOKED_AT.some((name) => next[name] !== this.props[name])
  }

  override render() {
    return <RowDrawn {...this.props} />
  }
}

function RowDrawn<R>({ row, place, columns, wide, tracks, active, chosen, href, does }: RowProps<R>) {
  const onOpen = does.current.open && (() => does.current.open?.(row))
  const title = columns.find((column) => column.place === 'title')
  const opens = href !== undefined || onOpen !== undefined
  const name = title ? String(title.value(row) ?? '') : ''
  const at = (where: Column<R>['place']) => columns.filter((column) => column.place === where)
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows out of sight are not drawn; a table's layout would jump
    <div
      role="row"
      class={wide ? 'listrow wide' : 'listrow'}
      style={wide ? { gridTemplateColumns: tracks } : undefined}
      aria-rowindex={place + 2}
      aria-selected={chosen ?? undefined}
      tabIndex={active ? 0 : -1}
      data-place={place}
      onFocus={() => does.current.stand(place)}
    >
      {chosen !== null && (
        // biome-ignore lint/a11y/useSemanticElements: as the row
        <div role="gridcell" class="choose" tabIndex={-1}>
          <label>
            <input
              type="checkbox"
              tabIndex={-1}
              checked={chosen}
              aria-label={w.choose(name)}
              onClick={(event) => does.current.choose(place, event.shiftKey)}
            />
          </label>
        </div>
      )}
      {wide ? (
        columns.filter(hasColumn).map((column) => (
          <Cell key={column.name} kind={column.number ? 'num' : ''}>
            {column === title ? (
              <Opens href={href} onOpen={onOpen}>
                {drawn(column, row)}
              </Opens>
            ) : (
              drawn(column, row)
            )}
          </Cell>
        ))
      ) : (
        <>
          <Cell kind="lines">
            <Opens href={href} onOpen={onOpen}>
              {title && drawn(title, row)}
            </Opens>
            <span class="second meta">
              {at('second').map((column) => (
                <span key={column.name}>{drawn(column, row)}</span>
              ))}
            </span>
          </Cell>
          {at('side').length > 0 && (
            <Cell kind="side">
              {at('side').map((column) => (
                <span key={column.name}>{drawn(column, row)}</span>
              ))}
            </Cell>
          )}
        </>
      )}
      {opens && <Icon name="caret-right" tone="quiet" />}
    </div>
  )
}

export const hasColumn = <R,>({ place }: Column<R>): boolean => place !== 'file'

const drawn = <R,>({ cell, value }: Column<R>, row: R): ComponentChildren => (cell ? cell(row) : value(row))

function Cell({ kind, children }: { kind: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the row
    // biome-ignore lint/a11y/useFocusableInteractive: the row has the focus
    <div role="gridcell" class={kind}>
      {children}
    </div>
  )
}

/** What opening a row does: an address, or something else. */
interface Deed {
  href: string | undefined
  onOpen: (() => void) | undefined
}

interface OpensProps extends Deed {
  children: ComponentChildren
}

/**
 * What opens the row; its edge reaches over the whole row, so a thumb cannot miss it. It opens what the thumb came down
 * on: a row that arrives before the thumb is lifted moves the others.
 */
function Opens({ href, onOpen, children }: OpensProps) {
  const pressed = useRef<Deed | null>(null)
  const press = () => {
    pressed.current = { href, onOpen }
  }
  // The click of a key has no finger before it.
  const meant = ({ detail }: MouseEvent): Deed => (detail > 0 && pressed.current) || { href, onOpen }
  const follow = (event: MouseEvent) => {
    const first = meant(event).href
    if (first === undefined || first === href) return
    event.preventDefault()
    go(first)
  }
  if (href !== undefined)
    return (
      <a class="opens" href={href} tabIndex={-1} onPointerDown={press} onClick={follow}>
        {children}
      </a>
    )
  if (!onOpen) return <b>{children}</b>
  return (
    <button
      type="button"
      class="opens"
      tabIndex={-1}
      onPointerDown={press}
      onClick={(event) => meant(event).onOpen?.()}
    >
      {children}
    </button>
  )
}
