import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BatchHold, Bodies, MutationName, Part, Person, Requisition, Station, Stock } from '../../src/rules/wire'
import Count from '../../src/screens/stock/count'
import Goods from '../../src/screens/stock/goods'
import Issue from '../../src/screens/stock/issue'
import PartCard from '../../src/screens/stock/part_card'
import { cache, outbox } from '../../src/store/db'
import { loadDrafts } from '../../src/store/drafts'
import { newDevice, seed } from '../device'
import { golden } from '../golden'

const part = golden<{ row: Part }>('rows/part.json').row
const station = golden<{ row: Station }>('rows/station.json').row
const person = golden<{ row: Person }>('rows/person.json').row
const hold = golden<{ row: BatchHold }>('rows/batch_hold.json').row
const asked = golden<{ row: Requisition }>('rows/requisition.json').row
const shelves = `store:${station.id}`
const stock: Stock = {
  id: `${shelves}:${part.id}`,
  station_id: station.id,
  location: shelves,
  part_id: part.id,
  quantity: 58,
}
const requisition: Requisition = {
  ...asked,
  station_id: station.id,
  state: 'approved',
  lines: [{ part_id: part.id, asked: 2, approved: 2, issued: 0 }],
  issues: [],
}

beforeEach(async () => {
  const me = await newDevice()
  await loadDrafts()
  await seed({
    part: [part],
    station: [station],
    stock: [stock],
    requisition: [requisition],
    person: [person, { ...person, id: me, name: '林素', roles: ['clerk'], station_id: station.id }],
  })
})
afterEach(cleanup)

const box = () => screen.findByRole('textbox', { name: '扫件号，或者输件号、名称' })
async function scan(text: string): Promise<void> {
  fireEvent.input(await box(), { target: { value: text } })
  fireEvent.keyDown(await box(), { key: 'Enter' })
}
async function recorded<N extends MutationName>(name: N): Promise<Bodies[N]> {
  const kept = await waitFor(async () => {
    const found = (await outbox().all()).find(({ envelope }) => envelope.name === name)
    expect(found).toBeTruthy()
    return found
  })
  return JSON.parse(kept?.envelope.body ?? '{}') as Bodies[N]
}

describe('issuing', () => {
  beforeEach(() => {
    render(<Issue params={{ id: requisition.id }} />)
  })

  it('hands over what was scanned, with its serial number, and the books follow (PART-2)', async () => {
    await scan(part.part_no)
    await screen.findByRole('button', { name: '发出 1 件' })
    await scan('AC2511-0342')
    await screen.findByDisplayValue('AC2511-0342')
    fireEvent.input(screen.getByRole('combobox', { name: `${part.name}批号` }), { target: { value: '2511' } })
    fireEvent.click(screen.getByRole('button', { name: '发出 1 件' }))
    const body = await recorded('requisition.issue')
    expect(body.lines).toEqual([{ part_id: part.id, batch: '2511', quantity: 1, serials: ['AC2511-0342'] }])
    await waitFor(async () => expect((await cache().stock.get(stock.id))?.quantity).toBe(57))
    expect((await cache().stock_trail.get(stock.id))?.steps[0]).toMatchObject({ quantity: -1, batch: '2511' })
  })

  it('says that a batch is on hold before it is handed over (PART-9)', async () => {
    await seed({ batch_hold: [hold] })
    fireEvent.click(await screen.findByRole('button', { name: '全部照批的发' }))
    expect(screen.queryByText(`${part.name}停用了，别发`)).toBeNull()
    fireEvent.input(screen.getByRole('combobox', { name: `${part.name}批号` }), { target: { value: hold.batch } })
    expect(await screen.findByText(`${part.name}停用了，别发`)).toBeTruthy()
  })

  it('says that more than approved, or more than the books have, is recorded and shown (PART-2)', async () => {
    const quantity = await screen.findByRole('textbox', { name: `${part.name}数量` })
    fireEvent.input(quantity, { target: { value: '90' } })
    expect(await screen.findByText(/比批的多/)).toBeTruthy()
    expect(screen.getByText(/账上不够/)).toBeTruthy()
  })
})

describe('a count', () => {
  it('is blind until it is closed; then each difference has its reason (PART-1)', async () => {
    render(<Count />)
    await scan(part.part_no)
    const quantity = await screen.findByRole('textbox', { name: `${part.name}数量` })
    fireEvent.input(quantity, { target: { value: '57' } })
    expect(document.body.textContent).not.toContain('58')
    fireEvent.click(screen.getByRole('button', { name: '合上，看和账差多少' }))
    expect(await screen.findByText('少 1')).toBeTruthy()
    fireEvent.change(screen.getByRole('combobox', { name: `${part.name}的原因` }), { target: { value: 'lost' } })
    fireEvent.click(screen.getByRole('button', { name: '记下差异，改账' }))
    const body = await recorded('count.record')
    expect(body).toMatchObject({
      location: shelves,
      lines: [{ part_id: part.id, counted: 57, expected: 58, reason: 'lost' }],
    })
    await waitFor(async () => expect((await cache().stock.get(stock.id))?.quantity).toBe(57))
  })
})

describe('a delivery', () => {
  it('says what differs from the delivery note, and is taken in as it came (PART-3)', async () => {
    render(<Goods />)
    await scan(part.part_no)
    const line = within(await screen.findByRole('list', { name: '到货的备件' }))
    fireEvent.input(await line.findByRole('textbox', { name: '送货单上写' }), { target: { value: '2' } })
    expect(await screen.findByText(/单上 2，实到 1，差 -1/)).toBeTruthy()
    fireEvent.click(line.getByRole('button', { name: '碰坏' }))
    fireEvent.input(screen.getByRole('textbox', { name: '供应商' }), { target: { value: '恒川' } })
    fireEvent.click(screen.getByRole('button', { name: '收下 1 件，开接收单' }))
    const body = await recorded('goods.receive')
    expect(body).toMatchObject({
      station_id: station.id,
      supplier: '恒川',
      lines: [{ part_id: part.id, quantity: 1, announced: 2, condition: 'damaged', batch: null }],
    })
  })
})

describe('the card of a part', () => {
  it('tells a movement between two places once, as the shelves see it (PART-1)', async () => {
    const van = `van:${person.id}`
    const step = { mutation_id: 'm', line: 1, at: '2026-11-19T05:22:00.000Z', by: person.id, batch: null }
    const told = { ...step, document_table: 'requisition', document_id: requisition.id }
    const trail = { station_id: station.id, part_id: part.id }
    await seed({
      stock_trail: [
        { ...trail, id: `${van}:${part.id}`, location: van, steps: [{ ...told, other: shelves, quantity: 2 }] },
        { ...trail, id: stock.id, location: shelves, steps: [{ ...told, other: van, quantity: -2 }] },
      ],
    })
    render(<PartCard params={{ id: part.id }} />)
    expect(await screen.findAllByText('发料')).toHaveLength(1)
    expect(screen.getByText('−2')).toBeTruthy()
  })
})
