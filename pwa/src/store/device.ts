/** Whether this device is ready for a day without signal: storage that stays, and room in it. */

/** `persisted`: the browser promised to keep our data. Bytes are null where the browser does not say. */
export interface Readiness {
  persisted: boolean
  free_bytes: number | null
  used_bytes: number | null
  installed: boolean
}

const PHOTO_BYTES = 600_000

/** Ask the browser to keep our data; returns whether it will. */
export async function askToPersist(): Promise<boolean> {
  if (navigator.storage?.persist === undefined) return false
  return (await navigator.storage.persisted()) || (await navigator.storage.persist())
}

/** Return how ready the device is; asks nothing of the person. */
export async function readiness(): Promise<Readiness> {
  const storage = navigator.storage
  const persisted = storage?.persisted === undefined ? false : await storage.persisted()
  const estimate = storage?.estimate === undefined ? {} : await storage.estimate()
  const { quota, usage } = estimate as StorageEstimate
  return {
    persisted,
    free_bytes: quota === undefined ? null : Math.max(0, quota - (usage ?? 0)),
    used_bytes: usage ?? null,
    installed: matchMedia('(display-mode: standalone)').matches,
  }
}

/** How many more photos fit; null when the browser does not say how much room there is. */
export const photosThatFit = ({ free_bytes }: Readiness): number | null =>
  free_bytes === null ? null : Math.floor(free_bytes / PHOTO_BYTES)
