/** How far each step of a visit is: one segment of its mark for each thing to record. */

import type { Segment } from '../../parts/mark'
import { agree } from '../../parts/pair'
import type { Photo, Visit } from '../../rules/wire'
import { photosOf } from '../../store/photos'

export type StepName = 'listen' | 'look' | 'check' | 'handle'

export function segmentsOf(step: StepName, visit: Visit, photos: readonly Photo[]): Segment[] {
  return SEGMENTS[step](visit, photos)
}

const said = (value: unknown): Segment => (value === null || value === undefined || value === '' ? 'todo' : 'done')

const SEGMENTS: Record<StepName, (visit: Visit, photos: readonly Photo[]) => Segment[]> = {
  listen: ({ listen }) => [
    said(listen.account),
    said(listen.told_km ?? null),
    said(listen.told_h ?? null),
    said(listen.usage),
    said(listen.before_after),
  ],
  look: ({ look, listen }, photos) => [
    said(look.in_warranty),
    reading(look.read_km ?? look.read_h, look.read_km === null ? listen.told_h : listen.told_km),
    said(look.opened_before),
    photosOf(photos, 'nameplate').length > 0 ? 'done' : 'todo',
  ],
  check: ({ check }, photos) => [
    check.examined ? 'done' : 'todo',
    said(check.fault_id ?? check.cause),
    photosOf(photos, 'fault').length > 0 || check.cause ? 'done' : 'todo',
  ],
  handle: ({ handle }) => [
    said(handle.responsibility),
    said(handle.done),
    said(handle.customer_agrees),
    handle.use_shown ? 'done' : 'todo',
  ],
}

function reading(read: number | null, told: number | null): Segment {
  if (read === null) return 'todo'
  return told !== null && !agree(told, read) ? 'doubt' : 'done'
}
