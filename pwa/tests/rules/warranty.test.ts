// @vitest-environment node
/** What the papers say about the warranty, and what is doubtful about a reading (WARR-1, VIS-2). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimal, scaled } from '../../src/parts/figures'
import { readingDoubt } from '../../src/rules/readings'
import { warrantyFinding } from '../../src/rules/warranty'

const number = fc.integer({ min: 0, max: 1_000_000 })
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const papers = fc.record({
  delivered_on: fc.option(day),
  warranty_until: fc.option(day),
  warranty_km: fc.option(number),
})

describe('the warranty by the papers', () => {
  it('is out only past a limit, and says which', () => {
    fc.assert(
      fc.property(papers, fc.option(number), day, (known, read, today) => {
        const { in_warranty, because } = warrantyFinding(known, read, today)
        const late = known.warranty_until !== null && today > known.warranty_until
        const far = known.warranty_km !== null && read !== null && read > known.warranty_km
        expect(in_warranty === 'no').toBe(late || far)
        expect(in_warranty === 'no').toBe(because === 'day' || because === 'km')
      }),
    )
  })

  it('never becomes better by driving on or by waiting', () => {
    fc.assert(
      fc.property(papers, number, number, day, (known, read, more, today) => {
        if (warrantyFinding(known, read, today).in_warranty !== 'no') return
        expect(warrantyFinding(known, read + more, today).in_warranty).toBe('no')
      }),
    )
  })

  it('is not certain before the papers deliver the unit, or without a reading where only kilometres limit it', () => {
    const known = { delivered_on: '2026-12-01', warranty_until: '2029-12-01', warranty_km: null }
    expect(warrantyFinding(known, 5, '2026-11-19')).toMatchObject({ in_warranty: 'unknown', because: 'not_delivered' })
    const byKm = { delivered_on: null, warranty_until: null, warranty_km: 1000 }
    expect(warrantyFinding(byKm, null, '2026-11-19').in_warranty).toBe('unknown')
    expect(warrantyFinding(byKm, 999, '2026-11-19')).toMatchObject({ in_warranty: 'yes', km_left: 1 })
  })
})

describe('a reading', () => {
  it('is doubted only below the last one or beyond the jump (VIS-2)', () => {
    fc.assert(
      fc.property(number, number, number, (read, last, jump) => {
        expect(readingDoubt(read, last, jump) === null).toBe(read >= last && read - last <= jump)
      }),
    )
    expect(readingDoubt(5, null, 1)).toBeNull()
  })
})

describe('a scaled integer', () => {
  it('comes back from how it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 6 }), (value, scale) => {
        expect(scaled(decimal(value, scale), scale)).toBe(value)
      }),
    )
  })

  it.each([
    ['8.2', 1, 82],
    ['8,25', 1, 82],
    ['.5', 1, 5],
    ['8.', 1, 80],
    ['-', 0, null],
    ['', 2, null],
    ['-0', 0, 0],
  ] as const)('%s with %i decimals', (typed, scale, value) => expect(scaled(typed, scale)).toBe(value))
})
