/** One at a time speaks to the server: a round of one tab, or a person who signs in, in whichever tab. */

/** Do `work` when nobody else is on the line. Where the browser has no locks, the numbers keep order all the same. */
export function onTheLine<T>(work: () => Promise<T>): Promise<T> {
  if (navigator.locks === undefined) return work()
  return navigator.locks.request('truckroll-line', work) as Promise<T>
}
