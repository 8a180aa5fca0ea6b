/** Whether pieces are on hold, as `server/rules/batch_holds.py` says it (PART-9). */
import type { BatchHold, Id } from './wire'

/** The hold that covers these pieces; of pieces whose batch nobody knows only a hold of all is sure. */
export function holdOf(holds: readonly BatchHold[], part_id: Id, batch: string | null): BatchHold | null {
  const covers = (hold: BatchHold) =>
    hold.lifted_at === null && hold.part_id === part_id && (hold.batch === null || hold.batch === batch)
  return holds.find(covers) ?? null
}
