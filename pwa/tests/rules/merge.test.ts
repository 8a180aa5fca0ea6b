// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge } from '../../src/rules/merge'

interface Typed {
  account: string | null
  told_km: number | null
}
const shown: Typed = { account: 'oil', told_km: null }

describe('three-way merge', () => {
  it('takes a change whose value was not touched meanwhile', () => {
    expect(merge(shown, { told_km: { from: null, to: 182_000 } })).toEqual({
      row: { account: 'oil', told_km: 182_000 },
      disputed: [],
    })
  })

  it('keeps the earlier value in force when both changed the same field', () => {
    expect(merge(shown, { account: { from: 'water', to: 'air' } })).toEqual({ row: shown, disputed: ['account'] })
  })

  it('changes nothing when the value is there already', () => {
    expect(merge(shown, { account: { from: null, to: 'oil' } })).toEqual({ row: shown, disputed: [] })
  })

  const typed = fc.record({ account: fc.option(fc.string()), told_km: fc.option(fc.nat()) })
  it('brings what was shown to what was typed, once and again', () => {
    fc.assert(
      fc.property(typed, typed, (before, after) => {
        const { account, told_km } = before
        const changes = { account: { from: account, to: after.account }, told_km: { from: told_km, to: after.told_km } }
        const once = merge(before, changes).row
        expect(once).toEqual(after)
        expect(merge(once, changes)).toEqual({ row: after, disputed: [] })
      }),
    )
  })
})
