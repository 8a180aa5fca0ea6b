/** Guesses about what happened in the customer's hands: the rating, and the way back without the PIN (VIS-6, VIS-11). */
import type { Guess } from './guess'

/** The technician who holds this device must not read it: it leaves no row here (VIS-11). */
export const rate: Guess<'visit.rate'> = async () => undefined

export const takeBack: Guess<'visit.take_back'> = async (rows, { visit_id, hand_back_id, reason }, { by, at }) => {
  const visit = await rows.get('visit', visit_id)
  if (visit === undefined || (await rows.get('hand_back', hand_back_id)) !== undefined) return
  const { job_id, station_id } = visit
  await rows.put('hand_back', { id: hand_back_id, visit_id, job_id, station_id, reason, taken_by: by, taken_at: at })
}
