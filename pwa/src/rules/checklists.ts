/** Checklists as data: what is asked now, what still lacks, what is doubtful; the mirror of `server/rules/checklists.py`. */
import type { Answer, Checklist, ChecklistItem, Id, Instant, SectionName, VisitChecklist } from './wire'

/** What the rule reads of an item; labels and units are for people. */
export type Item = Pick<ChecklistItem, 'id' | 'kind' | 'required' | 'when' | 'normal' | 'options' | 'least' | 'most'>
export type Answers = Readonly<Record<string, Answer | null>>
export type Doubt = 'below' | 'above'

/** A checklist as far as it is answered. `photos` are the ids of photos that were not refused. */
export interface Answered {
  items: readonly Item[]
  answers: Answers
  photos: ReadonlySet<Id>
}

/** Say whether the value answers the item. A value of another kind is kept and answers nothing. */
export function isGiven(item: Item, value: Answer | null | undefined, photos: ReadonlySet<Id>): boolean {
  switch (item.kind) {
    case 'yes_no':
      return typeof value === 'boolean'
    case 'choice':
      return item.options.some((option) => option.value === value)
    case 'number':
      return Number.isInteger(value)
    case 'text':
      return typeof value === 'string' && value.trim() !== ''
    case 'photo':
      return typeof value === 'string' && photos.has(value)
  }
}

/** The items that are asked now, in order: all without a condition, and those whose condition holds. */
export function asked<I extends Item>({ items, answers, photos }: Answered & { items: readonly I[] }): I[] {
  const shown = new Map<string, I>()
  for (const item of items) {
    const first = item.when === null ? undefined : shown.get(item.when.item)
    const value = first && answers[first.id]
    const holds = first !== undefined && isGiven(first, value, photos) && item.when?.among.includes(value ?? null)
    if (item.when === null || holds) shown.set(item.id, item)
  }
  return [...shown.values()]
}

/** The ids of the required items that are asked and have no answer (VIS-6). */
export function unanswered(done: Answered): string[] {
  return asked(done)
    .filter((item) => item.required && !isGiven(item, done.answers[item.id], done.photos))
    .map(({ id }) => id)
}

/** Where an answered number lies outside what was expected: to be shown, never refused. */
export function doubtOf(item: Item, value: Answer | null | undefined): Doubt | null {
  if (item.kind !== 'number' || typeof value !== 'number') return null
  if (item.least !== null && value < item.least) return 'below'
  return item.most !== null && value > item.most ? 'above' : null
}

/** The asked numbers that are doubtful. */
export function doubts(done: Answered): Record<string, Doubt> {
  const found = asked(done).map((item) => [item.id, doubtOf(item, done.answers[item.id])] as const)
  return Object.fromEntries(found.filter((one): one is [string, Doubt] => one[1] !== null))
}

/** What one tap on "all normal" answers: what is asked now, has a normal answer, and has none yet. */
export function allNormal(done: Answered): Record<string, Answer> {
  const open = asked(done).filter((item) => !isGiven(item, done.answers[item.id], done.photos))
  return Object.fromEntries(open.flatMap(({ id, normal }) => (normal === null ? [] : [[id, normal]])))
}

/** The checklist of a section: the version that the visit began with, or what was in force when the technician arrived. */
export function checklistOf(
  known: readonly Checklist[],
  kept: VisitChecklist | null,
  section: SectionName,
  about: { kind: Checklist['kind'] | null; arrived_at: Instant },
): Checklist | null {
  const bound = kept?.[section].checklist_id ?? null
  if (bound !== null) return known.find(({ id }) => id === bound) ?? null
  const inForce = known.filter(
    (one) => one.kind === about.kind && one.section === section && one.set_at <= about.arrived_at,
  )
  return inForce.reduce<Checklist | null>(
    (newest, one) => (newest && newest.version > one.version ? newest : one),
    null,
  )
}
