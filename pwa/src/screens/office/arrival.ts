/** The old part in the clerk's hand, as it is being looked at, and the body that records it (OLD-3). */
import type { Bodies, Condition, Id, Mismatch, Rows } from '../../rules/wire'

export const CONDITIONS = ['as_described', 'damaged', 'incomplete'] as const satisfies readonly Condition[]
export const MISMATCHES = [
  'wrong_part',
  'wrong_serial',
  'quantity_short',
  'no_tag',
] as const satisfies readonly Mismatch[]

export interface Arrival {
  /** Null: nothing that this device knows of carries the tag, or there is no tag. */
  readonly oldPartId: Id | null
  readonly tag: string | null
  readonly condition: Condition
  readonly mismatch: (typeof MISMATCHES)[number] | null
  readonly serialSeen: string
  readonly note: string
  /** The clerk has said that something is wrong and is choosing what. */
  readonly wrong: boolean
}

export function arrivalOf(oldPartId: Id | null, tag: string | null): Arrival {
  const noTag = tag === null && oldPartId === null
  return {
    oldPartId,
    tag,
    condition: 'as_described',
    mismatch: noTag ? 'no_tag' : null,
    serialSeen: '',
    note: '',
    wrong: noTag,
  }
}

/** Whether the serial in hand is that of the part that came off; null while one of them is not known. */
export function serialsAgree(part: Rows['old_part'] | null, seen: string): boolean | null {
  if (!part?.serial || seen.trim() === '') return null
  return plain(part.serial) === plain(seen)
}

/** What is recorded; a serial that differs is a mismatch even when the clerk named none. */
export function receiveBody(
  receiptId: Id,
  arrival: Arrival,
  part: Rows['old_part'] | null,
  shelf: string,
): Bodies['old_part.receive'] {
  const differs = serialsAgree(part, arrival.serialSeen) === false
  const text = (value: string) => (value.trim() === '' ? null : value.trim())
  return {
    receipt_id: receiptId,
    old_part_id: arrival.oldPartId,
    tag: arrival.tag,
    condition: arrival.condition,
    mismatch: arrival.mismatch ?? (differs ? 'wrong_serial' : 'none'),
    serial_seen: text(arrival.serialSeen),
    note: text(arrival.note),
    shelf: text(shelf),
  }
}

export function plain(serial: string): string {
  return serial.replace(/[\s-]/g, '').toUpperCase()
}
