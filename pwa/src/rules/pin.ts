/** The technician's PIN: how long it is, and how long it waits after wrong tries. */

export const PIN_DIGITS = 4
/** So many wrong tries in a row are a slip; from then on each wait is twice the one before. */
const FREE_TRIES = 3
const FIRST_WAIT_S = 30
const LONGEST_WAIT_S = 600

export const isPin = (typed: string): boolean => new RegExp(`^\\d{${PIN_DIGITS}}$`).test(typed)

/** Return the seconds to wait after so many wrong tries in a row. */
export function waitAfter(wrong: number): number {
  if (wrong < FREE_TRIES) return 0
  return Math.min(FIRST_WAIT_S * 2 ** (wrong - FREE_TRIES), LONGEST_WAIT_S)
}

/** Return the seconds that are left at `now`; a clock that was put back never makes it longer than the longest wait. */
export function waitLeft(wait_until: number, now: number): number {
  return Math.min(Math.max(0, Math.ceil((wait_until - now) / 1000)), LONGEST_WAIT_S)
}
