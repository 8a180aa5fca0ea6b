/** Guesses about the times of a visit, the report to the office on leaving, and jobs that somebody asks for. */
import type { Job, Visit } from '../rules/wire'
import type { About, GuessRows } from '../store/guessing'
import type { Guess } from './guess'

export const start: Guess<'visit.start'> = async (rows, { visit_id }, { at }) => {
  const visit = await rows.get('visit', visit_id)
  if (visit === undefined || visit.started_at !== null) return
  await rows.put('visit', { ...visit, started_at: at })
}

export const stateTime: Guess<'visit.state_time'> = async (rows, { time_id, visit_id, event, stated_at }, about) => {
  const visit = await rows.get('visit', visit_id)
  if (visit === undefined) return
  const { job_id, station_id } = visit
  const said = { recorded_at: about.at, recorded_by: about.by }
  await rows.put('visit_time', { id: time_id, visit_id, job_id, station_id, event, stated_at, ...said })
}

/** A colleague arrives at the same visit: their time stands beside the visit's own (JOB-4). */
export async function comeAlong(rows: GuessRows, visit: Visit, { mutation_id, by, at }: About): Promise<void> {
  if (visit.technician_id === by) return
  const { id, job_id, station_id } = visit
  const said = { event: 'arrived' as const, stated_at: at, recorded_at: at, recorded_by: by }
  await rows.put('visit_time', { id: mutation_id, visit_id: id, job_id, station_id, ...said })
}

export const reportBack: Guess<'visit.report_back'> = async (rows, { report_back_id, visit_id, ...told }, about) => {
  const visit = await rows.get('visit', visit_id)
  if (visit === undefined) return
  const { job_id, station_id } = visit
  const said = { reported_by: about.by, reported_at: about.at }
  await rows.put('report_back', { id: report_back_id, visit_id, job_id, station_id, ...told, ...said })
  const [job, others] = await Promise.all([rows.get('job', job_id), rows.where('visit', 'job_id', job_id)])
  if (job === undefined || others.some((other) => other.id > visit.id)) return
  const state = afterReportBack(job.state, await reported(rows, visit), told.outcome !== 'done')
  if (state !== job.state) await rows.put('job', { ...job, state })
}

/** A job that needs another outing is assigned still; who says that all is done brings it back (JOB-7). */
function afterReportBack(state: Job['state'], reportedState: Job['state'], again: boolean): Job['state'] {
  if (again) return 'assigned'
  return state === 'assigned' ? reportedState : state
}

async function reported(rows: GuessRows, visit: Visit): Promise<Job['state']> {
  return (await rows.get('report', visit.id))?.state === 'approved' ? 'approved' : visit.state
}

export const offerSelf: Guess<'job.offer_self'> = async (rows, { offer_id, job_id }, { by, at }) => {
  const job = await rows.get('open_job', job_id)
  if (job === undefined) return
  const { station_id, number, customer_name } = job
  const offer = { id: offer_id, job_id, station_id, customer_name, job_number: number, user_id: by, offered_at: at }
  await rows.put('job_offer', { ...offer, state: 'waiting' })
}
