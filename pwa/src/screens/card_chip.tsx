/** Where a card's records are. What only came from the server was there when it last answered. */
import { SyncChip } from '../parts/sync_chip'
import { cardState } from '../store/card'
import { lastContact } from '../sync/status'

export function CardChip({ ids }: { ids: readonly string[] }) {
  const { state, at } = cardState(ids)
  return <SyncChip state={state} at={at ?? (state === 'has' ? lastContact.value : null)} />
}
