/** On site: the visit begins, with the position where the technician allows it (VIS-15). */
import { mutate } from '../mutations/mutate'
import { uuid7 } from '../rules/ids'
import type { Id, Position } from '../rules/wire'

/** A position that takes longer than this is not waited for. */
const PATIENCE_MS = 1500

/** Record the arrival; returns the visit's id. */
export async function arrive(job_id: Id): Promise<Id> {
  const visit_id = uuid7()
  await mutate('visit.arrive', { visit_id, job_id, position: await position() })
  return visit_id
}

/** Where the device is, if the person has allowed it before; asking would stand in the way of working. */
export async function position(): Promise<Position | null> {
  const allowed = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => null)
  if (allowed?.state !== 'granted') return null
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          lat_e7: Math.round(coords.latitude * 1e7),
          lon_e7: Math.round(coords.longitude * 1e7),
          accuracy_m: Math.round(coords.accuracy),
        }),
      () => resolve(null),
      { timeout: PATIENCE_MS, maximumAge: 120_000 },
    )
  })
}
