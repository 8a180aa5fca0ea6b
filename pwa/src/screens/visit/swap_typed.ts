/** What is typed of a swap, and the fact that it becomes (VIS-5, PART-4, OLD-1). */
import { uuid7 } from '../../rules/ids'
import { isTag, normaliseTag } from '../../rules/tags'
import type { Bodies, Id, NoOldPart, StockSource } from '../../rules/wire'

export const swapDraft = (visit_id: Id) => `visit:${visit_id}:swap`

/** The ids are made first, so that photos can name the swap and its old part before they are recorded. */
export interface Typed {
  swap_id: Id
  old_part_id: Id
  part_id: Id | null
  quantity: number
  new_serial: string
  old_serial: string
  tag: string
  old_part: boolean
  no_old_part_code: NoOldPart | null
  no_old_part_reason: string
  source: StockSource
  /** 主因件: failed first; false for a part that it took along. */
  causal: boolean
  hold_reason: string
  reason: string
}

/** The first part of a visit is mostly the one that failed; the next ones mostly went with it. */
export function blank(isFirst: boolean): Typed {
  return {
    swap_id: uuid7(),
    old_part_id: uuid7(),
    part_id: null,
    quantity: 1,
    new_serial: '',
    old_serial: '',
    tag: '',
    old_part: true,
    no_old_part_code: null,
    no_old_part_reason: '',
    source: 'van',
    causal: isFirst,
    hold_reason: '',
    reason: '',
  }
}

/** The fact as it is recorded; null while part, reason or old part is missing, or the tag is wrong. */
export function bodyOf(visit_id: Id, typed: Typed, onHold: boolean): Bodies['swap.record'] | null {
  const tag = normaliseTag(typed.tag)
  const reason = typed.reason.trim()
  const hold_reason = typed.hold_reason.trim()
  const no_old_part_reason = typed.no_old_part_reason.trim()
  if (typed.part_id === null || reason === '' || (onHold && hold_reason === '')) return null
  if (typed.old_part ? tag !== '' && !isTag(tag) : no_old_part_reason === '') return null
  return {
    swap_id: typed.swap_id,
    visit_id,
    part_id: typed.part_id,
    quantity: typed.quantity,
    new_serial: typed.new_serial.trim() || null,
    reason,
    source: typed.source,
    causal: typed.causal,
    hold_reason: onHold ? hold_reason : null,
    old_part: typed.old_part
      ? {
          old_part_id: typed.old_part_id,
          serial: typed.old_serial.trim() || null,
          quantity: typed.quantity,
          tag: tag || null,
        }
      : null,
    no_old_part_reason: typed.old_part ? null : no_old_part_reason,
    no_old_part_code: typed.old_part ? null : typed.no_old_part_code,
  }
}
