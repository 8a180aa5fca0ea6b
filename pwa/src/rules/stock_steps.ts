/** The newest steps of a stock, as `server/rules/stock.py` keeps them (PART-1). */
import type { StockStep } from './wire'

/** How many of its newest steps a stock keeps on the device. */
export const TRAIL_LENGTH = 20

/** The newest steps, the newest first: the same whatever order they arrived in. */
export function newestSteps(steps: readonly StockStep[]): StockStep[] {
  return [...steps].sort(newestFirst).slice(0, TRAIL_LENGTH)
}

function newestFirst(one: StockStep, other: StockStep): number {
  if (one.at !== other.at) return one.at < other.at ? 1 : -1
  if (one.mutation_id !== other.mutation_id) return one.mutation_id < other.mutation_id ? 1 : -1
  return other.line - one.line
}
