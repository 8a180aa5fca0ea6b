/** The loop: when a round of sync is made. */

/** Make a round now; resolves when it is over, however it went. */
export async function syncNow(): Promise<void> {}

/** Sync from now on: at once, when the page is seen, when the line comes back, after a change, and on a timer. */
export function startSync(): void {}

export function stopSync(): void {}
