/** Whether this is a desk: a big screen and a mouse. */
import { signal } from '@preact/signals'

const query = globalThis.matchMedia?.('(min-width: 75em) and (not (pointer: coarse))')

export const desk = signal(query?.matches ?? false)

query?.addEventListener('change', ({ matches }) => {
  desk.value = matches
})
