/** Guesses about swaps: a part from the van onto the unit, and the old part that comes off it (PART-4). */
import type { Bodies, Id, OldPart, StockSource, Visit } from '../rules/wire'
import type { About, GuessRows } from '../store/guessing'
import type { Guess } from './guess'

export const record: Guess<'swap.record'> = async (rows, body, about) => {
  const visit = await rows.get('visit', body.visit_id)
  if (visit === undefined || (await rows.get('swap', body.swap_id)) !== undefined) return
  const { job_id, station_id } = visit
  await rows.put('swap', {
    id: body.swap_id,
    visit_id: visit.id,
    job_id,
    station_id,
    part_id: body.part_id,
    quantity: body.quantity,
    new_serial: body.new_serial,
    reason: body.reason,
    old_part_id: body.old_part?.old_part_id ?? null,
    no_old_part_reason: body.no_old_part_reason,
    no_old_part_code: body.no_old_part_code ?? null,
    source: body.source ?? 'van',
    causal: body.causal ?? null,
    hold_reason: body.hold_reason ?? null,
    undone_at: null,
    undone_reason: null,
    recorded_by: about.by,
    recorded_at: about.at,
  })
  await take(rows, { source: body.source ?? 'van', by: about.by, station_id, part_id: body.part_id }, body.quantity)
  if (body.old_part !== null) await rows.put('old_part', await born(rows, visit, body, body.old_part, about))
}

interface Taken {
  source: StockSource
  by: Id
  station_id: Id
  part_id: Id
}

/**
 * Take pieces from where they came from, or put them back with a negative number. An account may go below zero: what was
 * fitted was fitted, the books follow (facts are accepted). A shop on the way has no account here.
 */
export async function take(rows: GuessRows, { source, by, station_id, part_id }: Taken, pieces: number): Promise<void> {
  if (source === 'bought_locally') return
  const location = source === 'van' ? `van:${by}` : `store:${station_id}`
  const id = `${location}:${part_id}`
  const stock = await rows.get('stock', id)
  // The shelves are only guessed where this device sees them.
  if (source === 'store' && stock === undefined) return
  await rows.put('stock', { id, station_id, location, part_id, quantity: (stock?.quantity ?? 0) - pieces })
}

async function born(
  rows: GuessRows,
  visit: Visit,
  body: Bodies['swap.record'],
  removed: NonNullable<Bodies['swap.record']['old_part']>,
  { by, at }: About,
): Promise<OldPart> {
  const [job, part] = await Promise.all([rows.get('job', visit.job_id), rows.get('part', body.part_id)])
  return {
    id: removed.old_part_id,
    job_id: visit.job_id,
    visit_id: visit.id,
    swap_id: body.swap_id,
    station_id: visit.station_id,
    part_id: body.part_id,
    part_no: part?.part_no ?? null,
    part_name: part?.name ?? null,
    tag: removed.tag,
    serial: removed.serial,
    quantity: removed.quantity,
    state: 'with_technician',
    holder_kind: 'technician',
    holder_id: by,
    job_number: job?.number ?? null,
    plate: job?.plate ?? null,
    customer_name: job?.customer_name ?? null,
    removed_at: at,
    removed_by: by,
    due_on: null,
    received_at: null,
    received_by: null,
    condition: null,
    mismatch: null,
    serial_seen: null,
    shelf: null,
    expected: true,
  }
}
