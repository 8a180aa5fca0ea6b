/** A count as it is being made; what the books said is kept at the moment of counting, and not shown (PART-1). */
import type { Bodies, Id } from '../../rules/wire'

export type CountLine = Bodies['count.record']['lines'][number]

export interface Counted {
  part_id: Id
  counted: number
  /** What this device's books said when the part was counted last. */
  expected: number
}

export interface TypedCount {
  location: string
  lines: Counted[]
  /** The parts that are still to be counted, in a count of some parts or of everything. */
  listed: Id[]
}

export const EMPTY_COUNT: TypedCount = { location: '', lines: [], listed: [] }

const MOST_LINES = 200

/** A long count travels in several papers, each of which the server takes as a whole. */
export function papersOf<L>(lines: readonly L[]): L[][] {
  const papers = Math.ceil(lines.length / MOST_LINES)
  return Array.from({ length: papers }, (_, paper) => lines.slice(paper * MOST_LINES, (paper + 1) * MOST_LINES))
}

/** Counting a part again changes its number, and what the books are compared at. */
export function withCounted(
  lines: readonly Counted[],
  part_id: Id,
  change: (before: Counted | undefined) => number,
  expected: number,
): Counted[] {
  const before = lines.find((line) => line.part_id === part_id)
  const line = { part_id, counted: change(before), expected }
  return before === undefined ? [...lines, line] : lines.map((one) => (one === before ? line : one))
}
