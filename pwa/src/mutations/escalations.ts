/** Guesses about major problems: handed to the manager, and answered (VIS-9). */
import type { Guess } from './guess'

export const escalate: Guess<'job.escalate'> = async (rows, { escalation_id, ...body }, { by, at }) => {
  if ((await rows.get('escalation', escalation_id)) !== undefined) return
  const job = await rows.get('job', body.job_id)
  await rows.put('escalation', {
    ...body,
    id: escalation_id,
    station_id: job?.station_id ?? '',
    raised_by: by,
    raised_at: at,
    received_at: at,
    answer_due_at: at,
    state: 'open',
    decision: null,
    answer: null,
    answered_by: null,
    answered_at: null,
  })
}

export const answer: Guess<'escalation.answer'> = async (
  rows,
  { escalation_id, decision, answer: said },
  { by, at },
) => {
  const escalation = await rows.get('escalation', escalation_id)
  if (escalation === undefined || escalation.state === 'answered') return
  const answered = { state: 'answered', decision, answer: said, answered_by: by, answered_at: at } as const
  await rows.put('escalation', { ...escalation, ...answered })
}
