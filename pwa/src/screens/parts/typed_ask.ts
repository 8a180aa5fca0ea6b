/** A requisition as it is being typed. */
import type { Id, Requisition } from '../../rules/wire'

export interface Pieces {
  part_id: Id
  quantity: number
}

export interface TypedAsk {
  job_id: Id | null
  urgency: Requisition['urgency']
  note: string
  lines: Pieces[]
}

export const EMPTY_ASK: TypedAsk = { job_id: null, urgency: 'normal', note: '', lines: [] }

/** A part that is chosen again is one piece more. */
export function withLine(lines: readonly Pieces[], part_id: Id): Pieces[] {
  const isThere = lines.some((line) => line.part_id === part_id)
  if (!isThere) return [...lines, { part_id, quantity: 1 }]
  return lines.map((line) => (line.part_id === part_id ? { ...line, quantity: line.quantity + 1 } : line))
}

/** The line with another number of pieces; with none it is gone. */
export function withQuantity(lines: readonly Pieces[], of: Pieces, quantity: number): Pieces[] {
  return lines.map((line) => (line === of ? { ...line, quantity } : line)).filter((line) => line.quantity > 0)
}

/** What was refused, to be changed and sent again. */
export const askedAgain = ({ job_id, urgency, note, lines }: Requisition): TypedAsk => ({
  job_id,
  urgency,
  note: note ?? '',
  lines: lines.filter(({ asked }) => asked > 0).map(({ part_id, asked }) => ({ part_id, quantity: asked })),
})
