import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type {
  BatchHold,
  Bodies,
  Id,
  MutationName,
  Part,
  Person,
  Requisition,
  Role,
  Station,
  Stock,
  Transfer,
} from '../../src/rules/wire'
import Arrival from '../../src/screens/stock/arrival'
import Count from '../../src/screens/stock/count'
import Goods from '../../src/screens/stock/goods'
import Issue from '../../src/screens/stock/issue'
import PartCard from '../../src/screens/stock/part_card'
import { cache, holderId, outbox } from '../../src/store/db'
import { loadDrafts } from '../../src/store/drafts'
import { holder } from '../../src/store/holder'
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
afterEach(() => {
  cleanup()
  holder.value = null
})

const box = () => screen.findByRole('textbox', { name: '扫或输件号' })
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

/** The holder has this role. */
async function holdTheDevice(role: Role): Promise<Id> {
  const user_id = holderId()
  const of = { id: user_id, name: '林素', roles: [role], station_id: station.id, language: 'zh' }
  holder.value = { user_id, login: 'lin.su', device_id: user_id, person: of }
  await seed({ person: [{ ...person, ...of }] })
  return user_id
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

describe('a transfer that arrives', () => {
  const sent: Transfer = {
    ...golden<{ row: Transfer }>('rows/transfer.json').row,
    state: 'sent',
    from_station_id: 'another station',
    to_station_id: station.id,
    to_technician_id: null,
    sent: [{ part_id: part.id, quantity: 3, serials: [], batch: '2511' }],
    received: [],
    received_at: null,
  }

  it('is counted blind, and says afterwards what differs (PART-7)', async () => {
    await holdTheDevice('clerk')
    await seed({ transfer: [sent] })
    render(<Arrival params={{ id: sent.id }} />)
    await scan(part.part_no)
    await screen.findByRole('button', { name: '收下 1 件' })
    expect(screen.queryByText('2511')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '收下 1 件' }))
    expect(await recorded('transfer.receive')).toMatchObject({ station_id: station.id, technician_id: null })
    expect(await screen.findByText('和发的有差，主管来定')).toBeTruthy()
    expect((await cache().stock.get(stock.id))?.quantity).toBe(59)
  })

  it('to a van is taken in by its technician and not by the clerk (PART-7)', async () => {
    const me = await holdTheDevice('technician')
    await seed({ transfer: [{ ...sent, to_technician_id: me }] })
    render(<Arrival params={{ id: sent.id }} />)
    await scan(part.part_no)
    fireEvent.click(await screen.findByRole('button', { name: '收下 1 件' }))
    expect(await recorded('transfer.receive')).toMatchObject({ technician_id: me })
    await waitFor(async () => expect((await cache().stock.get(`van:${me}:${part.id}`))?.quantity).toBe(1))
    cleanup()
    await holdTheDevice('clerk')
    await seed({ transfer: [{ ...sent, to_technician_id: person.id }] })
    render(<Arrival params={{ id: sent.id }} />)
    expect(await screen.findByText('在路上，对方还没收')).toBeTruthy()
  })
})

describe('a hold', () => {
  it('is placed by a manager with its reason, and names who still has the batch (PART-9)', async () => {
    await holdTheDevice('manager')
    await seed({
      stock_batch: [
        { id: 'b', station_id: station.id, location: shelves, part_id: part.id, batch: '2511', quantity: 4 },
      ],
    })
    render(<PartCard params={{ id: part.id }} />)
    fireEvent.click(await screen.findByRole('button', { name: '停用一批' }))
    fireEvent.input(screen.getByRole('textbox', { name: '原因，大家都看得到' }), { target: { value: '异响' } })
    fireEvent.click(screen.getByRole('button', { name: '停用' }))
    expect(await recorded('batch_hold.place')).toMatchObject({ part_id: part.id, batch: '2511', reason: '异响' })
    expect(await screen.findByText('批号 2511 停用')).toBeTruthy()
    expect(screen.getByText(/还在：.*4/)).toBeTruthy()
  })

  it('is not offered to a clerk (PART-9)', async () => {
    await holdTheDevice('clerk')
    render(<PartCard params={{ id: part.id }} />)
    await screen.findByText(part.name)
    expect(screen.queryByRole('button', { name: '停用一批' })).toBeNull()
  })
})
