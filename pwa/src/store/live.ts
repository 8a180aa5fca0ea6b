/** Joins a named query to a screen: drawn again whenever the rows that it read have changed. */
import { liveQuery } from 'dexie'
import { useEffect, useState } from 'preact/hooks'

/** Return the query's newest answer, or undefined before the first. It is asked anew when `about` changes. */
export function useLive<T>(query: () => Promise<T>, about: readonly unknown[] = []): T | undefined {
  const [answer, setAnswer] = useState<T>()
  useEffect(() => {
    const subscription = liveQuery(query).subscribe((value) => setAnswer(() => value))
    return () => subscription.unsubscribe()
  }, about)
  return answer
}
