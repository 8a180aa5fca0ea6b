// @vitest-environment node
import { expect, it } from 'vitest'
import { uuid7 } from '../../src/rules/ids'

it('ids are UUIDv7 in the order of their making', () => {
  const ids = [1, 2, 1_800_000_000_000, 1_800_000_000_001].map((now) => uuid7(now))
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect([...ids].sort()).toEqual(ids)
})
