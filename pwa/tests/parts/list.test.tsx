/** A list of any length: what is searched, chosen, walked by keyboard and saved. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Column, type Filter, List } from '../../src/parts/list'
import { path } from '../../src/parts/route'
import { language } from '../../src/parts/words'

interface Piece {
  id: string
  name: string
  plate: string | null
  days: number
}

const COLUMNS: readonly Column<Piece>[] = [
  { name: 'Part', place: 'title', value: ({ name }) => name },
  { name: 'Plate', place: 'second', value: ({ plate }) => plate },
  { name: 'Days', place: 'side', value: ({ days }) => days, number: true },
]
const FILTERS: readonly Filter<Piece>[] = [
  {
    name: 'Age',
    choices: [
      { key: 'young', name: 'Young', keep: ({ days }) => days <= 7 },
      { key: 'old', name: 'Old', keep: ({ days }) => days > 7 },
    ],
  },
]

const piece = (n: number): Piece => ({
  id: `p${n}`,
  name: `Part ${n}`,
  plate: n % 2 ? `粤B·${20000 + n}` : null,
  days: n,
})
const pieces = (count: number) => Array.from({ length: count }, (_, n) => piece(n))

let listed = 0
function show(count: number, more: Partial<Parameters<typeof List<Piece>>[0]> = {}) {
  // What was asked is remembered by name: each test has a list of its own.
  listed += 1
  return render(
    <List
      name={`Pieces ${listed}`}
      rows={pieces(count)}
      columns={COLUMNS}
      idOf={({ id }) => id}
      filters={FILTERS}
      empty={<p>Nothing came yet</p>}
      {...more}
    />,
  )
}
const drawnRows = () => screen.getAllByRole('row').slice(1)
const search = () => screen.getByRole('searchbox')

beforeEach(() => {
  language.value = 'en'
  vi.stubGlobal('scrollBy', (_x: number, y: number) => scrollTo(0, window.scrollY + y))
})
afterEach(cleanup)

test('of fifty thousand rows only those in sight are drawn, and all are counted', () => {
  show(50_000)
  expect(drawnRows().length).toBeLessThan(100)
  expect(screen.getByText('50000 lines')).toBeTruthy()
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('50001')
})

test('a search looks through all rows, without case, spaces and the dots of a number plate', () => {
  show(3000)
  fireEvent.input(search(), { target: { value: '粤b22 999' } })
  expect(screen.getByText('1 of 3000 lines')).toBeTruthy()
  fireEvent.input(search(), { target: { value: '粤b22999' } })
  expect(drawnRows().map(({ textContent }) => textContent)).toEqual(['Part 2999粤B·229992999'])
})

test('a chip keeps its rows, says how many they are, and lets go when pressed again', () => {
  show(20)
  const old = screen.getByRole('button', { name: 'Old 12' })
  fireEvent.click(old)
  expect(drawnRows()).toHaveLength(12)
  fireEvent.click(old)
  expect(drawnRows()).toHaveLength(20)
})

test('what was asked of a list is still asked when a person comes back to it', () => {
  const rows = pieces(20)
  const again = <List name="Kept" rows={rows} columns={COLUMNS} idOf={({ id }) => id} filters={FILTERS} empty={null} />
  const { unmount } = render(again)
  fireEvent.input(search(), { target: { value: 'part 1' } })
  unmount()
  render(again)
  expect((search() as HTMLInputElement).value).toBe('part 1')
  expect(drawnRows()).toHaveLength(11)
})

test('when nothing matches, one button shows all rows again', () => {
  show(20)
  fireEvent.input(search(), { target: { value: 'no such thing' } })
  fireEvent.click(screen.getByRole('button', { name: 'Show all again' }))
  expect(drawnRows()).toHaveLength(20)
})

test('without any rows the list says what would be here', () => {
  show(0)
  expect(screen.getByText('Nothing came yet')).toBeTruthy()
  expect(screen.queryByRole('grid')).toBeNull()
})

test('a heading sorts by its values, numbers as numbers, and turns round when pressed again', () => {
  show(12)
  const heading = screen.getByRole('button', { name: 'Days' })
  fireEvent.click(heading)
  fireEvent.click(heading)
  expect(drawnRows()[0]?.textContent).toContain('Part 11')
  expect(screen.getByRole('columnheader', { name: 'Days' }).getAttribute('aria-sort')).toBe('descending')
})

test('rows without a value stand last, whichever way the list is sorted', () => {
  show(4)
  const heading = screen.getByRole('button', { name: 'Plate' })
  fireEvent.click(heading)
  expect(drawnRows().map((row) => row.textContent)).toEqual([
    'Part 1粤B·200011',
    'Part 3粤B·200033',
    'Part 00',
    'Part 22',
  ])
  fireEvent.click(heading)
  expect(drawnRows().map((row) => row.textContent)).toEqual([
    'Part 3粤B·200033',
    'Part 1粤B·200011',
    'Part 00',
    'Part 22',
  ])
})

test('the arrows walk the rows, Enter opens one, and slash leads back to the search', () => {
  const opened = vi.fn()
  show(30, { onOpen: ({ id }) => opened(id) })
  fireEvent.keyDown(search(), { key: 'ArrowDown' })
  expect(document.activeElement).toBe(drawnRows()[0])
  fireEvent.keyDown(document.activeElement ?? document, { key: 'ArrowDown' })
  fireEvent.keyDown(document.activeElement ?? document, { key: 'Enter' })
  expect(opened).toHaveBeenCalledWith('p1')
  fireEvent.keyDown(document.activeElement ?? document, { key: '/' })
  expect(document.activeElement).toBe(search())
})

test.each(['a button', 'a link'])('a row that comes under the finger is not the one that opens: %s', (what) => {
  const opened: string[] = []
  const how =
    what === 'a link'
      ? { href: ({ id }: Piece) => `/piece/${id}` }
      : { onOpen: ({ id }: Piece) => void opened.push(`/piece/${id}`) }
  const list = (rows: readonly Piece[]) => (
    <List
      name={`Under the finger: ${what}`}
      rows={rows}
      columns={COLUMNS}
      idOf={({ id }) => id}
      empty={null}
      {...how}
    />
  )
  const { rerender, container } = render(list([piece(1), piece(2)]))
  const press = () => container.querySelector('.opens') as HTMLElement
  const openedLast = () => (what === 'a link' ? path.value : opened.at(-1))

  fireEvent.pointerDown(press())
  rerender(list([piece(0), piece(1), piece(2)]))
  fireEvent.click(press(), { detail: 1 })
  expect(openedLast()).toBe('/piece/p1')
})

test('space selects, shift and an arrow add a range, and the actions get the selected rows', () => {
  const acted = vi.fn()
  show(30, {
    actions: (chosen, done) => (
      <button
        type="button"
        onClick={() => {
          acted(chosen.map(({ id }) => id))
          done()
        }}
      >
        Store
      </button>
    ),
  })
  fireEvent.keyDown(search(), { key: 'ArrowDown' })
  const press = (key: string, shiftKey = false) =>
    fireEvent.keyDown(document.activeElement ?? document, { key, shiftKey })
  press('ArrowDown')
  press(' ')
  press('ArrowDown', true)
  expect(screen.getByText('2 selected')).toBeTruthy()
  fireEvent.click(within(screen.getByRole('group', { name: 'With what is selected' })).getByText('Store'))
  expect(acted).toHaveBeenCalledWith(['p1', 'p2'])
  expect(screen.queryByText('2 selected')).toBeNull()
})

test('what is selected and then searched away is not acted on', () => {
  show(30, { actions: (chosen) => <p>{chosen.map(({ id }) => id).join()}</p> })
  fireEvent.click(screen.getByRole('checkbox', { name: 'Select Part 3' }))
  fireEvent.click(screen.getByRole('checkbox', { name: 'Select Part 12' }))
  fireEvent.input(search(), { target: { value: 'part 1' } })
  expect(screen.getByText('p12')).toBeTruthy()
})

test('all that is shown is selected at once, also what is not drawn', () => {
  show(500, { actions: (chosen) => <p>{`first ${chosen[0]?.id} last ${chosen.at(-1)?.id}`}</p> })
  fireEvent.click(screen.getByRole('checkbox', { name: 'Select Part 3' }))
  fireEvent.click(screen.getByRole('button', { name: 'Select all 500' }))
  expect(screen.getByText('first p0 last p499')).toBeTruthy()
})
