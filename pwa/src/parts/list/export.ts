/** What a list shows, as a file that a spreadsheet opens. */
import type { Column, Value } from './column'

export type FileKind = 'csv' | 'xlsx'

const CSV = 'text/csv;charset=utf-8'

/**
 * Return the text of a CSV file: a byte-order mark, so that Excel reads UTF-8, and lines as RFC 4180 has them. A text that
 * begins like a formula is given an apostrophe, so that no spreadsheet runs it.
 */
export function csvOf<R>(rows: readonly R[], columns: readonly Column<R>[]): string {
  const lines = [
    columns.map(({ name }) => csvCell(name)),
    ...rows.map((row) => columns.map((c) => csvCell(c.value(row)))),
  ]
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`
}

function csvCell(value: Value): string {
  if (value === null) return ''
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Return the workbook; texts are stored as texts, so none of them can be a formula. */
export async function workbookOf<R>(rows: readonly R[], columns: readonly Column<R>[], sheet: string): Promise<Blob> {
  const { default: write } = await import('write-excel-file/browser')
  const data = [
    columns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => columns.map((column) => bookCell(column.value(row)))),
  ]
  const widths = columns.map(({ number }) => ({ width: number ? 12 : 24 }))
  return write(data, { sheet: sheetName(sheet), columns: widths, stickyRowsCount: 1 }).toBlob()
}

function bookCell(value: Value) {
  if (value === null || value === '') return null
  return typeof value === 'number' ? { value, type: Number } : { value, type: String }
}

/** Excel allows 31 characters and none of these in the name of a sheet. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)

/** Hand the rows to the person as a file named `name`. */
export async function saveRows<R>(kind: FileKind, rows: readonly R[], columns: readonly Column<R>[], name: string) {
  const blob = kind === 'csv' ? new Blob([csvOf(rows, columns)], { type: CSV }) : await workbookOf(rows, columns, name)
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.${kind}`
  link.click()
  // The browser reads the file after the click has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
