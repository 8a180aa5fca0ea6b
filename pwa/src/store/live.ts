/** Joins a named query to a screen: drawn again whenever the rows that it read have changed. */
import { liveQuery } from 'dexie'
import { useLayoutEffect, useState } from 'preact/hooks'

/** Return the query's newest answer, or undefined before the first. It is asked anew when `about` changes. */
export function useLive<T>(query: () => Promise<T>, about: readonly unknown[] = []): T | undefined {
  const [answer, setAnswer] = useState<T>()
  // Asked before the first painting, and not a frame later.
  useLayoutEffect(() => {
    const subscription = liveQuery(query).subscribe((value) => setAnswer(() => value))
    return () => subscription.unsubscribe()
  }, about)
  return answer
}
