/** Guesses about what arrives in the store: a box is counted, an unexpected arrival is matched (OLD-3). */
import type { Guess } from './guess'

export const closeBox: Guess<'box.close'> = async (rows, { closing_id, ...body }, { by, at }) => {
  const manifest = await rows.get('return_manifest', body.manifest_id)
  const packed = manifest?.boxes.find((box) => box.no === body.box_no)?.old_part_ids ?? []
  const known = await Promise.all(packed.map((id) => rows.get('old_part', id)))
  const back = new Set(known.flatMap((part) => (part && part.received_at !== null ? [part.id] : [])))
  await rows.put('box_closing', {
    ...body,
    id: closing_id,
    station_id: manifest?.station_id ?? '',
    missing_ids: packed.filter((id) => !body.took_in.includes(id) && !back.has(id)).sort(),
    stray_ids: body.took_in.filter((id) => !packed.includes(id)).sort(),
    closed_by: by,
    closed_at: at,
  })
}

export const match: Guess<'old_part.match'> = async (rows, { arrival_id, old_part_id }) => {
  const arrival = await rows.get('old_part', arrival_id)
  const oldPart = await rows.get('old_part', old_part_id)
  if (arrival === undefined || oldPart === undefined || arrival.expected || oldPart.received_at !== null) return
  const { received_at, received_by, condition, mismatch, serial_seen, shelf, holder_kind, holder_id } = arrival
  const came = { received_at, received_by, condition, mismatch, serial_seen, shelf, holder_kind, holder_id }
  await rows.put('old_part', { ...oldPart, ...came, state: 'received' })
  await rows.put('old_part', { ...arrival, state: 'matched' })
  for (const photo of await rows.where('photo', 'of_id', arrival_id)) {
    await rows.put('photo', { ...photo, of_id: old_part_id })
  }
}
