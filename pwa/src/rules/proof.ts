/** What page and worker say to each other when the app's files are proven to be on the device. */

/** A request that carries it is answered from the device alone, and so is its answer marked. */
export const FROM_HERE = 'X-Truckroll-From-Here'

/** Asks the worker which files the app consists of; the answer is a list of addresses. */
export const ASK_FILES = 'FILES'

/** A request for the list, with the port that takes the answer. */
export const asksForFiles = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && (data as { type?: unknown }).type === ASK_FILES
