// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import { mutate } from '../../src/mutations/mutate'
import type { Bodies, Id, MutationName, Rows, Table } from '../../src/rules/wire'
import { cache, outbox } from '../../src/store/db'
import { newDevice, seed } from '../device'
import { golden } from '../golden'

const row = <T extends Table>(table: T) => golden<{ row: Rows[T] }>(`rows/${table}.json`).row
const body = <N extends MutationName>(name: N) => golden<{ body: Bodies[N] }>(`mutations/${name}.json`).body
const make = <N extends MutationName>(name: N, changed: Partial<Bodies[N]> = {}) =>
  mutate(name, { ...body(name), ...changed })

const part_id = row('part').id
const station_id = row('goods_receipt').station_id
const technician_id = row('requisition').technician_id
const [shelves, van] = [`store:${station_id}`, `van:${technician_id}`]
const on = async (location: string) => (await cache().stock.get(`${location}:${part_id}`))?.quantity ?? 0
const asked: Rows['requisition'] = {
  ...row('requisition'),
  state: 'asked',
  lines: [{ part_id, asked: 2, approved: null, issued: 0 }],
  issues: [],
  decided_by: null,
  decided_at: null,
}
const standing = () => cache().requisition.get(asked.id) as Promise<Rows['requisition']>

async function hasFieldsOf<T extends Table>(table: T, id: Id) {
  const written = (await cache().table(table).get(id)) as Rows[T]
  expect(Object.keys(written).sort()).toEqual(Object.keys(row(table)).sort())
  return written
}

beforeEach(async () => {
  await newDevice()
  await seed({
    person: [row('person')],
    stock: [{ ...row('stock'), id: `${shelves}:${part_id}`, location: shelves, quantity: 10 }],
  })
})

describe('a requisition (PART-2)', () => {
  it('is asked for without a signal and has no number yet', async () => {
    await make('requisition.ask')
    const written = await hasFieldsOf('requisition', asked.id)
    expect(written).toMatchObject({ number: null, state: 'asked', technician_id: outbox().user_id })
    expect(written.lines).toEqual([{ part_id, asked: 2, approved: null, issued: 0 }])
  })

  it('is approved for fewer, and handing them over moves them into the van', async () => {
    await seed({ requisition: [asked] })
    await make('requisition.approve')
    expect(await standing()).toMatchObject({ state: 'approved', lines: [{ approved: 1 }] })
    await make('requisition.issue')
    await make('requisition.issue')
    expect(await standing()).toMatchObject({ state: 'issued', lines: [{ issued: 1 }], issues: [{ technician_id }] })
    expect([await on(shelves), await on(van)]).toEqual([9, 1])
  })

  it('takes a part that nobody asked for when it was handed over', async () => {
    await seed({ requisition: [{ ...asked, lines: [] }] })
    await make('requisition.issue')
    expect((await standing()).lines).toEqual([{ part_id, asked: 0, approved: null, issued: 1 }])
  })

  it('is refused once, with its reason, and then stays refused', async () => {
    await seed({ requisition: [asked] })
    await make('requisition.refuse')
    await make('requisition.approve')
    await make('requisition.close')
    expect(await standing()).toMatchObject({ state: 'refused', refusal: body('requisition.refuse').reason })
  })

  it('is closed when nothing more comes', async () => {
    await seed({ requisition: [asked] })
    await make('requisition.close')
    expect(await standing()).toMatchObject({ state: 'closed', closed_by: outbox().user_id })
  })
})

describe('the store', () => {
  it('takes a delivery in once (PART-3)', async () => {
    await make('goods.receive')
    await make('goods.receive')
    await hasFieldsOf('goods_receipt', row('goods_receipt').id)
    expect(await on(shelves)).toBe(20)
  })

  it('takes unused parts back from the van (PART-6)', async () => {
    await make('unused.receive')
    await hasFieldsOf('unused_return', row('unused_return').id)
    expect([await on(shelves), await on(van)]).toEqual([11, -1])
  })

  it('sends parts onto the road, and the other station takes what came (PART-7)', async () => {
    await make('transfer.send')
    expect(await hasFieldsOf('transfer', row('transfer').id)).toMatchObject({ state: 'sent', received: [] })
    expect(await on(shelves)).toBe(7)
    await make('transfer.receive', { lines: [{ part_id, quantity: 2, serials: [], batch: null }] })
    expect(await cache().transfer.get(row('transfer').id)).toMatchObject({ state: 'received' })
    expect(await on(`store:${row('transfer').to_station_id}`)).toBe(2)
  })

  it('books what a count found, beside what moved meanwhile (PART-1)', async () => {
    await make('unused.receive')
    await make('count.record')
    await hasFieldsOf('stock_count', row('stock_count').id)
    expect(await on(shelves)).toBe(10)
  })
})
