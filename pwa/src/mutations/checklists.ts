/** Guesses about checklists: what the office asks, and what a visit answered. */
import { merge } from '../rules/merge'
import type { VisitChecklist } from '../rules/wire'
import type { Guess } from './guess'

export const set: Guess<'checklist.set'> = async (rows, { checklist_id, ...body }, { at }) => {
  if ((await rows.get('checklist', checklist_id)) !== undefined) return
  const versions = await rows.where('checklist', 'kind', body.kind)
  const before = versions.filter(({ section }) => section === body.section).map(({ version }) => version)
  await rows.put('checklist', { id: checklist_id, ...body, version: Math.max(0, ...before) + 1, set_at: at })
}

export const answer: Guess<'visit.answer'> = async (rows, { visit_id, checklist_id, changes }) => {
  const [visit, checklist] = await Promise.all([rows.get('visit', visit_id), rows.get('checklist', checklist_id)])
  if (visit === undefined || checklist === undefined || visit.state === 'signed' || visit.state === 'unsigned') return
  const row = (await rows.get('visit_checklist', visit_id)) ?? {
    id: visit_id,
    job_id: visit.job_id,
    station_id: visit.station_id,
    ...NOTHING_ANSWERED,
  }
  const kept = row[checklist.section]
  const answers = merge(kept.answers, changes).row
  const bound = kept.checklist_id ?? checklist_id
  await rows.put('visit_checklist', { ...row, [checklist.section]: { checklist_id: bound, answers } })
}

const NOTHING = { checklist_id: null, answers: {} }
const NOTHING_ANSWERED: Pick<VisitChecklist, 'listen' | 'look' | 'check' | 'handle'> = {
  listen: NOTHING,
  look: NOTHING,
  check: NOTHING,
  handle: NOTHING,
}
