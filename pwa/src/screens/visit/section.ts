/** One part of the visit while it is being written: a draft on every keystroke, one mutation when the person moves on. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import type { Changes, Id, Json, Visit } from '../../rules/wire'
import { draftOf, dropDraft, keepDraft } from '../../store/drafts'
import { saved } from './saving'

export type SectionName = 'listen' | 'look' | 'check' | 'handle'
const SECTIONS: readonly SectionName[] = ['listen', 'look', 'check', 'handle']

export interface Section<S extends SectionName> {
  /** What the screen shows: the row, and over it what is typed. */
  value: Visit[S]
  set: (typed: Partial<Visit[S]>) => void
  /** Record what was changed; nothing changed, nothing is recorded. */
  save: () => Promise<void>
  /** Put this on a group of fields: it is recorded when the person leaves the group. */
  onFocusOut: (event: FocusEvent) => void
}

const draftKey = (visit_id: Id, section: SectionName) => `visit:${visit_id}:${section}`

export function useSection<S extends SectionName>(visit: Visit, section: S): Section<S> {
  const key = draftKey(visit.id, section)
  const row = visit[section]
  const [typed, setTyped] = useState<Changes<Visit[S]>>(() => (draftOf(key) as Changes<Visit[S]> | undefined) ?? {})
  // What was recorded here and has not come back as a row yet: the next change starts from it.
  const recorded = useRef<Partial<Visit[S]>>({})
  // What is being recorded at this moment: it stays in the draft until it is on the flash.
  const travelling = useRef<Changes<Visit[S]>>({})
  const saving = useRef(Promise.resolve())
  const unsaved = useRef(typed)
  unsaved.current = typed
  for (const field of fieldsOf(recorded.current)) {
    if (row[field] === recorded.current[field]) delete recorded.current[field]
  }
  const settled: Visit[S] = { ...row, ...recorded.current }

  const show = (changes: Changes<Visit[S]>) => {
    unsaved.current = changes
    setTyped(changes)
  }
  const keep = (changes: Changes<Visit[S]>) => {
    if (fieldsOf(changes).length === 0) return dropDraft(key)
    return keepDraft(key, changes as unknown as Json)
  }
  const set = (values: Partial<Visit[S]>) => {
    const changes = { ...unsaved.current }
    for (const field of fieldsOf(values)) {
      const from = changes[field]?.from ?? settled[field] ?? null
      const to = values[field] ?? null
      if (from === to) delete changes[field]
      else changes[field] = { from, to }
    }
    show(changes)
    void keep({ ...travelling.current, ...changes })
  }
  const saveOnce = async () => {
    const changes = unsaved.current
    if (fieldsOf(changes).length === 0) return
    for (const field of fieldsOf(changes)) recorded.current[field] = changes[field]?.to as Visit[S][keyof Visit[S]]
    travelling.current = changes
    show({})
    try {
      await record(visit.id, section, changes)
    } catch (problem) {
      show({ ...changes, ...unsaved.current })
      throw problem
    } finally {
      travelling.current = {}
    }
    await keep(unsaved.current)
  }
  // One after the other: the draft then always holds what is not on the flash, also when the app ends in between.
  const save = () => {
    saving.current = saving.current.catch(() => undefined).then(saveOnce)
    return saving.current
  }

  const leave = useRef(save)
  leave.current = save
  useLayoutEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') void saved(leave.current())
    }
    document.addEventListener('visibilitychange', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      void saved(leave.current())
    }
  }, [])

  const onFocusOut = (event: FocusEvent) => {
    const group = event.currentTarget as Node
    if (!group.contains(event.relatedTarget as Node | null)) void saved(save())
  }
  return { value: { ...settled, ...values(typed) }, set, save: () => saved(save()), onFocusOut }
}

/** Record what a crash or a dying battery left behind as drafts, before the report is shown to the customer. */
export async function recordLeftDrafts(visit: Visit): Promise<void> {
  for (const section of SECTIONS) {
    const left = draftOf(draftKey(visit.id, section)) as Changes<Visit[typeof section]> | undefined
    if (!left || fieldsOf(left).length === 0) continue
    await record(visit.id, section, left)
    await dropDraft(draftKey(visit.id, section))
  }
}

function record<S extends SectionName>(visit_id: Id, section: S, changes: Changes<Visit[S]>): Promise<unknown> {
  // The name and the type of its changes go together; TypeScript cannot see that through the template.
  const name = `visit.record_${section}` as 'visit.record_listen'
  return mutate(name, { visit_id, changes: changes as Changes<Visit['listen']> })
}

function fieldsOf<T extends object>(values: T): (keyof T)[] {
  return Object.keys(values) as (keyof T)[]
}

function values<T extends object>(changes: Changes<T>): Partial<T> {
  return Object.fromEntries(
    Object.entries(changes).map(([field, change]) => [field, (change as { to: unknown }).to]),
  ) as Partial<T>
}
