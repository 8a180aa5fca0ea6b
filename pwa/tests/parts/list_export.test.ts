/** What a list shows, as a file: whole, readable by Excel, and never a formula. */
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Column, Value } from '../../src/parts/list'
import { csvOf, workbookOf } from '../../src/parts/list/export'

type Line = readonly [Value, Value]
const COLUMNS: readonly Column<Line>[] = [
  { name: '件号', place: 'title', value: ([text]) => text },
  { name: 'On hand', place: 'side', value: ([, number]) => number, number: true },
]

test('a CSV file begins with a byte-order mark and ends each line as RFC 4180 has it', () => {
  expect(csvOf([['发动机', 3]], COLUMNS)).toBe('\uFEFF件号,On hand\r\n发动机,3\r\n')
})

test('commas, quotes and line ends stay inside of their cell', () => {
  expect(csvOf([['a,"b"\nc', null]], COLUMNS)).toBe('\uFEFF件号,On hand\r\n"a,""b""\nc",\r\n')
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('a text that begins as %j is no formula', (text) => {
  const cell = csvOf([[text, null]], COLUMNS).split('\r\n')[1] ?? ''
  expect(cell.replace(/^"/, '').startsWith("'")).toBe(true)
})

test('a number below zero stays a number', () => {
  expect(csvOf([['a', -3]], COLUMNS)).toContain('a,-3\r\n')
})

test('a workbook holds texts as texts and numbers as numbers', async () => {
  const book = await workbookOf([['=HYPERLINK("http://x")', -3]], COLUMNS, 'Parts: [all]/of*them?')
  const files = unzipSync(new Uint8Array(await book.arrayBuffer()))
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).not.toContain('<f>')
  expect(sheet).toContain('<v>-3</v>')
  expect(strFromU8(files['xl/workbook.xml'] ?? new Uint8Array())).toContain('name="Parts   all  of them "')
})
