/** Drafts: what is being typed survives a reload, a crash and a new version of the app. */
import { signal } from '@preact/signals'
import { useCallback, useState } from 'preact/hooks'
import type { Json } from '../rules/wire'
import { outbox } from './db'

/** All drafts of the person who holds the device, by key. */
const drafts = new Map<string, Json>()

/** How many drafts are open: a new version of the app waits until there is none. */
export const openDrafts = signal(0)

function changed(): void {
  openDrafts.value = drafts.size
  changes.value = changes.peek() + 1
}

/** Bring the drafts into memory, so that a form is drawn with them at once. */
export async function loadDrafts(): Promise<void> {
  drafts.clear()
  for (const { key, value } of await outbox().drafts()) drafts.set(key, value)
  changed()
}

/** Counts the changes, so that what is derived from a draft is derived anew. */
const changes = signal(0)

/** A draft that is looked at again whenever one has changed. */
export function liveDraftOf(key: string): Json | undefined {
  void changes.value
  return drafts.get(key)
}

export const draftOf = (key: string): Json | undefined => drafts.get(key)

/** The keys of the drafts that begin so. */
export const draftKeys = (prefix: string): string[] => [...drafts.keys()].filter((key) => key.startsWith(prefix))

/** Keep what is being typed under `key`. */
export async function keepDraft(key: string, value: Json): Promise<void> {
  drafts.set(key, value)
  changed()
  await outbox().keepDraft(key, value)
}

/** Forget a draft, on the screen and on the disk. */
export async function dropDraft(key: string): Promise<void> {
  forgetDraft(key)
  await outbox().dropDraft(key)
}

/** Forget a draft that the outbox has dropped together with saving what was typed. */
export function forgetDraft(key: string): void {
  drafts.delete(key)
  changed()
}

/**
 * A form's values, kept on every keystroke: `const [typed, type, drop] = useDraft('listen:' + visit.id, { account: '' })`.
 * Give the same key to `mutate(…, { draft: key })` and the draft goes in the same transaction that saves the mutation.
 */
export function useDraft<T extends object>(
  key: string,
  empty: T,
): [value: T, set: (value: T) => void, drop: () => void] {
  const [shown, setShown] = useState<{ key: string; value: T }>()
  const value = shown?.key === key ? shown.value : ((draftOf(key) as T | undefined) ?? empty)
  const set = useCallback(
    (next: T) => {
      setShown({ key, value: next })
      void keepDraft(key, next as unknown as Json)
    },
    [key],
  )
  const drop = useCallback(() => {
    setShown(undefined)
    void dropDraft(key)
  }, [key])
  return [value, set, drop]
}
