/** The guess about a roll of tags: it is asked for here, its codes come from the server (OLD-1). */
import type { Guess } from './guess'

export const print: Guess<'tag_roll.print'> = async (rows, { roll_id, ...body }, { by, at }) => {
  if ((await rows.get('tag_roll', roll_id)) !== undefined) return
  const unknown = { number: null, first_tag: null, last_tag: null }
  await rows.put('tag_roll', { ...body, ...unknown, id: roll_id, printed_by: by, printed_at: at })
}
