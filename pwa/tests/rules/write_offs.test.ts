// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { OldPartState } from '../../src/rules/wire'
import { CAME_BACK, type WriteOffFacts, waitsFor } from '../../src/rules/write_offs'
import { golden } from '../golden'

interface Golden {
  cases: (WriteOffFacts & { says: string; waits_for: string[] })[]
  came_back: Record<OldPartState, boolean>
}
const { cases, came_back } = golden<Golden>('write_offs.json')

describe('what a write-off still waits for (PART-5)', () => {
  it.each(cases)('$says', ({ waits_for, ...there }) => expect(waitsFor(there)).toEqual(waits_for))

  it('an old part is back once a clerk has signed for it', () => {
    for (const [state, back] of Object.entries(came_back)) expect(CAME_BACK.has(state as OldPartState)).toBe(back)
  })
})
