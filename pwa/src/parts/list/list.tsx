/** A list of any length: searched, filtered, sorted, walked by keyboard, selected from, and saved as a file. */
import type { ComponentChildren } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Button } from '../button'
import { Empty } from '../empty'
import { Icon } from '../icon'
import type { Column, Filter } from './column'
import { useKeys } from './keys'
import { hasColumn, Row, type RowDeeds } from './row'
import { type Asked, folded, keptRows, NOTHING_ASKED, sortedRows } from './shown'
import { useSpan, WIDE_REM } from './span'
import { Chips, Exports, narrowed, Search } from './tools'
import { w } from './words'
import './list.css'

export interface ListProps<R> {
  /** What is listed; also the name of an exported file. What was asked of it is remembered under this name. */
  name: string
  /** Undefined until they are known. */
  rows: readonly R[] | undefined
  /** Must not change between drawings unless the words do: keep it outside of the screen, or in `useMemo`. */
  columns: readonly Column<R>[]
  idOf: (row: R) => string
  /** Where a row leads: an address, or something to do. */
  href?: (row: R) => string
  onOpen?: (row: R) => void
  /** What the search looks in; the whole text of the columns when left out. */
  textOf?: (row: R) => readonly (string | null)[]
  searchLabel?: string
  filters?: readonly Filter<R>[]
  /** Width of the list in rem from which its columns fit; two-line rows below. */
  wideRem?: number
  /** What can be done with the selected rows; `done` lets the selection go. */
  actions?: (chosen: readonly R[], done: () => void) => ComponentChildren
  /** Says what would be here and what makes it appear. */
  empty: ComponentChildren
}

/** Coming back to a list, a person finds it as they left it. */
const remembered = new Map<string, Asked>()

export function List<R>(props: ListProps<R>) {
  const {
    name,
    rows,
    columns,
    idOf,
    href,
    onOpen,
    textOf,
    filters = NO_FILTERS,
    wideRem = WIDE_REM,
    actions,
    empty,
  } = props
  const [asked, ask] = useState(remembered.get(name) ?? NOTHING_ASKED)
  const [chosen, choose] = useState<ReadonlySet<string>>(NOBODY)
  const box = useRef<HTMLInputElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const all = rows ?? (NO_ROWS as readonly R[])
  const texts = useMemo(
    () => folded(all, textOf ?? ((row) => columns.map(({ value }) => value(row)?.toString() ?? null))),
    [all, columns],
  )
  const kept = useMemo(() => keptRows(all, texts, filters, asked), [all, texts, filters, asked.search, asked.chosen])
  const shown = useMemo(() => sortedRows(kept, columns, asked.sort), [kept, columns, asked.sort])
  const span = useSpan(body, shown.length > 0, wideRem)
  const selected = useMemo(
    () => (chosen.size === 0 ? [] : shown.filter((row) => chosen.has(idOf(row)))),
    [shown, chosen],
  )
  const end = Math.min(span.end, shown.length)
  const first = Math.min(span.first, end)

  const asking = (change: Partial<Asked>) => {
    const next = { ...asked, ...change }
    remembered.set(name, next)
    ask(next)
  }
  const chooseRows = (places: readonly number[], on: boolean) => {
    const next = new Set(chosen)
    for (const place of places) {
      const row = shown[place]
      if (row !== undefined) next[on ? 'add' : 'delete'](idOf(row))
    }
    choose(next)
  }
  const keys = useKeys({
    body,
    box,
    count: shown.length,
    height: span.height,
    isChosen: (place) => shown[place] !== undefined && chosen.has(idOf(shown[place])),
    onChoose: actions && chooseRows,
  })
  const does = useRef<RowDeeds<R>>({ open: onOpen, choose: keys.choose, stand: keys.stand })
  does.current = { open: onOpen, choose: keys.choose, stand: keys.stand }
  useEffect(() => {
    if (chosen.size > selected.length) choose(new Set(selected.map(idOf)))
  }, [selected])

  if (rows?.length === 0) return <>{empty}</>
  const drawnColumns = columns.filter(hasColumn)
  const tracks = [
    ...(actions ? ['3rem'] : []),
    ...drawnColumns.map(({ width }) => width ?? 'minmax(0, 1fr)'),
    ...(href || onOpen ? ['1.375rem'] : []),
  ].join(' ')
  return (
    <section class="lister" aria-label={name} aria-busy={rows === undefined}>
      <div class="listtools">
        <Search
          label={props.searchLabel ?? w.search()}
          value={asked.search}
          box={box}
          onInput={(search) => asking({ search })}
          onDown={() => keys.goTo(0)}
        />
        {filters.map((filter) => (
          <Chips
            key={filter.name}
            filter={filter}
            rows={all}
            chosen={asked.chosen[filter.name]}
            onChoose={(key) => {
              const { [filter.name]: _, ...others } = asked.chosen
              asking({ chosen: key === null ? others : { ...others, [filter.name]: key } })
            }}
          />
        ))}
        <div class="listcount">
          <span class="meta" role="status">
            {rows && (narrowed(asked) ? w.shownOf(shown.length, all.length) : w.shown(all.length))}
          </span>
          <Exports name={name} rows={selected.length > 0 ? selected : shown} columns={columns} />
        </div>
      </div>
      {rows && shown.length === 0 ? (
        <Empty icon="magnifying-glass" title={w.noMatch()}>
          <p>{w.noMatchWhat()}</p>
          <Button size="mid" onTap={() => asking({ search: '', chosen: {} })}>
            {w.letGo()}
          </Button>
        </Empty>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: as its rows
        <div
          role="grid"
          class="sheet flush listgrid"
          aria-label={name}
          aria-rowcount={shown.length + 1}
          aria-multiselectable={actions ? true : undefined}
          aria-description={w.keys()}
          onKeyDown={keys.onKeyDown}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: as its rows */}
          {/* biome-ignore lint/a11y/useFocusableInteractive: its buttons are */}
          <div
            role="row"
            aria-rowindex={1}
            class={span.wide ? 'listhead' : 'visually-hidden'}
            style={span.wide ? { gridTemplateColumns: tracks } : undefined}
          >
            {actions && <HeadCell />}
            {drawnColumns.map((column) => (
              <HeadCell
                key={column.name}
                column={column}
                sort={asked.sort?.column === column.name ? asked.sort : null}
                reachable={span.wide}
                onSort={(down) => asking({ sort: { column: column.name, down } })}
              />
            ))}
          </div>
          {/* biome-ignore lint/a11y/useSemanticElements: as its rows */}
          <div
            ref={body}
            role="rowgroup"
            class="listbody"
            style={{ height: `calc(${shown.length} * var(--row-height))`, '--first': first }}
          >
            {shown.slice(first, end).map((row, index) => {
              const place = first + index
              return (
                // By its place: another search changes the words of a row, and does not make a new one.
                <Row
                  key={place}
                  row={row}
                  place={place}
                  columns={columns}
                  wide={span.wide}
                  tracks={tracks}
                  active={place === keys.active}
                  chosen={actions ? chosen.has(idOf(row)) : null}
                  href={href?.(row)}
                  does={does}
                />
              )
            })}
          </div>
        </div>
      )}
      {actions && (
        <div class={selected.length > 0 ? 'listactions' : 'visually-hidden'}>
          <span role="status">{selected.length > 0 && w.chosen(selected.length)}</span>
          {selected.length > 0 && (
            <>
              <div class="act">
                {selected.length < shown.length && (
                  <Button size="mid" kind="plain" onTap={() => choose(new Set(shown.map(idOf)))}>
                    {w.chooseAll(shown.length)}
                  </Button>
                )}
                <Button size="mid" kind="plain" onTap={() => choose(NOBODY)}>
                  {w.letChosenGo()}
                </Button>
              </div>
              {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a line in every browser */}
              <div class="act" role="group" aria-label={w.withChosen()}>
                {actions(selected, () => choose(NOBODY))}
              </div>
            </>
          )}
        </div>
      )}
    </section>
  )
}

const NO_ROWS: readonly unknown[] = []
const NO_FILTERS: readonly never[] = []
const NOBODY: ReadonlySet<string> = new Set()

interface HeadProps<R> {
  column?: Column<R>
  sort?: Asked['sort']
  reachable?: boolean
  onSort?: (down: boolean) => void
}

function HeadCell<R>({ column, sort, reachable, onSort }: HeadProps<R>) {
  const order = sort ? (sort.down ? 'descending' : 'ascending') : undefined
  return (
    // biome-ignore lint/a11y/useSemanticElements: as the rows
    // biome-ignore lint/a11y/useFocusableInteractive: its button is
    <div role="columnheader" class={column?.number ? 'num' : ''} aria-sort={order}>
      {column && (
        <button type="button" tabIndex={reachable ? 0 : -1} onClick={() => onSort?.(sort ? !sort.down : false)}>
          {column.name}
          {order && <Icon name={sort?.down ? 'arrow-down' : 'arrow-up'} size="s" />}
        </button>
      )}
    </div>
  )
}
