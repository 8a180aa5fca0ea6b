/** The chain of custody of one old part as it can be told from what this device holds: who gave, who took, when (OLD-2). */
import type { Instant, Rows } from './wire'

/** Everything that was said about one old part. */
export interface OldPartFile {
  part: Rows['old_part']
  handOvers: readonly Rows['old_part_hand_over'][]
  manifests: readonly Rows['return_manifest'][]
  closings: readonly Rows['box_closing'][]
  inspections: readonly Rows['inspection'][]
  disposal: Rows['disposal'] | undefined
  extensions: readonly Rows['extension'][]
  waiver: Rows['waiver'] | undefined
}

export type StepKind =
  | 'removed'
  | 'handed_over'
  | 'half_told'
  | 'contradicted'
  | 'packed'
  | 'shipped'
  | 'not_in_box'
  | 'received'
  | 'inspected'
  | 'disposed'
  | 'more_time_asked'
  | 'more_time_granted'
  | 'more_time_refused'
  | 'waived'

/** One link. `from` and `to` are people; `said` is a number, a shelf, a day or somebody's own words. */
export interface Step {
  kind: StepKind
  at: Instant
  from: string | null
  to: string | null
  said: string | null
}

/** The links in the order in which they happened. */
export function chainOf(file: OldPartFile): Step[] {
  const { part, handOvers, manifests, closings, inspections, disposal, extensions, waiver } = file
  const steps: (Step | null)[] = [
    step('removed', part.removed_at, null, part.removed_by, part.tag),
    ...handOvers.map(told),
    ...manifests.flatMap((manifest) => [
      step('packed', manifest.packed_at, manifest.packed_by, null, boxName(manifest, part.id)),
      step('shipped', manifest.shipped_at, manifest.shipped_by, null, courierOf(manifest)),
    ]),
    ...closings
      .filter(({ missing_ids }) => missing_ids.includes(part.id))
      .map(({ closed_at, closed_by, note }) => step('not_in_box', closed_at, null, closed_by, note)),
    step('received', part.received_at, null, part.received_by, part.shelf),
    ...inspections.map(({ inspected_at, inspected_by, reason_code }) =>
      step('inspected', inspected_at, null, inspected_by, reason_code),
    ),
    disposal ? step('disposed', disposal.disposed_at, disposal.disposed_by, null, disposal.signer_name) : null,
    ...extensions.flatMap((asked) => [
      step('more_time_asked', asked.asked_at, asked.asked_by, null, asked.due_on),
      asked.state === 'granted'
        ? step('more_time_granted', asked.answered_at, asked.answered_by, null, asked.due_on)
        : null,
      asked.state === 'refused'
        ? step('more_time_refused', asked.answered_at, asked.answered_by, null, asked.answer)
        : null,
    ]),
    waiver ? step('waived', waiver.waived_at, waiver.waived_by, null, waiver.note) : null,
  ]
  return steps.filter((one) => one !== null).sort((a, b) => a.at.localeCompare(b.at))
}

/** The name of the box that the part was packed into: `HY-2611-0001 · 2`; bare while the manifest has no number yet. */
export function boxName({ number, boxes }: Rows['return_manifest'], partId: string): string {
  const box = boxes.find(({ old_part_ids }) => old_part_ids.includes(partId))
  return nameOfBox(number, box?.no ?? 1)
}

export const nameOfBox = (number: string | null, no: number): string => [number, no].filter(Boolean).join('-')

function told({ giver_id, taker_id, given_at, taken_at, state }: Rows['old_part_hand_over']): Step | null {
  const kind = state === 'done' ? 'handed_over' : state === 'contradicted' ? 'contradicted' : 'half_told'
  return step(kind, given_at ?? taken_at, giver_id, taker_id, null)
}

const courierOf = ({ courier, tracking_no }: Rows['return_manifest']) =>
  [courier, tracking_no].filter(Boolean).join(' ') || null

function step(
  kind: StepKind,
  at: Instant | null,
  from: string | null,
  to: string | null,
  said: string | null,
): Step | null {
  return at === null ? null : { kind, at, from, to, said }
}
