/** What is being typed about one row: a draft on every keystroke, and one mutation when the person moves on. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { uuid7 } from '../../rules/ids'
import { same } from '../../rules/merge'
import type { Changes, Json } from '../../rules/wire'
import { outbox } from '../../store/db'
import { draftKeys, draftOf, dropDraft, keepDraft } from '../../store/drafts'
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

/** What is being recorded stands in a draft of its own until it is in the outbox; what is typed meanwhile in another. */
const savingKeys = (key: string) => `${key}:saving:`

/** What was recorded and is no row yet: the row may still be any of the values that it had on the way there. */
interface Recorded<V> {
  seen: V[]
  to: V
}

interface Saving<T> {
  changes: Changes<T>
  draft: string
}

/** Of one row, whichever screen shows it: its saves one after the other, and what they changed. */
interface Journey<T> {
  recorded: { [F in keyof T]?: Recorded<T[F] | null> }
  waiting: Saving<T>[]
  last: Promise<void>
  /** The screen that shows it now: it gets back what could not be saved. */
  putBack: (changes: Changes<T>) => Promise<void>
}

const journeys = new WeakMap<object, Map<string, Journey<object>>>()

function journeyOf<T extends object>(key: string): Journey<T> {
  const here = journeys.get(outbox()) ?? new Map<string, Journey<object>>()
  journeys.set(outbox(), here)
  const known = here.get(key) ?? {
    recorded: {},
    waiting: [],
    last: Promise.resolve(),
    putBack: (changes: object) => keep(key, changes),
  }
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
    const arrived = journey.waiting.length === 0 && same(row[field], to)
    // A value that nobody here saw was in force already: the row says what holds.
    if (arrived || !seen.some((value) => same(value, row[field]))) delete journey.recorded[field]
  }
  const settled: T = { ...row, ...valuesOf(journey.recorded) }

  const show = (changes: Changes<T>) => {
    unsaved.current = changes
    setTyped(changes)
  }
  journey.putBack = (changes) => {
    const both = joined(changes, unsaved.current)
    show(both)
    return keep(key, both)
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
  const save = () => {
    const changes = unsaved.current
    if (fieldsOf(changes).length === 0) return journey.last
    show({})
    return travel(key, changes, record)
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

/** Record what a crash or a dying battery left behind of this row. */
export function recordLeft<T extends object>(key: string, record: RecordChanges<T>): Promise<void> {
  const left = leftOf<T>(key)
  return fieldsOf(left).length === 0 ? journeyOf(key).last : travel(key, left, record)
}

/** Record the changes after those that were to be recorded before them; they are a draft until they are in the outbox. */
function travel<T extends object>(key: string, changes: Changes<T>, record: RecordChanges<T>): Promise<void> {
  const journey = journeyOf<T>(key)
  const leftBehind = draftsLeft(key)
  const saving: Saving<T> = { changes, draft: savingKeys(key) + uuid7() }
  journey.waiting = [...journey.waiting, saving]
  for (const field of fieldsOf(changes)) {
    const { from, to } = changes[field] as { from: T[typeof field] | null; to: T[typeof field] | null }
    journey.recorded[field] = { seen: [...(journey.recorded[field]?.seen ?? []), from], to }
  }
  const kept = Promise.all([
    keepDraft(saving.draft, changes as unknown as Json),
    ...[key, ...leftBehind].map(dropDraft),
  ])
  kept.catch(() => undefined)
  const arrive = async () => {
    // A save before this one failed and took this one back with it.
    if (!journey.waiting.includes(saving)) return
    try {
      await kept
      await record(changes, { draft: saving.draft })
      journey.waiting = journey.waiting.filter((one) => one !== saving)
    } catch (problem) {
      await takeBack(journey)
      throw problem
    }
  }
  journey.last = journey.last.catch(() => undefined).then(arrive)
  return journey.last
}

/** Nothing typed is lost: what could not be saved, and all that was to be saved after it, is being typed again. */
async function takeBack<T extends object>(journey: Journey<T>): Promise<void> {
  const back = journey.waiting
  journey.waiting = []
  journey.recorded = {}
  await journey.putBack(back.reduce<Changes<T>>((all, { changes }) => joined(all, changes), {}))
  for (const { draft } of back) await dropDraft(draft)
}

/** Drafts of saves that the app did not live to finish, the oldest first. */
function draftsLeft(key: string): string[] {
  const travelling = new Set(journeyOf(key).waiting.map(({ draft }) => draft))
  return draftKeys(savingKeys(key))
    .filter((draft) => !travelling.has(draft))
    .sort()
}

/** What was typed, and what was being recorded when the app ended; the later typing holds. */
function leftOf<T extends object>(key: string): Changes<T> {
  return [...draftsLeft(key), key].reduce<Changes<T>>(
    (all, draft) => joined(all, (draftOf(draft) as Changes<T> | undefined) ?? {}),
    {},
  )
}

/** Two edits of a field are one: from what the first saw to what the second wants. */
function joined<T extends object>(first: Changes<T>, then: Changes<T>): Changes<T> {
  const both = { ...first }
  for (const field of fieldsOf(then)) {
    const change = then[field]
    if (change !== undefined) both[field] = { from: (first[field] ?? change).from, to: change.to }
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
