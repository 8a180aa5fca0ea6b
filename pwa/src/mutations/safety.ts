/** Guesses about safety on site: a notice is published, and acknowledged before work starts (VIS-13). */
import type { Guess } from './guess'

export const acknowledge: Guess<'safety.acknowledge'> = async (rows, body, { by, at }) => {
  const visit = await rows.get('visit', body.visit_id)
  if (visit === undefined || (await rows.get('acknowledgement', body.acknowledgement_id)) !== undefined) return
  const { job_id, station_id } = visit
  await rows.put('acknowledgement', {
    id: body.acknowledgement_id,
    job_id,
    visit_id: visit.id,
    station_id,
    notice_id: body.notice_id,
    version: body.version,
    acknowledged_by: by,
    acknowledged_at: at,
  })
}

export const publish: Guess<'site_notice.publish'> = async (rows, { notice_id, ...body }, { by, at }) => {
  const customer = await rows.get('customer', body.customer_id)
  const [stored] = await rows.where('site_notice', 'customer_id', body.customer_id)
  const same = stored !== undefined && stored.text === body.text && stored.text_en === body.text_en
  const version = stored === undefined ? 1 : stored.version + (same ? 0 : 1)
  const id = stored?.id ?? notice_id
  const station_id = customer?.station_id ?? ''
  await rows.put('site_notice', { ...body, id, station_id, version, published_at: at, published_by: by })
}
