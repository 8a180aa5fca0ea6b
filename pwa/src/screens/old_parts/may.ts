/** What the store can do next with an old part, by where it is on its way; facts are stored all the same (OLD-3, OLD-5). */
import type { Rows } from '../../rules/wire'

export const canInspect = ({ state }: Rows['old_part']): boolean => state === 'received' || state === 'inspected'
export const canShelve = ({ state }: Rows['old_part']): boolean =>
  state === 'received' || state === 'inspected' || state === 'stored'
export const canDispose = ({ state, expected }: Rows['old_part']): boolean =>
  expected && (state === 'inspected' || state === 'stored')
export const canMatch = ({ state, expected }: Rows['old_part']): boolean =>
  !expected && (state === 'received' || state === 'inspected' || state === 'stored')
