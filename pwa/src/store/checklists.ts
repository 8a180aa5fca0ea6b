/** What a visit is asked besides its sections, and what it answered. */
import { checklistOf } from '../rules/checklists'
import type { Answer, Checklist, Equipment, SectionName, Visit } from '../rules/wire'
import { cache } from './db'

/** The checklist of a section with its answers. */
export interface SectionChecklist {
  checklist: Checklist
  answers: Record<string, Answer | null>
}

/** By section; a section without a checklist is not in it. */
export type Checklists = Partial<Record<SectionName, SectionChecklist>>

export async function checklistsOf(visit: Visit, equipment: Equipment | null): Promise<Checklists> {
  const [known, kept] = await Promise.all([cache().checklist.toArray(), cache().visit_checklist.get(visit.id)])
  const about = { kind: equipment?.kind ?? null, arrived_at: visit.arrived_at }
  const found: Checklists = {}
  for (const section of ['listen', 'look', 'check', 'handle'] as const) {
    const checklist = checklistOf(known, kept ?? null, section, about)
    if (checklist !== null) found[section] = { checklist, answers: kept?.[section].answers ?? {} }
  }
  return found
}
