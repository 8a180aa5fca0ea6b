/** Guesses about more time for an old part: asked, granted, refused (OLD-4). */
import type { Guess } from './guess'

export const ask: Guess<'extension.ask'> = async (rows, { extension_id, ...body }, { by, at }) => {
  const oldPart = await rows.get('old_part', body.old_part_id)
  await rows.put('extension', {
    ...body,
    id: extension_id,
    job_id: oldPart?.job_id ?? null,
    station_id: oldPart?.station_id ?? '',
    state: 'asked',
    asked_by: by,
    asked_at: at,
    answer: null,
    answered_by: null,
    answered_at: null,
  })
}

export const grant: Guess<'extension.grant'> = async (rows, { extension_id, old_part_id }, { by, at }) => {
  const asked = await rows.get('extension', extension_id)
  if (asked?.state !== 'asked') return
  await rows.put('extension', { ...asked, state: 'granted', answered_by: by, answered_at: at })
  const oldPart = await rows.get('old_part', old_part_id)
  if (oldPart !== undefined) await rows.put('old_part', { ...oldPart, due_on: asked.due_on })
}

export const refuse: Guess<'extension.refuse'> = async (rows, { extension_id, reason }, { by, at }) => {
  const asked = await rows.get('extension', extension_id)
  if (asked?.state !== 'asked') return
  await rows.put('extension', { ...asked, state: 'refused', answer: reason, answered_by: by, answered_at: at })
}
