/** On site: the visit begins, with the position where the technician allows it (VIS-15). */
import { mutate } from '../mutations/mutate'
import { nextVisitId } from '../rules/visit_id'
import type { Id, Job, Position } from '../rules/wire'
import { newestVisitOf } from '../store/jobs'

/** A position that takes longer than this is not waited for. */
const PATIENCE_MS = 1500

/**
 * Record the arrival, at the visit that is under way or at the next one; returns the visit's id. Here, and only here,
 * the browser may ask whether the app may know where it is; nothing waits for the answer.
 */
export async function arrive(job: Pick<Job, 'id' | 'technicians'>): Promise<Id> {
  const newest = await newestVisitOf(job.id)
  const joins = newest !== null && newest.departed_at === null
  const visit_id = joins ? newest.id : await nextVisitId(job, newest?.id ?? null)
  await mutate('visit.arrive', { visit_id, job_id: job.id, position: await position({ mayAsk: true }) })
  return visit_id
}

/** Where the device is, if the person has allowed it; one look, without following them. */
export async function position({ mayAsk = false } = {}): Promise<Position | null> {
  const allowed = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => null)
  if (allowed?.state !== 'granted') {
    if (mayAsk && allowed?.state === 'prompt') navigator.geolocation.getCurrentPosition(ignore, ignore)
    return null
  }
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

/** The question was asked for the next tap. */
const ignore = () => undefined
