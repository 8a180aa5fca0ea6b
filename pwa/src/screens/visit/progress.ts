/** How far each step of a visit is: one segment of its mark for each thing to record. */

import type { Segment } from '../../parts/mark'
import { agree } from '../../parts/pair'
import { asked, doubts, isGiven, unanswered } from '../../rules/checklists'
import type { Presets } from '../../rules/presets'
import { readingDoubt } from '../../rules/readings'
import type { Equipment, Photo, SectionName, Visit } from '../../rules/wire'
import type { Checklists, SectionChecklist } from '../../store/checklists'
import { photosOf } from '../../store/photos'
import { answeredOf } from './findings'

export type StepName = SectionName

/** What a mark looks at besides the visit. */
export interface Around {
  photos: readonly Photo[]
  equipment: Equipment | null
  checklists: Checklists
  presets: Pick<Presets, 'reading_jump_km' | 'reading_jump_h'>
}

/** A section with a checklist has one segment more, the last. */
export function segmentsOf(step: StepName, visit: Visit, around: Around): Segment[] {
  const one = around.checklists[step]
  return [...SEGMENTS[step](visit, around), ...(one ? [checklistSegment(one, around.photos)] : [])]
}

/** Done when nothing required lacks and something was answered; doubtful when a number is. */
export function checklistSegment(one: SectionChecklist, photos: readonly Photo[]): Segment {
  const done = answeredOf(one, photos)
  const some = asked(done).some((item) => isGiven(item, done.answers[item.id], done.photos))
  if (!some || unanswered(done).length > 0) return 'todo'
  return Object.keys(doubts(done)).length > 0 ? 'doubt' : 'done'
}

const said = (value: unknown): Segment => (value === null || value === undefined || value === '' ? 'todo' : 'done')

const SEGMENTS: Record<StepName, (visit: Visit, around: Around) => Segment[]> = {
  listen: ({ listen }) => [
    said(listen.account),
    said(listen.told_km ?? null),
    said(listen.told_h ?? null),
    said(listen.usage),
    said(listen.before_after),
  ],
  look: (visit, { photos, equipment, presets }) => [
    said(visit.look.in_warranty),
    readingSegment(visit, equipment, presets),
    openedSegment(visit, photos),
    photosOf(photos, 'nameplate').length > 0 ? 'done' : 'todo',
  ],
  check: ({ check }, { photos }) => [
    check.examined ? 'done' : 'todo',
    said(check.fault_id ?? check.cause),
    photosOf(photos, 'fault').length > 0 || check.cause ? 'done' : 'todo',
  ],
  handle: ({ handle }) => [
    said(handle.responsibility),
    said(handle.done),
    said(handle.customer_agrees),
    handle.use_shown ? 'done' : 'todo',
  ],
}

/** One meter is enough; each that was read may differ from what was told, or from the last visit (VIS-2). */
function readingSegment({ look, listen }: Visit, equipment: Equipment | null, presets: Around['presets']): Segment {
  if (look.read_km === null && look.read_h === null) return 'todo'
  const differs = (read: number | null, told: number | null) => read !== null && told !== null && !agree(told, read)
  const doubtful =
    differs(look.read_km, listen.told_km) ||
    differs(look.read_h, listen.told_h) ||
    readingDoubt(look.read_km, equipment?.last_km ?? null, presets.reading_jump_km) !== null ||
    readingDoubt(look.read_h, equipment?.last_h ?? null, presets.reading_jump_h) !== null
  return doubtful ? 'doubt' : 'done'
}

/** Who found it opened says whether it was tampered with, and shows it; tampering stays a doubt on the mark. */
function openedSegment({ look }: Visit, photos: readonly Photo[]): Segment {
  if (look.opened_before !== 'yes') return said(look.opened_before)
  if (look.tampering == null) return 'todo'
  if (look.tampering !== 'yes') return 'done'
  return photosOf(photos, 'tampering').length > 0 || look.note ? 'doubt' : 'todo'
}
