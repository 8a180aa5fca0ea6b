/** The figures as a manager meets them: counted by the server, kept on the device, honest about what is missing. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { language } from '../../src/parts/words'
import type { Figures } from '../../src/rules/figures'
import type { Id, Person, Station } from '../../src/rules/wire'
import { csvOf } from '../../src/screens/figures/csv'
import Screen from '../../src/screens/figures/figures'
import { cache } from '../../src/store/db'
import { keepFigures, keptFigures } from '../../src/store/figures'
import { holder } from '../../src/store/holder'
import { seed } from '../device'
import { golden } from '../golden'
import { asABrowser, holds, row } from './asked'

const ANSWER = golden<Figures>('protocol/figures_answer.json')
const NAMES = { station: () => '宁波', person: () => '=周海' }

let me: Id
let asked: URL[]
let serverIsThere: boolean

beforeEach(async () => {
  asABrowser()
  language.value = 'zh'
  asked = []
  serverIsThere = true
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(new URL(path, 'http://localhost'))
    if (!serverIsThere) throw new TypeError('no network')
    return new Response(JSON.stringify(ANSWER), { headers: { 'Content-Type': 'application/json' } })
  })
  me = await holds(['manager'])
  if (holder.value) holder.value = { ...holder.value, person: { ...holder.value.person, station_id: null } }
  const zhou = {
    ...row<Person>('person'),
    id: '019a9c3e-7b10-7000-8000-000000000011',
    name: '周海',
    roles: ['technician'],
  }
  const ningbo = { ...row<Station>('station'), id: '019a9c3e-7b10-7000-8000-000000000001', name: '宁波服务站' }
  await seed({ person: [zhou], station: [ningbo] })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const tile = (name: string) =>
  screen
    .getAllByText(name)
    .map((one) => one.closest('li'))
    .find((one) => one !== null) as HTMLElement

test('KPI-1: a figure stands with its goal, whether it is reached in words, and its change', async () => {
  render(<Screen />)
  await screen.findByText('93.1')
  expect(tile('及时').textContent).toContain('达到目标 ≥ 90')
  expect(tile('及时').textContent).toContain('比上期 +1.2')
  expect(tile('旧件按时回').textContent).toContain('没达到目标 ≥ 85')
})

test('KPI-1: what nobody records is said to be so, and what had no case is not nought', async () => {
  render(<Screen />)
  await screen.findByText('93.1')
  expect(tile('服务引起的投诉').textContent).toContain('还没有记录')
  expect(tile('账物一致').textContent).toContain('这段没有')
  expect(tile('账物一致').textContent).not.toContain('0 %')
})

test('without a network the last answer is there, with its time', async () => {
  await keepFigures(me, 'quarter now * * *', ANSWER)
  serverIsThere = false
  render(<Screen />)
  expect(await screen.findByText('93.1')).toBeTruthy()
  expect(screen.getByText(/^截至 11-19/)).toBeTruthy()
})

test('without a network and without an answer it says what makes one appear', async () => {
  serverIsThere = false
  render(<Screen />)
  expect(await screen.findByText('这一段还没在本机上')).toBeTruthy()
})

test('KPI-1: period, station, technician and fault class are asked of the server', async () => {
  render(<Screen />)
  await screen.findByText('93.1')
  fireEvent.click(screen.getByRole('button', { name: '年' }))
  fireEvent.change(screen.getByRole('combobox', { name: '服务站' }), {
    target: { value: '019a9c3e-7b10-7000-8000-000000000001' },
  })
  fireEvent.change(screen.getByRole('combobox', { name: '故障类别' }), { target: { value: 'engine' } })
  await waitFor(() => expect(asked.at(-1)?.searchParams.get('fault_class')).toBe('engine'))
  const last = asked.at(-1)?.searchParams
  expect(last?.get('from')).toMatch(/^\d{4}-01-01$/)
  expect(last?.get('station_id')).toBe('019a9c3e-7b10-7000-8000-000000000001')
})

test('a manager of one station is not asked which', async () => {
  if (holder.value) holder.value = { ...holder.value, person: { ...holder.value.person, station_id: 's1' } }
  render(<Screen />)
  await screen.findByText('93.1')
  expect(screen.queryByRole('combobox', { name: '服务站' })).toBeNull()
  expect(asked.at(-1)?.searchParams.get('station_id')).toBe('s1')
})

test('each plot has its facts as a table, a week without a job among them', async () => {
  render(<Screen />)
  const table = await screen.findByRole('table', { name: '及时率，按周', hidden: true })
  const rows = within(table)
    .getAllByRole('row', { hidden: true })
    .map((one) => one.textContent)
  expect(rows).toEqual(['周及时任务', 'W4588.2 %34', 'W46–0', 'W4795 %20'])
  expect(screen.getByRole('img', { name: /^及时率，按周 每周及时率在 88.2% 到 95% 之间/ })).toBeTruthy()
})

test('OLD-4: what is out stands by days, and what waits for a person by how long', async () => {
  render(<Screen />)
  const table = await screen.findByRole('table', { name: '还没回来的旧件', hidden: true })
  expect(within(table).getAllByRole('row', { hidden: true }).at(-1)?.textContent).toBe('宁波1463225')
  expect(screen.getByText(/25 件，¥84/)).toBeTruthy()
  expect(screen.getByRole('link', { name: '去处理' })).toBeTruthy()
})

test('the table is a file that a spreadsheet reads, and a name that looks like a formula is none', () => {
  const text = csvOf(ANSWER, NAMES)
  expect(text.startsWith('\uFEFF范围,数字,计入,总数,百分比,目标,上期百分比\r\n')).toBe(true)
  expect(text).toContain('全部,及时,379,407,93.1,90,91.9')
  expect(text).toContain("'=周海,及时,3,4,75")
  expect(text).not.toContain('服务引起的投诉')
})

test('the device keeps the newest answers of whoever holds it, and of nobody else', async () => {
  const at = (second: number) => ({ ...ANSWER, as_of: new Date(second * 1000).toISOString() })
  for (let second = 1; second <= 26; second += 1) await keepFigures(me, `question ${second}`, at(second))
  expect(await cache().figures.count()).toBe(24)
  expect(await keptFigures('question 2')).toBeNull()
  await keepFigures('somebody else', 'quarter', ANSWER)
  expect(await keptFigures('quarter')).toBeNull()
})
