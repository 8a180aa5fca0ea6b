/** Above the rows: search, chips, how many there are, and the way into a file. */
import type { RefObject } from 'preact'
import { useId, useMemo, useState } from 'preact/hooks'
import { Icon } from '../icon'
import type { Column, Filter } from './column'
import { type FileKind, saveRows } from './export'
import type { Asked } from './shown'
import { w } from './words'

interface SearchProps {
  label: string
  value: string
  box: RefObject<HTMLInputElement | null>
  onInput: (search: string) => void
  /** The way down into the rows. */
  onDown: () => void
}

export function Search({ label, value, box, onInput, onDown }: SearchProps) {
  return (
    <search class="search">
      <Icon name="magnifying-glass" />
      <input
        ref={box}
        type="search"
        aria-label={label}
        placeholder={label}
        autocomplete="off"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onInput('')
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          onDown()
        }}
      />
      {value !== '' && (
        <button type="button" class="iconbtn" aria-label={w.clearSearch()} onClick={() => onInput('')}>
          <Icon name="x" />
        </button>
      )}
    </search>
  )
}

interface ChipsProps<R> {
  filter: Filter<R>
  rows: readonly R[]
  chosen: string | undefined
  onChoose: (key: string | null) => void
}

export function Chips<R>({ filter, rows, chosen, onChoose }: ChipsProps<R>) {
  const id = useId()
  const counts = useMemo(() => filter.choices.map(({ keep }) => rows.filter(keep).length), [rows, filter])
  return (
    <div class="chips">
      <span class="cap" id={id}>
        {filter.name}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a line in every browser */}
      <div role="group" aria-labelledby={id}>
        <button type="button" class="chip" aria-pressed={chosen === undefined} onClick={() => onChoose(null)}>
          {w.all()}
        </button>
        {filter.choices.map(({ key, name }, place) => (
          <button
            key={key}
            type="button"
            class="chip"
            aria-pressed={chosen === key}
            onClick={() => onChoose(chosen === key ? null : key)}
          >
            {name} <small>{counts[place]}</small>
          </button>
        ))}
      </div>
    </div>
  )
}

interface ExportProps<R> {
  name: string
  rows: readonly R[]
  columns: readonly Column<R>[]
}

export function Exports<R>({ name, rows, columns }: ExportProps<R>) {
  const [said, say] = useState('')
  const save = (kind: FileKind) =>
    saveRows(kind, rows, columns, name).then(
      () => say(w.saved(rows.length)),
      () => say(w.notSaved()),
    )
  return (
    <div class="exports">
      <span class="meta" role="status">
        {said}
      </span>
      {(['csv', 'xlsx'] as const).map((kind) => (
        <button key={kind} type="button" class="btn mid plain" aria-label={w[kind]()} onClick={() => save(kind)}>
          <Icon name="download-simple" /> {kind.toUpperCase()}
        </button>
      ))}
    </div>
  )
}

/** Whether anything narrows the list. */
export const narrowed = ({ search, chosen }: Asked): boolean => search.trim() !== '' || Object.keys(chosen).length > 0
