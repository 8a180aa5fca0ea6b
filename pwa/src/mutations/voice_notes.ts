/** Guesses about voice notes; the sound itself travels by another road. */
import type { Guess } from './guess'

export const attach: Guess<'voice_note.attach'> = async (rows, { voice_note_id, ...body }, { by, at }) => {
  const visit = await rows.get('visit', body.visit_id)
  if (visit === undefined || (await rows.get('voice_note', voice_note_id)) !== undefined) return
  await rows.put('voice_note', {
    ...body,
    id: voice_note_id,
    job_id: visit.job_id,
    station_id: visit.station_id,
    recorded_at: at,
    recorded_by: by,
    state: 'expected',
    refusal: null,
  })
}
