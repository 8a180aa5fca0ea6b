/** A hand-over as it is being put together: to whom, what, and the code that is made for just that. */
import type { Id } from '../../rules/wire'

export interface TypedGive {
  taker_id: Id
  ids: Id[]
  code: string
}

export const EMPTY_GIVE: TypedGive = { taker_id: '', ids: [], code: '' }
export const GIVE_DRAFT = 'give'
