/** Guesses about photos and what is drawn on them; the picture itself travels by another road. */
import type { Shape } from '../rules/wire'
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

export const annotate: Guess<'photo.annotate'> = async (rows, { annotation_id, photo_id, shapes }, { by, at }) => {
  const photo = await rows.get('photo', photo_id)
  if (!photo?.job_id || (await rows.get('annotation', annotation_id)) !== undefined) return
  const { job_id, visit_id, station_id, subject } = photo
  const drawn = shapes as Shape[]
  await rows.put('annotation', {
    id: annotation_id,
    photo_id,
    job_id,
    visit_id,
    station_id,
    subject,
    shapes: drawn,
    drawn_at: at,
    drawn_by: by,
  })
}
