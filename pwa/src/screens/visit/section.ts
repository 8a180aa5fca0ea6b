/** The sections of a visit and their checklists while they are being written (VIS-1 to VIS-4). */
import { mutate } from '../../mutations/mutate'
import type { Answer, Changes, Id, SectionName, Visit } from '../../rules/wire'
import type { SectionChecklist } from '../../store/checklists'
import { draftKeys } from '../../store/drafts'
import { type RecordChanges, recordLeft, type Typing, useTyping } from './typing'

export type Section<S extends SectionName> = Typing<Visit[S]>
type Answers = Record<string, Answer | null>

const SECTIONS: readonly SectionName[] = ['listen', 'look', 'check', 'handle']

const sectionKey = (visit_id: Id, section: SectionName) => `visit:${visit_id}:${section}`
const answersPrefix = (visit_id: Id) => `visit:${visit_id}:answers:`

export function useSection<S extends SectionName>(visit: Visit, section: S): Section<S> {
  return useTyping(sectionKey(visit.id, section), visit[section], recordSection(visit.id, section))
}

/** The answers of a section's checklist. */
export function useAnswers(visit: Visit, { checklist, answers }: SectionChecklist): Typing<Answers> {
  return useTyping(answersPrefix(visit.id) + checklist.id, answers, recordAnswers(visit.id, checklist.id))
}

/** Record what a crash or a dying battery left behind as drafts, before the report is shown to the customer. */
export async function recordLeftDrafts(visit: Visit): Promise<void> {
  for (const section of SECTIONS) {
    await recordLeft(sectionKey(visit.id, section), recordSection(visit.id, section))
  }
  const prefix = answersPrefix(visit.id)
  const answered = new Set(draftKeys(prefix).map((key) => key.slice(prefix.length).split(':')[0] as Id))
  for (const checklist_id of answered) await recordLeft(prefix + checklist_id, recordAnswers(visit.id, checklist_id))
}

/** Say whether nothing was ever recorded in a section. */
export const nothingIn = (section: object): boolean => Object.values(section).every((value) => value === null)

function recordSection<S extends SectionName>(visit_id: Id, section: S): RecordChanges<Visit[S]> {
  // The name and the type of its changes go together; TypeScript cannot see that through the template.
  const name = `visit.record_${section}` as 'visit.record_listen'
  return (changes, how) => mutate(name, { visit_id, changes: changes as Changes<Visit['listen']> }, how)
}

const recordAnswers =
  (visit_id: Id, checklist_id: Id): RecordChanges<Answers> =>
  (changes, how) =>
    mutate('visit.answer', { visit_id, checklist_id, changes }, how)
