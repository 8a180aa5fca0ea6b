// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest'
import { mutate } from '../../src/mutations/mutate'
import type { Bodies, MutationName, Rows, Table } from '../../src/rules/wire'
import { cache, outbox } from '../../src/store/db'
import { newDevice, seed } from '../device'
import { golden } from '../golden'

const row = <T extends Table>(table: T) => golden<{ row: Rows[T] }>(`rows/${table}.json`).row
const body = <N extends MutationName>(name: N) => golden<{ body: Bodies[N] }>(`mutations/${name}.json`).body

const oldPart = row('old_part')
const closing = body('box.close')
const matching = body('old_part.match')
const arrival: Rows['old_part'] = {
  ...oldPart,
  ...{ id: matching.arrival_id, job_id: null, visit_id: null, swap_id: null, tag: null, expected: false },
  ...{ state: 'received', received_at: '2026-11-20T02:05:00.000Z', received_by: 'clerk', shelf: 'Q-04' },
  ...{ holder_kind: 'clerk', holder_id: 'clerk', condition: 'as_described', mismatch: 'no_tag' },
}
const out: Rows['old_part'] = { ...oldPart, received_at: null, received_by: null, state: 'shipped' }

beforeEach(async () => {
  await newDevice()
  await seed({ old_part: [out, arrival], return_manifest: [row('return_manifest')] })
})

describe('guesses of what arrives in the store', () => {
  it('a box that lacks what its slip names says so at once (OLD-3)', async () => {
    await mutate('box.close', { ...closing, took_in: [arrival.id] })
    const closed = (await cache().box_closing.get(closing.closing_id)) as Rows['box_closing']
    expect(Object.keys(closed).sort()).toEqual(Object.keys(row('box_closing')).sort())
    expect(closed).toMatchObject({ missing_ids: [out.id], stray_ids: [arrival.id], closed_by: outbox().user_id })
  })

  it('what came back another way is not missing from its box (OLD-3)', async () => {
    await seed({ old_part: [{ ...out, received_at: '2026-11-20T02:05:00.000Z', state: 'received' }] })
    await mutate('box.close', { ...closing, took_in: [] })
    expect(await cache().box_closing.get(closing.closing_id)).toMatchObject({ missing_ids: [], stray_ids: [] })
  })

  it('an arrival that is matched becomes the old part, with its shelf and its photos (OLD-3)', async () => {
    const photo = { ...row('photo'), visit_id: null, job_id: null, of_id: arrival.id }
    await seed({ photo: [photo] })
    await mutate('old_part.match', matching)
    expect(await cache().old_part.get(out.id)).toMatchObject({ state: 'received', shelf: 'Q-04', tag: out.tag })
    expect(await cache().old_part.get(arrival.id)).toMatchObject({ state: 'matched' })
    expect(await cache().photo.get(photo.id)).toMatchObject({ of_id: out.id })
  })

  it('nothing is matched to what is back already (OLD-3)', async () => {
    const back: Rows['old_part'] = { ...out, received_at: '2026-11-19T02:05:00.000Z', state: 'received', shelf: 'A-01' }
    await seed({ old_part: [back] })
    await mutate('old_part.match', matching)
    expect(await cache().old_part.get(out.id)).toMatchObject({ shelf: 'A-01' })
  })
})
