/** What a guess is: it does on the cached rows what the server's mutator of the same name will do. */
import type { Bodies, MutationName } from '../rules/wire'
import type { About, GuessRows } from '../store/guessing'

export type Guess<N extends MutationName> = (rows: GuessRows, body: Bodies[N], about: About) => Promise<void>
