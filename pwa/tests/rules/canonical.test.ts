// @vitest-environment node
/** Canonical JSON is one text for one value, the same in both languages (VIS-7). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, NotCanonical, sha256 } from '../../src/rules/canonical'
import type { Json } from '../../src/rules/wire'
import { golden } from '../golden'

interface Case {
  says: string
  value?: Json
  json?: string
  built?: { text: string; times: number }
  text?: string
  bytes?: number
  sha256: string
}
const { cases, refused } = golden<{ cases: Case[]; refused: { says: string; json: string }[] }>('canonical.json')

function given({ value, json, built }: Case): Json {
  if (json !== undefined) return JSON.parse(json)
  return built === undefined ? (value as Json) : { note: built.text.repeat(built.times) }
}

/** Whole characters only: a half one is refused. */
const text = fc.string({ unit: 'binary' })
const { value: json } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    text,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(text, tie('value'), { maxKeys: 5 }),
  ),
}))

describe('canonical JSON', () => {
  it.each(cases)('$says', async (one) => {
    const written = canonical(given(one))
    expect(await sha256(written)).toBe(one.sha256)
    expect(written).toBe(one.text ?? written)
    expect(new TextEncoder().encode(written).length).toBe(one.bytes ?? new TextEncoder().encode(written).length)
  })

  it.each(refused)('refuses $says', ({ json: source }) => {
    expect(() => canonical(JSON.parse(source))).toThrow(NotCanonical)
  })

  it.each([[undefined], [{ a: undefined }], [Number.NaN], [Number.POSITIVE_INFINITY], [10n]])('refuses %s', (value) => {
    expect(() => canonical(value as never)).toThrow(NotCanonical)
  })

  it('is the same when it is read and written again', () => {
    fc.assert(
      fc.property(json, (value) => {
        const written = canonical(value)
        expect(canonical(JSON.parse(written))).toBe(written)
      }),
    )
  })

  it('does not depend on the order of the names', () => {
    fc.assert(
      fc.property(fc.dictionary(text, json), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonical(turned)).toBe(canonical(value))
      }),
    )
  })
})
