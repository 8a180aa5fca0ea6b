import { expect, it } from 'vitest'
import { holdOf } from '../../src/rules/batch_holds'
import type { BatchHold } from '../../src/rules/wire'
import { golden } from '../golden'

const one = golden<{ row: BatchHold }>('rows/batch_hold.json').row
const all = { ...one, id: 'all', batch: null }
const lifted = { ...all, lifted_at: one.placed_at }

it.each([
  ['its batch', [one], one.batch, one],
  ['no other batch', [one], '9999', null],
  ['nothing sure where the batch is not known', [one], null, null],
  ['every batch when it is of all', [all], '9999', all],
  ['nothing once it is lifted', [lifted], one.batch, null],
])('a hold covers %s (PART-9)', (_, holds, batch, found) => {
  expect(holdOf(holds, one.part_id, batch)).toBe(found)
  expect(holdOf(holds, 'another part', batch)).toBeNull()
})
