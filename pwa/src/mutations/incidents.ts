/** Guesses about accidents: reported from the site, closed by the manager (VIS-13). */
import type { Guess } from './guess'

export const report: Guess<'incident.report'> = async (rows, { incident_id, ...body }, { by, at }) => {
  if ((await rows.get('incident', incident_id)) !== undefined) return
  const job = await rows.get('job', body.job_id)
  await rows.put('incident', {
    ...body,
    id: incident_id,
    station_id: job?.station_id ?? '',
    reported_by: by,
    happened_at: at,
    received_at: at,
    state: 'open',
    note: null,
    closed_by: null,
    closed_at: null,
  })
}

export const close: Guess<'incident.close'> = async (rows, { incident_id, note }, { by, at }) => {
  const incident = await rows.get('incident', incident_id)
  if (incident === undefined || incident.state === 'closed') return
  await rows.put('incident', { ...incident, state: 'closed', note, closed_by: by, closed_at: at })
}
