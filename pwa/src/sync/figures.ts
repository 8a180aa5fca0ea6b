/** Asks the server for the figures of a period and keeps the answer; nothing else of the device waits for it. */
import type { Figures, Question } from '../rules/figures'
import { holderId } from '../store/db'
import { keepFigures } from '../store/figures'
import { ask } from './transport'

/** `lost`: the line did not hold; `refused`: the server does not tell this person. */
export type Asked = 'kept' | 'lost' | 'refused'

/** Ask, and keep what comes under `name`. Never throws. */
export async function askForFigures(name: string, question: Question): Promise<Asked> {
  const user_id = holderId()
  const { begins, ends, ...whose } = question
  const asked = new URLSearchParams({ from: begins, until: ends })
  for (const [key, value] of Object.entries(whose)) if (value !== null) asked.set(key, value)
  const answer = await ask<Figures>('GET', `/api/figures?${asked}`, undefined, { givesWay: true })
  if (answer.kind === 'lost') return 'lost'
  if (answer.kind === 'problem') return answer.status === 403 || answer.status === 404 ? 'refused' : 'lost'
  try {
    await keepFigures(user_id, name, answer.body)
    return 'kept'
  } catch {
    // The person has left the device meanwhile, or it is full: the answer can be asked for again.
    return 'lost'
  }
}
