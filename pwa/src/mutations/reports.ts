/** Guesses about reports: the manager approves one or sends it back (VIS-14). */
import type { Guess } from './guesses'

export const approve: Guess<'report.approve'> = async (rows, { report_id }, { by, at }) => {
  const report = await rows.get('report', report_id)
  if (report === undefined) return
  await rows.put('report', { ...report, state: 'approved', decided_by: by, decided_at: at, sent_back_reason: null })
  const job = await rows.get('job', report.job_id)
  if (job !== undefined) await rows.put('job', { ...job, state: 'approved' })
}

export const sendBack: Guess<'report.send_back'> = async (rows, { report_id, reason }, { by, at }) => {
  const report = await rows.get('report', report_id)
  if (report === undefined) return
  await rows.put('report', { ...report, state: 'sent_back', decided_by: by, decided_at: at, sent_back_reason: reason })
}
