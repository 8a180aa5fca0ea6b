/** Guesses about photos; the picture itself travels by another road. */
import type { Guess } from './guess'

export const attach: Guess<'photo.attach'> = async (rows, { photo_id, ...body }, { by, at }) => {
  if ((await rows.get('photo', photo_id)) !== undefined) return
  const job = body.job_id === null ? undefined : await rows.get('job', body.job_id)
  const person = await rows.get('person', by)
  await rows.put('photo', {
    ...body,
    id: photo_id,
    station_id: job?.station_id ?? person?.station_id ?? '',
    taken_at: at,
    taken_by: by,
    state: 'expected',
    refusal: null,
  })
}
