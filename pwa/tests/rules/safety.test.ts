// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { agreementOn, isUnacknowledged } from '../../src/rules/safety'
import { golden } from '../golden'

interface Cases {
  agreements: { says: string; day: string; on_file: boolean; until: string | null; agreement: string }[]
  acknowledgements: { says: string; notice_id: string | null; acknowledged: string[]; unacknowledged: boolean }[]
}
const cases = golden<Cases>('safety.json')

describe('safety on site, as the server judges it (VIS-13)', () => {
  it.each(cases.agreements)('an agreement $says', ({ day, on_file, until, agreement }) => {
    expect(agreementOn(day, on_file, until)).toBe(agreement)
  })

  it.each(cases.acknowledgements)('$says', ({ notice_id, acknowledged, unacknowledged }) => {
    expect(isUnacknowledged(notice_id, new Set(acknowledged))).toBe(unacknowledged)
  })
})
