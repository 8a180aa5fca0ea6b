/** Guesses about milestones: what happened on a job that its clocks look at (JOB-3). */
import type { Id, Milestone } from '../rules/wire'
import type { About, GuessRows } from '../store/guessing'

interface Happened {
  milestone_id: Id
  job_id: Id
  note: string | null
}

const recording =
  (kind: Milestone['kind']) =>
  async (rows: GuessRows, { milestone_id, job_id, note }: Happened, { by, at }: About): Promise<void> => {
    const job = await rows.get('job', job_id)
    if (job === undefined || (await rows.get('milestone', milestone_id)) !== undefined) return
    await rows.put('milestone', { id: milestone_id, job_id, station_id: job.station_id, kind, at, by, note })
  }

export const answer = recording('answered')
export const answerInWriting = recording('answered_in_writing')
export const agreePlan = recording('plan_agreed')
export const lendUnit = recording('unit_lent')
export const pause = recording('paused')
export const resume = recording('resumed')
