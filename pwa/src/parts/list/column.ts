/** What a list shows of each of its rows. */
import type { ComponentChildren } from 'preact'

export type Value = string | number | null

export interface Column<R> {
  /** Stands at the head of the column, and of the file's column. */
  name: string
  /** What goes into a file and what it sorts by; a number stays a number. */
  value: (row: R) => Value
  /** What is drawn, the value when left out. It keeps nothing of its own: its place may show another row next. */
  cell?: (row: R) => ComponentChildren
  /**
   * Where it stands when there is no room for columns: the first line (one column of a list, and the one that opens it),
   * the second line, or at the side. `wide` shows only as a column, `file` only in a file.
   */
  place: 'title' | 'second' | 'side' | 'wide' | 'file'
  /** The column's track (`8rem`, `minmax(0, 2fr)`); an equal share when left out. */
  width?: string
  /** Numbers stand at the right. */
  number?: boolean
}

export interface Choice<R> {
  key: string
  name: string
  keep: (row: R) => boolean
}

/** Chips side by side, of which one is pressed; none of them keeps all rows. */
export interface Filter<R> {
  /** What is chosen here, read out with the chips. */
  name: string
  choices: readonly Choice<R>[]
}

/** How one row goes before another by this column; what has no value stands last. */
export function inOrder<R>({ value }: Column<R>, down: boolean): (one: R, other: R) => number {
  return (one, other) => {
    const [a, b] = [value(one), value(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    const order = typeof a === 'number' && typeof b === 'number' ? a - b : COLLATOR.compare(String(a), String(b))
    return down ? -order : order
  }
}

const COLLATOR = new Intl.Collator('zh-CN', { numeric: true })
