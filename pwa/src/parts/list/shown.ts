/** Which rows stay when something is searched, chosen or sorted; quick for 50,000 of them. */
import type { Column, Filter } from './column'
import { inOrder } from './column'

/** What a person asked of a list. */
export interface Asked {
  search: string
  /** The pressed chip of each filter, by the filter's name. */
  chosen: Readonly<Record<string, string>>
  sort: { column: string; down: boolean } | null
}

export const NOTHING_ASKED: Asked = { search: '', chosen: {}, sort: null }

/** Letters and digits as they are compared: without case, spaces and the dots and dashes of numbers. */
export const plain = (text: string): string => text.toLowerCase().replace(/[\s·.\-_/—()（）]/g, '')

/** Every row as one text to search in, made once for each list of rows. */
export const folded = <R>(rows: readonly R[], textOf: (row: R) => readonly (string | null)[]): string[] =>
  rows.map((row) =>
    textOf(row)
      .map((text) => plain(text ?? ''))
      .join('\n'),
  )

/** The rows that a chip of each filter keeps and whose text holds each searched word. */
export function keptRows<R>(
  rows: readonly R[],
  texts: readonly string[],
  filters: readonly Filter<R>[],
  asked: Pick<Asked, 'search' | 'chosen'>,
): readonly R[] {
  const words = asked.search.split(/\s+/).map(plain).filter(Boolean)
  const keeps = filters.flatMap(({ name, choices }) => choices.filter(({ key }) => key === asked.chosen[name]))
  if (words.length === 0 && keeps.length === 0) return rows
  return rows.filter(
    (row, place) => words.every((word) => texts[place]?.includes(word)) && keeps.every(({ keep }) => keep(row)),
  )
}

export function sortedRows<R>(rows: readonly R[], columns: readonly Column<R>[], sort: Asked['sort']): readonly R[] {
  const column = sort && columns.find(({ name }) => name === sort.column)
  return column ? rows.toSorted(inOrder(column, sort.down)) : rows
}
