/** What is doubtful about a meter as it was read; the mirror of `reading_doubt` in `server/rules/visits.py` (VIS-2). */

/** Below the last reading, or farther above it than a unit runs between two visits. Never a wall: meters are replaced. */
export type ReadingDoubt = 'lower' | 'far'

/** `jump` is a preset; all three in the meter's own unit. */
export function readingDoubt(read: number | null, last: number | null, jump: number): ReadingDoubt | null {
  if (read === null || last === null) return null
  if (read < last) return 'lower'
  return read - last > jump ? 'far' : null
}
