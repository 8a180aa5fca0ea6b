/** What is being typed about one row: a draft on every keystroke, and one mutation when the person moves on. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { same } from '../../rules/merge'
import type { Changes, Json } from '../../rules/wire'
import { outbox } from '../../store/db'
import { draftOf, dropDraft, keepDraft } from '../../store/drafts'
import { saved } from './saving'

/** Records changes; the draft of this key goes in the transaction that keeps them. */
export type RecordChanges<T> = (changes: Changes<T>, how: { draft: string }) => Promise<unknown>

export interface Typing<T> {
  /** What the screen shows: the row, and over it what is typed. */
  value: T
  set: (typed: Partial<T>) => void
  /** Something is a draft that nobody has recorded yet. */
  typing: boolean
  /** Record what was changed; nothing changed, nothing is recorded. */
  save: () => Promise<void>
  /** Put this on a group of fields: it is recorded when the person leaves the group. */
  onFocusOut: (event: FocusEvent) => void
}

/** What is being recorded stands in a draft of its own until it is in the outbox; what is typed meanwhile in the other. */
const travellingKey = (key: string) => `${key}:saving`

/** What was recorded and is no row yet: the row may still be any of the values that it had on the way there. */
interface Recorded<V> {
  seen: V[]
  to: V
}

/** Of one draft, whichever screen shows it: what was recorded, and the saves one after the other. */
interface Journey<T> {
  recorded: { [F in keyof T]?: Recorded<T[F] | null> }
  last: Promise<void>
  under_way: boolean
}

const journeys = new WeakMap<object, Map<string, Journey<object>>>()

function journeyOf<T extends object>(key: string): Journey<T> {
  const here = journeys.get(outbox()) ?? new Map<string, Journey<object>>()
  journeys.set(outbox(), here)
  const known = here.get(key) ?? { recorded: {}, last: Promise.resolve(), under_way: false }
  here.set(key, known)
  return known as Journey<T>
}

export function useTyping<T extends object>(key: string, row: T, record: RecordChanges<T>): Typing<T> {
  const journey = journeyOf<T>(key)
  const [typed, setTyped] = useState<Changes<T>>(() => leftOf<T>(key))
  const unsaved = useRef(typed)
  unsaved.current = typed
  for (const field of fieldsOf(journey.recorded)) {
    const { seen, to } = journey.recorded[field] as Recorded<T[keyof T] | null>
    const arrived = !journey.under_way && same(row[field], to)
    // A value that nobody here saw was in force already: the row says what holds.
    if (arrived || !seen.some((value) => same(value, row[field]))) delete journey.recorded[field]
  }
  const settled: T = { ...row, ...valuesOf(journey.recorded) }

  const show = (changes: Changes<T>) => {
    unsaved.current = changes
    setTyped(changes)
  }
  const set = (values: Partial<T>) => {
    const changes = { ...unsaved.current }
    for (const field of fieldsOf(values)) {
      const before = changes[field]
      const from = (before === undefined ? settled[field] : before.from) ?? null
      const to = values[field] ?? null
      if (same(from, to)) delete changes[field]
      else changes[field] = { from, to }
    }
    show(changes)
    void saved(keep(key, changes))
  }
  const saveOnce = async () => {
    const changes = unsaved.current
    if (fieldsOf(changes).length === 0) return
    const before = { ...journey.recorded }
    journey.under_way = true
    for (const field of fieldsOf(changes)) {
      const { from, to } = changes[field] as { from: T[typeof field] | null; to: T[typeof field] | null }
      journey.recorded[field] = { seen: [...(before[field]?.seen ?? []), from], to }
    }
    show({})
    try {
      await keepDraft(travellingKey(key), changes as unknown as Json)
      await keep(key, unsaved.current)
      await record(changes, { draft: travellingKey(key) })
    } catch (problem) {
      journey.recorded = before
      const both = joined(changes, unsaved.current)
      show(both)
      await keep(key, both)
      await dropDraft(travellingKey(key))
      throw problem
    } finally {
      journey.under_way = false
    }
  }
  // One after the other, also when the same thing is open a second time: each starts from what the former recorded.
  const save = () => {
    journey.last = journey.last.catch(() => undefined).then(saveOnce)
    return journey.last
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
  return {
    value: { ...settled, ...valuesOf(typed) },
    set,
    typing: fieldsOf(typed).length > 0,
    save: () => saved(save()),
    onFocusOut,
  }
}

/** Record what a crash or a dying battery left behind of this draft. */
export async function recordLeft<T extends object>(key: string, record: RecordChanges<T>): Promise<void> {
  const journey = journeyOf<T>(key)
  await journey.last.catch(() => undefined)
  const left = leftOf<T>(key)
  if (fieldsOf(left).length === 0) return
  await keepDraft(travellingKey(key), left as unknown as Json)
  await dropDraft(key)
  await record(left, { draft: travellingKey(key) })
}

/** What was typed, and what was being recorded when the app ended; the later typing holds. */
function leftOf<T extends object>(key: string): Changes<T> {
  const typing = (draftOf(key) as Changes<T> | undefined) ?? {}
  if (journeyOf(key).under_way) return typing
  return joined((draftOf(travellingKey(key)) as Changes<T> | undefined) ?? {}, typing)
}

/** Two edits of a field are one: from what the first saw to what the second wants. */
function joined<T extends object>(first: Changes<T>, then: Changes<T>): Changes<T> {
  const both = { ...first }
  for (const field of fieldsOf(then)) {
    const change = then[field]
    if (change === undefined) continue
    both[field] = { from: (first[field] ?? change).from, to: change.to }
  }
  return both
}

function keep<T extends object>(key: string, changes: Changes<T>): Promise<void> {
  if (fieldsOf(changes).length === 0) return dropDraft(key)
  return keepDraft(key, changes as unknown as Json)
}

function fieldsOf<T extends object>(values: T): (keyof T)[] {
  return Object.keys(values) as (keyof T)[]
}

function valuesOf<T extends object>(changes: { [F in keyof T]?: { to: T[F] | null } }): Partial<T> {
  return Object.fromEntries(
    Object.entries(changes).map(([field, change]) => [field, (change as { to: unknown }).to]),
  ) as Partial<T>
}
