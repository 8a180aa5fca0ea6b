/** Who decides between two values of one field; the mirror of `server/rules/reviews.py`. */
import type { Choice, Id, Review, Role } from './wire'

/** A person as the rule looks at them; without a station they work for the head office. */
export interface Decider {
  id: Id
  roles: readonly Role[]
  station_id: Id | null
}

const ALL: readonly Choice[] = ['in_force', 'proposed', 'other']

/** The owner and the station's managers choose anything; who proposed may agree to what is in force. */
export function mayChoose(
  review: Pick<Review, 'owner_id' | 'proposed_by' | 'station_id'>,
  { id, roles, station_id }: Decider,
): readonly Choice[] {
  const manages = roles.includes('manager') && (station_id === null || station_id === review.station_id)
  if (review.owner_id === id || manages) return ALL
  return review.proposed_by === id ? ['in_force'] : []
}
