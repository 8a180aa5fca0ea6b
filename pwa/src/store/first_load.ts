/** How much of the first load has arrived, and whether it is whole. */
import { feedPlace } from './cache'
import { cache } from './db'

export interface FirstLoad {
  jobs: number
  /** Visits, swaps and old parts. */
  history: number
  equipment: number
  /** Parts and faults. */
  catalogue: number
}

/** Whether everything that the server had for this person has been here once. */
export const isLoaded = async (): Promise<boolean> => (await feedPlace(cache())).complete_at !== null

/** How many rows of each kind are here. */
export async function firstLoad(): Promise<FirstLoad> {
  const rows = cache()
  const [jobs, visits, swaps, oldParts, equipment, parts, faults] = await Promise.all([
    rows.job.count(),
    rows.visit.count(),
    rows.swap.count(),
    rows.old_part.count(),
    rows.equipment.count(),
    rows.part.count(),
    rows.fault.count(),
  ])
  return {
    jobs,
    history: visits + swaps + oldParts,
    equipment,
    catalogue: parts + faults,
  }
}
