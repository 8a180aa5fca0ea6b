// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { merge } from '../../src/rules/merge'
import type { Json } from '../../src/rules/wire'
import { golden } from '../golden'

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

describe('the same verdict on every device', () => {
  interface Case {
    says: string
    stored: Record<string, Json>
    changes: Record<string, { from: Json; to: Json }>
    after: Record<string, Json>
    disputed: string[]
  }
  it.each(golden<{ cases: Case[] }>('merge.json').cases)('$says', ({ stored, changes, after, disputed }) => {
    expect(merge<Record<string, Json>>(stored, changes)).toEqual({ row: after, disputed })
  })

  const value = fc.oneof(fc.constant(null), fc.nat(3), fc.constantFrom('a', 'b'), fc.boolean())
  const edit = fc.record({ from: value, to: value })
  type Edits = (readonly [name: string, { from: Json; to: Json }])[]
  const play = (edits: Edits) => {
    let row: Record<string, Json> = {}
    const disputes: [string, Json, Json][] = []
    for (const [name, change] of edits) {
      const merged = merge<Record<string, Json>>(row, { [name]: change })
      for (const field of merged.disputed) disputes.push([String(field), row[field] ?? null, change.to])
      row = merged.row
    }
    return { row, disputes }
  }

  it('what becomes of a field does not depend on how unrelated edits arrive', () => {
    const unrelated = fc.tuple(fc.constantFrom('usage', 'told_km'), edit)
    fc.assert(
      fc.property(fc.array(edit), fc.array(unrelated), fc.array(fc.boolean()), (mine, others, turns) => {
        const own: Edits = mine.map((one) => ['account', one])
        const left: [Edits, Edits] = [[...own], [...others]]
        const mixed: Edits = turns.flatMap((turn) => left[turn ? 0 : 1].splice(0, 1))
        const [alone, among] = [play(own), play([...mixed, ...left[0], ...left[1]])]
        expect(among.row.account).toEqual(alone.row.account)
        expect(among.disputes.filter(([name]) => name === 'account')).toEqual(alone.disputes)
      }),
    )
  })
})
