/** An exception goes to somebody with words, and comes back with an answer. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import type { Discrepancy, Id, Person } from '../../src/rules/wire'
import Asked from '../../src/screens/office/asked'
import { DiscrepancyCase } from '../../src/screens/office/discrepancy_case'
import { seed } from '../device'
import { row } from '../screens/asked'
import { deciding, nothingRecorded, press, recorded, technician, write } from './decisions'

const discrepancy: Discrepancy = { ...row<Discrepancy>('discrepancy'), station_id: technician.station_id ?? '' }
const clerk: Person = { ...technician, id: '019a9c3e-7b10-7000-8000-0000000000c1', name: '林素', roles: ['clerk'] }
const ignore = () => undefined

afterEach(cleanup)

const withCase = async (changes: Partial<Discrepancy> = {}) =>
  seed({
    person: [clerk],
    swap: [row<object>('swap')],
    discrepancy: [{ ...discrepancy, raised_by: technician.id, ...changes }],
  })

test('an exception says whose it is and what is left of its days', async () => {
  await deciding()
  await withCase({ opened_at: new Date().toISOString() })
  render(<DiscrepancyCase id={discrepancy.id} onBack={ignore} />)
  const owned = await screen.findByText(/归你处理/)
  expect(owned.textContent).toMatch(/天|小时|min|h/)
})

test('the technician is asked in a tap, with words that can be changed', async () => {
  await deciding()
  await withCase()
  render(<DiscrepancyCase id={discrepancy.id} onBack={ignore} />)
  await press('问周海')
  await press('转出去')
  const body = { discrepancy_id: discrepancy.id, to: technician.id, note: '这件事是怎么回事？回我一句。' }
  expect(await recorded(1)).toEqual([['discrepancy.pass_on', body]])
})

test('passing on needs a person and words; a count goes to the store', async () => {
  await deciding()
  await withCase()
  render(<DiscrepancyCase id={discrepancy.id} onBack={ignore} />)
  await press('转给别人')
  await press('转出去')
  expect(screen.getByText('选一个人，写一句要做什么。')).toBeTruthy()
  await nothingRecorded()
  await press('先不转')
  await press('请人盘点')
  fireEvent.change(screen.getByRole('combobox', { name: '转给' }), { target: { value: clerk.id } })
  await press('转出去')
  const [[name, body] = []] = await recorded(1)
  expect([name, body]).toEqual(['discrepancy.pass_on', expect.objectContaining({ to: clerk.id })])
})

test('who was asked reads the question, answers whoever asked, and is asked no more', async () => {
  const me: Id = await deciding(['technician'])
  const asked = { by: clerk.id, to: me, at: '2026-11-19T08:00:00.000Z', note: '这件从哪来的？' }
  await withCase({ owner_id: me, passes: [asked] })
  render(<Asked />)
  expect(await screen.findByText(/这件从哪来的？/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: '请人盘点' })).toBeNull()
  await press('回给林素')
  expect(screen.getByText('写一句再回。')).toBeTruthy()
  await nothingRecorded()
  await write('你的回答', '吴越当面给的')
  await press('回给林素')
  const body = { discrepancy_id: discrepancy.id, to: clerk.id, note: '吴越当面给的' }
  expect(await recorded(1)).toEqual([['discrepancy.pass_on', body]])
  expect(await screen.findByText('没有人问你')).toBeTruthy()
})
