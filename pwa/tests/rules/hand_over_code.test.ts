// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { qrSquare } from '../../src/parts/qr'
import {
  acceptanceText,
  handOverId,
  isHandOverText,
  MOST_IN_A_SQUARE,
  newHandOverCode,
  type Offer,
  offerText,
  readAcceptance,
  readOffer,
} from '../../src/rules/hand_over_code'
import { uuid7 } from '../../src/rules/ids'
import { isTag } from '../../src/rules/tags'

const offer: Offer = {
  code: '7K4M92G',
  giver_id: '019a9c3e-7b10-7000-8000-000000000011',
  taker_id: '019a9c3e-7b10-7000-8000-000000000013',
  parts: [
    { id: '019a9c3e-7b10-7000-8000-000000000034', tag: '7K4M92G' },
    { id: '019a9c3e-7b10-7000-8000-000000000035', tag: null },
  ],
}

describe('what two phones without a signal show each other (OLD-2)', () => {
  it('an offer is read as it was shown, with parts that have no tag', () => {
    expect(readOffer(offerText(offer))).toEqual(offer)
    expect(readOffer(` ${offerText(offer)}\n`)).toEqual(offer)
  })

  it('an acceptance is read as it was shown', () => {
    const accepted = { ...offer, old_part_ids: [uuid7(), uuid7()] }
    const { code, giver_id, taker_id, old_part_ids } = accepted
    expect(readAcceptance(acceptanceText(accepted))).toEqual({ code, giver_id, taker_id, old_part_ids })
    expect(readOffer(acceptanceText(accepted))).toBeNull()
    expect(readAcceptance(offerText(offer))).toBeNull()
  })

  it('a full square fits, and its ids are whatever a device makes', () => {
    fc.assert(
      fc.property(fc.array(fc.uuid(), { minLength: 1, maxLength: MOST_IN_A_SQUARE }), (ids) => {
        const parts = ids.map((id) => ({ id, tag: '7K4M92G' }))
        expect(readOffer(offerText({ ...offer, parts }))?.parts).toEqual(parts)
        expect(qrSquare(offerText({ ...offer, parts })).size).toBeLessThanOrEqual(57)
      }),
      { numRuns: 30 },
    )
  })

  it('what is cut off is not whole, and no other text is meant', () => {
    const text = offerText(offer)
    for (const part of [text.slice(0, -1), text.slice(0, 20), text.replace('7K4M92G', '7K4M921'), '7K4M92G', '']) {
      expect(readOffer(part)).toBeNull()
    }
    expect(isHandOverText(text.slice(0, -1))).toBe(true)
    expect(isHandOverText('7K4M92G')).toBe(false)
  })

  it('both phones find the same id, another for each part, each pair of people and each code', async () => {
    const [one, two] = offer.parts.map(({ id }) => id) as [string, string]
    const first = await handOverId(offer, one)
    expect(first).toBe('f2870e58-6409-8d64-a3f6-ed7446ea84f2')
    const others = await Promise.all([
      handOverId(offer, two),
      handOverId({ ...offer, code: newHandOverCode() }, one),
      handOverId({ ...offer, taker_id: offer.giver_id, giver_id: offer.taker_id }, one),
    ])
    expect(new Set([first, ...others]).size).toBe(4)
  })

  it('a code is checked like a tag, so that a slip in typing it is said at once', () => {
    for (let round = 0; round < 50; round += 1) expect(isTag(newHandOverCode())).toBe(true)
  })
})
