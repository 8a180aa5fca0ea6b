/** Guesses about presets: a manager of the head office changes one. */
import type { Json } from '../rules/wire'
import type { Guess } from './guess'

export const set: Guess<'preset.set'> = async (rows, { name, value }) => {
  await rows.put('preset', { id: name, value: value as Json })
}
