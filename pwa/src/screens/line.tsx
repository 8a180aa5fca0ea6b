/** The badge of a screen: nothing while the line works, grey and since when while it does not. */
import { OfflineBadge } from '../parts/sync_chip'
import { link } from '../sync/status'

export function Line() {
  if (link.value.state !== 'offline') return null
  return <OfflineBadge since={link.value.since} />
}
