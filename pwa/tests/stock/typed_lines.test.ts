import { describe, expect, it } from 'vitest'
import { newestSteps, TRAIL_LENGTH } from '../../src/rules/stock_steps'
import type { StockStep, StockTrail } from '../../src/rules/wire'
import { withCounted } from '../../src/screens/stock/counted'
import { handedLines, newLine, piecesTyped, withPart, withSerial } from '../../src/screens/stock/typed_lines'
import { golden } from '../golden'

const [step] = golden<{ row: StockTrail }>('rows/stock_trail.json').row.steps as [StockStep]

describe('lines that are scanned', () => {
  it('count a part that is scanned again as one piece more', () => {
    const once = withPart([], 'p', newLine('p'))
    expect(withPart(once, 'p', newLine('p'))).toEqual([{ ...newLine('p'), quantity: 2 }])
  })

  it('take a serial number into the last line, and only once', () => {
    const lines = [newLine('p'), newLine('q')]
    const scanned = withSerial(withSerial(lines, 'A1'), 'A1')
    expect(scanned.map(({ serials }) => serials)).toEqual(['', 'A1'])
  })

  it('travel as one line for each part and batch, without those of no pieces', () => {
    const lines = [
      { ...newLine('p', 2), batch: '2511 ' },
      { ...newLine('p', 1), batch: '2511', serials: 'A1, A2' },
      newLine('p', 3),
      newLine('q', 0),
    ]
    expect(handedLines(lines)).toEqual([
      { part_id: 'p', batch: '2511', quantity: 3, serials: ['A1', 'A2'] },
      { part_id: 'p', batch: null, quantity: 3, serials: [] },
    ])
  })

  it('take only a whole number as pieces', () => {
    expect(['3', ' 0 ', '2.5', '-1', '', 'x'].map(piecesTyped)).toEqual([3, 0, null, null, null, null])
  })
})

describe('a count', () => {
  it('keeps what the books said when the part was counted last (PART-1)', () => {
    const first = withCounted([], 'p', () => 4, 5)
    expect(withCounted(first, 'p', (before) => (before?.counted ?? 0) + 1, 3)).toEqual([
      { part_id: 'p', counted: 5, expected: 3 },
    ])
  })
})

describe('a trail', () => {
  it('keeps the newest steps, the same whatever order they came in (PART-1)', () => {
    const steps = Array.from({ length: TRAIL_LENGTH + 5 }, (_, number) => ({ ...step, line: number + 1 }))
    const kept = newestSteps(steps)
    expect(kept).toHaveLength(TRAIL_LENGTH)
    expect(newestSteps([...steps].reverse())).toEqual(kept)
  })
})
