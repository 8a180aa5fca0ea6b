/** What was sent of a transfer beside what arrived, by part (PART-7). */
import type { Id, Transfer } from '../../rules/wire'

export interface SentAndReceived {
  part_id: Id
  sent: number
  received: number
}

export function compared({ sent, received }: Pick<Transfer, 'sent' | 'received'>): SentAndReceived[] {
  const found = new Map<Id, SentAndReceived>()
  const of = (part_id: Id) => {
    const known = found.get(part_id) ?? { part_id, sent: 0, received: 0 }
    found.set(part_id, known)
    return known
  }
  for (const line of sent) of(line.part_id).sent += line.quantity
  for (const line of received) of(line.part_id).received += line.quantity
  return [...found.values()]
}

export const differs = (transfer: Pick<Transfer, 'sent' | 'received'>): boolean =>
  compared(transfer).some(({ sent, received }) => sent !== received)
