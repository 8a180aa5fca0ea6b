// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import { mutate } from '../../src/mutations/mutate'
import type { Bodies, MutationName, Rows, Table } from '../../src/rules/wire'
import { cache, outbox } from '../../src/store/db'
import { newDevice, seed } from '../device'
import { golden } from '../golden'

const row = <T extends Table>(table: T) => golden<{ row: Rows[T] }>(`rows/${table}.json`).row
const body = <N extends MutationName>(name: N) => golden<{ body: Bodies[N] }>(`mutations/${name}.json`).body
const make = <N extends MutationName>(name: N, changed: Partial<Bodies[N]> = {}) =>
  mutate(name, { ...body(name), ...changed })

const oldPart = row('old_part')
const now = async () => (await cache().old_part.get(oldPart.id)) as Rows['old_part']
const received = { state: 'received', received_at: '2026-11-20T02:05:00.000Z', holder_kind: 'clerk' } as const

/** A guess writes the very fields that the server's row has. */
async function written<T extends Table>(table: T, id: string): Promise<Rows[T]> {
  const found = (await cache().table(table).get(id)) as Rows[T]
  expect(Object.keys(found).sort()).toEqual(Object.keys(row(table)).sort())
  return found
}

beforeEach(async () => {
  await newDevice()
  await seed({ old_part: [oldPart], swap: [row('swap')] })
})

describe('guesses of custody and write-off', () => {
  it('one half of a hand-over waits and moves nothing (OLD-2)', async () => {
    await seed({ old_part: [{ ...oldPart, holder_id: outbox().user_id }] })
    await make('old_part.hand_over')
    const id = body('old_part.hand_over').hand_over_id
    expect(await written('old_part_hand_over', id)).toMatchObject({ state: 'waiting_for_taker', taken_at: null })
    expect(await now()).toMatchObject({ state: 'with_technician', holder_id: outbox().user_id })
  })

  it('the second half gives the part into the taker’s hands (OLD-2)', async () => {
    const taker_id = outbox().user_id
    const given = { ...row('old_part_hand_over'), taker_id, giver_id: oldPart.holder_id }
    await seed({ old_part_hand_over: [given] })
    await make('old_part.take_over', { giver_id: oldPart.holder_id })
    expect(await written('old_part_hand_over', given.id)).toMatchObject({ state: 'done', taker_id })
    expect(await now()).toMatchObject({ state: 'handed_over', holder_id: taker_id })
  })

  it('taking what was given to somebody else is contradicted and moves nothing (OLD-2)', async () => {
    const given = { ...row('old_part_hand_over'), taker_id: 'somebody else', giver_id: oldPart.holder_id }
    await seed({ old_part_hand_over: [given] })
    await make('old_part.take_over', { giver_id: oldPart.holder_id })
    expect(await cache().old_part_hand_over.get(given.id)).toMatchObject({ state: 'contradicted' })
    expect(await now()).toMatchObject({ holder_id: oldPart.holder_id })
  })

  it('boxes are packed, and a courier has them (OLD-1, OLD-2)', async () => {
    await make('manifest.pack')
    const { manifest_id } = body('manifest.pack')
    expect(await written('return_manifest', manifest_id)).toMatchObject({ state: 'packed', number: null })
    expect(await now()).toMatchObject({ state: 'packed' })
    await make('manifest.ship')
    expect(await cache().return_manifest.get(manifest_id)).toMatchObject({ state: 'shipped' })
    expect(await now()).toMatchObject({ state: 'shipped', holder_kind: 'courier', holder_id: manifest_id })
  })

  it('what was signed for is inspected, stored and disposed of (OLD-3, OLD-5)', async () => {
    await make('old_part.inspect')
    expect(await written('inspection', body('old_part.inspect').inspection_id)).toMatchObject({ liability: 'supplier' })
    expect(await now()).toMatchObject({ state: 'with_technician' })
    await seed({ old_part: [{ ...oldPart, ...received }] })
    await make('old_part.inspect')
    expect(await now()).toMatchObject({ state: 'inspected' })
    await make('old_part.store')
    expect(await now()).toMatchObject({ state: 'stored', shelf: 'Q-04' })
    await make('disposal.record')
    const { disposal_id } = body('disposal.record')
    await written('disposal', disposal_id)
    expect(await now()).toMatchObject({ state: 'disposed', holder_kind: 'disposal', holder_id: disposal_id })
  })

  it('more time is asked for, granted once, and moves the day (OLD-4)', async () => {
    await make('extension.ask')
    const { extension_id } = body('extension.ask')
    expect(await written('extension', extension_id)).toMatchObject({ state: 'asked' })
    expect((await now()).due_on).toBe(oldPart.due_on)
    await make('extension.grant')
    await make('extension.refuse')
    expect(await cache().extension.get(extension_id)).toMatchObject({ state: 'granted' })
    expect((await now()).due_on).toBe(body('extension.ask').due_on)
  })

  it('what is lost is missing and deducted from who took it off (PART-5)', async () => {
    await make('old_part.waive', { reason: 'lost' })
    expect(await written('waiver', body('old_part.waive').swap_id)).toMatchObject({
      deducted_from: row('swap').recorded_by,
    })
    expect(await now()).toMatchObject({ state: 'missing' })
  })

  it('a part is written off once (PART-5)', async () => {
    await make('write_off.close')
    await make('write_off.close', { write_off_id: '019a9c3e-7b10-7000-8000-000000000196' })
    expect(await cache().write_off.count()).toBe(1)
    expect(await written('write_off', body('write_off.close').write_off_id)).toMatchObject({ waived: true })
  })
})
