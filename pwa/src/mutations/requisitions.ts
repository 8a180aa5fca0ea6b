/** Guesses about requisitions 领料单: asked, approved, handed over, closed (PART-2). */
import type { Bodies, Id, Requisition, RequisitionLine } from '../rules/wire'
import type { Guess } from './guess'
import { bookingOf, bookLines, shelvesOf, vanOf } from './stock_lines'

export const ask: Guess<'requisition.ask'> = async (rows, body, { by, at }) => {
  if ((await rows.get('requisition', body.requisition_id)) !== undefined) return
  const person = await rows.get('person', by)
  const job = body.job_id === null ? undefined : await rows.get('job', body.job_id)
  await rows.put('requisition', {
    id: body.requisition_id,
    number: null,
    station_id: person?.station_id ?? '',
    technician_id: by,
    job_id: body.job_id,
    job_number: job?.number ?? null,
    state: 'asked',
    urgency: body.urgency ?? 'normal',
    note: body.note,
    lines: body.lines.map(({ part_id, quantity }) => ({ part_id, asked: quantity, approved: null, issued: 0 })),
    issues: [],
    asked_at: at,
    decided_by: null,
    decided_at: null,
    refusal: null,
    closed_by: null,
    closed_at: null,
  })
}

export const approve: Guess<'requisition.approve'> = async (rows, { requisition_id, lines }, { by, at }) => {
  const row = await rows.get('requisition', requisition_id)
  if (row === undefined || row.decided_at !== null || row.state === 'closed') return
  const allowed = new Map(lines.map(({ part_id, quantity }) => [part_id, quantity]))
  const approved = row.lines.map((line) => ({ ...line, approved: allowed.get(line.part_id) ?? 0 }))
  const decided = { decided_by: by, decided_at: at }
  await rows.put('requisition', { ...row, ...decided, lines: approved, state: standing(approved) })
}

export const refuse: Guess<'requisition.refuse'> = async (rows, { requisition_id, reason }, { by, at }) => {
  const row = await rows.get('requisition', requisition_id)
  if (row?.state !== 'asked' || row.decided_at !== null) return
  await rows.put('requisition', { ...row, state: 'refused', refusal: reason, decided_by: by, decided_at: at })
}

export const issue: Guess<'requisition.issue'> = async (rows, body, about) => {
  const row = await rows.get('requisition', body.requisition_id)
  if (row === undefined || row.issues.some(({ issue_id }) => issue_id === body.issue_id)) return
  const { issue_id, technician_id, station_id } = body
  const lines = withIssued(row.lines, body.lines)
  await rows.put('requisition', {
    ...row,
    lines,
    issues: [...row.issues, { issue_id, technician_id, issued_by: about.by, issued_at: about.at, lines: body.lines }],
    state: row.state === 'closed' ? 'closed' : standing(lines),
  })
  const [shelves, van] = [shelvesOf(station_id), await vanOf(rows, technician_id, station_id)]
  const booking = bookingOf(about, 'requisition', row.id)
  await bookLines(rows, shelves, body.lines, -1, booking(van.location))
  await bookLines(rows, van, body.lines, 1, booking(shelves.location))
}

export const close: Guess<'requisition.close'> = async (rows, { requisition_id }, { by, at }) => {
  const row = await rows.get('requisition', requisition_id)
  if (row === undefined || OVER.has(row.state)) return
  await rows.put('requisition', { ...row, state: 'closed', closed_by: by, closed_at: at })
}

const OVER = new Set<Requisition['state']>(['refused', 'closed'])

/** Approved until all of it is handed over. */
const standing = (lines: readonly RequisitionLine[]): Requisition['state'] =>
  lines.some(({ approved, issued }) => (approved ?? 0) > issued) ? 'approved' : 'issued'

type Handed = Bodies['requisition.issue']['lines']

function withIssued(lines: readonly RequisitionLine[], handed: Handed): RequisitionLine[] {
  const pieces = new Map<Id, number>()
  for (const { part_id, quantity } of handed) pieces.set(part_id, (pieces.get(part_id) ?? 0) + quantity)
  const known = new Set(lines.map(({ part_id }) => part_id))
  const added = [...pieces.keys()].filter((part_id) => !known.has(part_id))
  return [...lines, ...added.map((part_id): RequisitionLine => ({ part_id, asked: 0, approved: null, issued: 0 }))].map(
    (line) => ({ ...line, issued: line.issued + (pieces.get(line.part_id) ?? 0) }),
  )
}
