/** Guesses about old parts from hand to hand: both halves, boxes, inspection, shelf, disposal (OLD-2, OLD-5). */
import type { Id, OldPart, OldPartHandOver } from '../rules/wire'
import type { About, GuessRows } from '../store/guessing'
import type { Guess } from './guess'

const ON_THE_WAY = new Set<OldPart['state']>(['with_technician', 'handed_over', 'packed', 'shipped', 'missing'])

export const handOver: Guess<'old_part.hand_over'> = (rows, body, { by, at }) =>
  half(rows, body, { giver_id: by, taker_id: body.taker_id, given_at: at })

export const takeOver: Guess<'old_part.take_over'> = (rows, body, { by, at }) =>
  half(rows, body, { giver_id: body.giver_id, taker_id: by, taken_at: at })

interface Half {
  giver_id: Id
  taker_id: Id
  given_at?: string
  taken_at?: string
}

/** One half waits for the other; when both say the same, the part is in the taker's hands (OLD-2). */
async function half(rows: GuessRows, { hand_over_id, old_part_id }: Named, told: Half): Promise<void> {
  const before = await rows.get('old_part_hand_over', hand_over_id)
  const oldPart = await rows.get('old_part', old_part_id)
  const said = { given_at: before?.given_at ?? null, taken_at: before?.taken_at ?? null, ...told }
  const differ = before !== undefined && (before.giver_id !== told.giver_id || before.taker_id !== told.taker_id)
  const state = differ ? 'contradicted' : stateOf(said.given_at, said.taken_at)
  await rows.put('old_part_hand_over', {
    id: hand_over_id,
    old_part_id,
    job_id: oldPart?.job_id ?? null,
    station_id: oldPart?.station_id ?? '',
    ...said,
    state,
  })
  if (state !== 'done' || oldPart?.holder_id !== told.giver_id) return
  const taker = await rows.get('person', told.taker_id)
  const holder_kind = taker?.roles.includes('clerk') ? 'clerk' : 'technician'
  const home = told.taker_id === oldPart.removed_by ? 'with_technician' : 'handed_over'
  const moved = ON_THE_WAY.has(oldPart.state) ? home : oldPart.state
  await rows.put('old_part', { ...oldPart, holder_kind, holder_id: told.taker_id, state: moved })
}

interface Named {
  hand_over_id: Id
  old_part_id: Id
}

function stateOf(given_at: string | null, taken_at: string | null): OldPartHandOver['state'] {
  if (given_at === null) return 'waiting_for_giver'
  return taken_at === null ? 'waiting_for_taker' : 'done'
}

export const pack: Guess<'manifest.pack'> = async (rows, { manifest_id, kind, boxes }, { by, at }) => {
  const person = await rows.get('person', by)
  await rows.put('return_manifest', {
    id: manifest_id,
    number: null,
    station_id: person?.station_id ?? '',
    kind,
    state: 'packed',
    boxes,
    packed_by: by,
    packed_at: at,
    courier: null,
    tracking_no: null,
    shipped_by: null,
    shipped_at: null,
  })
  await onTheWay(
    rows,
    boxes.flatMap((box) => box.old_part_ids),
    { state: 'packed' },
  )
}

export const ship: Guess<'manifest.ship'> = async (rows, { manifest_id, courier, tracking_no }, { by, at }) => {
  const manifest = await rows.get('return_manifest', manifest_id)
  if (manifest === undefined || manifest.state === 'shipped') return
  await rows.put('return_manifest', {
    ...manifest,
    state: 'shipped',
    courier,
    tracking_no,
    shipped_by: by,
    shipped_at: at,
  })
  await onTheWay(
    rows,
    manifest.boxes.flatMap((box) => box.old_part_ids),
    { state: 'shipped', holder_kind: 'courier', holder_id: manifest_id },
  )
}

export const carry: Guess<'manifest.carry'> = async (rows, { manifest_id }, { by, at }) => {
  const manifest = await rows.get('return_manifest', manifest_id)
  if (manifest?.state !== 'packed') return
  await rows.put('return_manifest', { ...manifest, state: 'carried', shipped_by: by, shipped_at: at })
}

export const reportLost: Guess<'old_part.report_lost'> = async (rows, { loss_id, ...body }, { by, at }) => {
  const oldPart = await rows.get('old_part', body.old_part_id)
  const about = { job_id: oldPart?.job_id ?? null, station_id: oldPart?.station_id ?? '' }
  await rows.put('loss_report', { ...body, ...about, id: loss_id, reported_by: by, reported_at: at })
  await onTheWay(rows, [body.old_part_id], { state: 'missing' })
}

async function onTheWay(rows: GuessRows, ids: Id[], moved: Partial<OldPart>): Promise<void> {
  for (const id of ids) {
    const oldPart = await rows.get('old_part', id)
    if (oldPart !== undefined && ON_THE_WAY.has(oldPart.state)) await rows.put('old_part', { ...oldPart, ...moved })
  }
}

export const inspect: Guess<'old_part.inspect'> = async (rows, { inspection_id, ...body }, about) => {
  const oldPart = await rows.get('old_part', body.old_part_id)
  await rows.put('inspection', {
    ...body,
    id: inspection_id,
    job_id: oldPart?.job_id ?? null,
    station_id: oldPart?.station_id ?? (await ownStation(rows, about)),
    inspected_by: about.by,
    inspected_at: about.at,
  })
  if (oldPart?.state === 'received') await rows.put('old_part', { ...oldPart, state: 'inspected' })
}

export const store: Guess<'old_part.store'> = async (rows, { old_part_id, shelf }) => {
  const oldPart = await rows.get('old_part', old_part_id)
  if (oldPart === undefined) return
  const isHere = oldPart.state === 'received' || oldPart.state === 'inspected'
  await rows.put('old_part', { ...oldPart, shelf, state: isHere ? 'stored' : oldPart.state })
}

export const dispose: Guess<'disposal.record'> = async (rows, { disposal_id, ...body }, about) => {
  await rows.put('disposal', {
    ...body,
    id: disposal_id,
    station_id: await ownStation(rows, about),
    disposed_by: about.by,
    disposed_at: about.at,
  })
  for (const id of body.old_part_ids) {
    const oldPart = await rows.get('old_part', id)
    if (oldPart === undefined || oldPart.received_at === null || oldPart.state === 'disposed') continue
    await rows.put('old_part', { ...oldPart, state: 'disposed', holder_kind: 'disposal', holder_id: disposal_id })
  }
}

const ownStation = async (rows: GuessRows, { by }: About) => (await rows.get('person', by))?.station_id ?? ''
