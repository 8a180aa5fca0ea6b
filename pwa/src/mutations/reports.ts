/** Guesses about reports: the manager approves one or sends it back (VIS-14). */
import type { Report } from '../rules/wire'
import type { Guess } from './guess'

const waits = (report: Report) => report.state === 'signed' || report.state === 'unsigned'

export const approve: Guess<'report.approve'> = async (rows, { report_id }, { by, at }) => {
  const report = await rows.get('report', report_id)
  if (report === undefined || !waits(report)) return
  await rows.put('report', { ...report, state: 'approved', decided_by: by, decided_at: at, sent_back_reason: null })
  const job = await rows.get('job', report.job_id)
  if (job !== undefined) await rows.put('job', { ...job, state: 'approved' })
}

/** Why nobody signed stands in for the signature (VIS-8, PART-5). */
export const acceptUnsigned: Guess<'report.accept_unsigned'> = async (rows, { report_id, reason }, { by, at }) => {
  const report = await rows.get('report', report_id)
  if (report === undefined || report.state === 'sent_back') return
  const decided = { decided_by: by, decided_at: at, sent_back_reason: null, accepted_unsigned: reason }
  await rows.put('report', { ...report, state: 'approved', ...decided })
  const job = await rows.get('job', report.job_id)
  if (job !== undefined) await rows.put('job', { ...job, state: 'approved' })
}

export const sendBack: Guess<'report.send_back'> = async (rows, { report_id, reason }, { by, at }) => {
  const report = await rows.get('report', report_id)
  if (report === undefined || !waits(report)) return
  await rows.put('report', { ...report, state: 'sent_back', decided_by: by, decided_at: at, sent_back_reason: reason })
  const [visit, job] = await Promise.all([rows.get('visit', report.visit_id), rows.get('job', report.job_id)])
  if (visit !== undefined) await rows.put('visit', { ...visit, state: 'ended' })
  if (job !== undefined) await rows.put('job', { ...job, state: 'ended' })
}

/** Filed with the month in which it was closed, by the day of this device until the server says (VIS-14). */
export const archive: Guess<'report.archive'> = async (rows, { report_id }, { by, at }) => {
  const report = await rows.get('report', report_id)
  if (report === undefined || report.state !== 'approved') return
  if ((await rows.get('archived_report', report_id)) !== undefined) return
  const closed = new Date(report.closed_at)
  await rows.put('archived_report', {
    id: report_id,
    job_id: report.job_id,
    station_id: report.station_id,
    month: `${closed.getFullYear()}-${String(closed.getMonth() + 1).padStart(2, '0')}`,
    archived_by: by,
    archived_at: at,
  })
}
