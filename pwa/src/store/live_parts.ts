/** Joins a search of parts to a screen: the index is made when the screen opens, and the search asked again with it. */
import { useEffect } from 'preact/hooks'
import { useLive } from './live'
import { indexParts, partsIndexed } from './part_index'

/** As `useLive`, for a query that searches parts. */
export function useParts<T>(query: () => Promise<T>, about: readonly unknown[] = []): T | undefined {
  useEffect(() => void indexParts(), [])
  return useLive(query, [...about, partsIndexed.value])
}
