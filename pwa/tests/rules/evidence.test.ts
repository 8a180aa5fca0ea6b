// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSignature, type Stroke } from '../../src/parts/strokes'
import { lackingEvidence, shownBy } from '../../src/rules/evidence'
import { isPin, waitAfter, waitLeft } from '../../src/rules/pin'
import { INITIAL, type PolicyLine } from '../../src/rules/presets'
import { maySignToo } from '../../src/rules/signatures'
import type { OldPart, Photo } from '../../src/rules/wire'
import { golden } from '../golden'

interface Case {
  says: string
  policy: PolicyLine[]
  photos: Record<string, number>
  old_parts: Record<string, number>
  lacking: string[]
}

describe('the claim policy (VIS-6)', () => {
  it.each(golden<{ cases: Case[] }>('evidence.json').cases)('$says', ({ policy, photos, old_parts, lacking }) => {
    expect(lackingEvidence(policy, { photos, old_parts }).map(({ code }) => code)).toEqual(lacking)
  })

  it('begins as the server’s', () => expect(INITIAL).toEqual(golden('presets.json')))

  it('counts no photo that the server refused, and each old part by itself', () => {
    const photo = { ...golden<{ row: Photo }>('rows/photo.json').row, subject: 'old_part' as const }
    const oldPart = golden<{ row: OldPart }>('rows/old_part.json').row
    const photos = [
      { ...photo, of_id: 'o1' },
      { ...photo, of_id: 'o1', state: 'refused' as const },
      { ...photo, of_id: 'o2' },
    ]
    const parts = ['o1', 'o2', 'o3'].map((id) => ({ ...oldPart, id }))
    expect(shownBy(photos, parts)).toEqual({ photos: { old_part: 2 }, old_parts: { o1: 1, o2: 1, o3: 0 } })
  })
})

const stroke: fc.Arbitrary<Stroke> = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 1200 }), fc.integer({ min: 0, max: 480 }), fc.nat(9000)),
  { maxLength: 9 },
)
const drawing = fc.array(stroke, { maxLength: 6 }).map((strokes) => ({ width: 1200, height: 480, strokes }))

describe('an empty scribble is no signature (VIS-6)', () => {
  it('never becomes emptier by more ink', () => {
    fc.assert(
      fc.property(drawing, stroke, (some, more) => {
        const fuller = { ...some, strokes: [...some.strokes, more] }
        return !isSignature(some, INITIAL) || isSignature(fuller, INITIAL)
      }),
    )
  })

  it('counts no stroke without a point', () => {
    fc.assert(
      fc.property(drawing, (some) => {
        const padded = { ...some, strokes: [...some.strokes, [], [], []] }
        return isSignature(some, INITIAL) === isSignature(padded, INITIAL)
      }),
    )
  })

  it('needs as many strokes as the preset asks', () => {
    fc.assert(
      fc.property(drawing, fc.integer({ min: 1, max: 9 }), (some, least) => {
        const drawn = some.strokes.filter((line) => line.length > 0).length
        return drawn >= least || !isSignature(some, { ...INITIAL, signature_min_strokes: least })
      }),
    )
  })
})

describe('several signers (JOB-8)', () => {
  const chen = { signer_name: '陈国强', signer_role: '队长' }
  it('sign once each, whatever spaces stand around the name', () => {
    expect(maySignToo({ ...chen, signer_name: ' 陈国强 ' }, [chen], 4)).toBe(false)
    expect(maySignToo({ ...chen, signer_role: '安全员' }, [chen], 4)).toBe(true)
  })
  it('are at most as many as the preset says', () => {
    expect(maySignToo({ signer_name: '李安全', signer_role: null }, [chen], 1)).toBe(false)
  })
})

describe('the PIN', () => {
  it('is four digits', () => {
    expect(['2580', '258', '25800', '25a0', '２５８０'].map(isPin)).toEqual([true, false, false, false, false])
  })
  it('waits after three wrong tries, each time twice as long, and never longer than ten minutes', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map(waitAfter)).toEqual([0, 0, 0, 30, 60, 120, 600])
  })
  it('is not locked for long by a clock that was put back', () => {
    expect(waitLeft(10_000_000_000, 0)).toBe(600)
    expect(waitLeft(1000, 5000)).toBe(0)
  })
})
