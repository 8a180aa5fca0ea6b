/** Which old parts are chosen in the list for the next form; the form of one part brings its own. */
import { signal } from '@preact/signals'
import type { Id } from '../../rules/wire'

export const chosen = signal<ReadonlySet<Id>>(new Set())

export function choose(ids: Iterable<Id>): void {
  chosen.value = new Set(ids)
}

/** The parts that a form is about. */
export const idsOf = (params: Readonly<Record<string, string>>): readonly Id[] =>
  params.id === undefined ? [...chosen.value] : [params.id]
