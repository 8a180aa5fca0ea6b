/** The badge of a screen: nothing while the line works, grey and since when while it does not. */
import { OfflineBadge } from '../parts/sync_chip'
import { offlineSince } from '../sync/status'

export function Line() {
  const since = offlineSince.value
  return since === null ? null : <OfflineBadge since={since} />
}
