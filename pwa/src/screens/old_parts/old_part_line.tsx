/** An old part in a list: its tag, what and whose it is, where it is, and how late. */
import { Plate } from '../../parts/sheet'
import { TagStrip } from '../../parts/tag_strip'
import { Tagline } from '../../parts/tagline'
import { words } from '../../parts/words'
import type { Rows } from '../../rules/wire'
import { daysLate } from '../../store/old_parts'
import { stateIcon, stateName } from './words'

const w = words({
  noTag: ['没有标签', 'no tag'],
  notExpected: ['没在等，要对', 'Not expected, to match'],
  late: [(days: number) => `晚 ${days} 天`, (days: number) => (days === 1 ? '1 day late' : `${days} days late`)],
  part: ['旧件', 'Old part'],
})

export const isOut = (part: Rows['old_part']): boolean => part.received_at === null

export function OldPartLine({ part, now }: { part: Rows['old_part']; now: Date }) {
  const late = isOut(part) ? daysLate(part, now) : 0
  return (
    <>
      <span class="grow">
        <span class="row named">
          {part.tag ? <TagStrip tag={part.tag} /> : <span class="meta">{w.noTag()}</span>}
          <b>{part.part_name ?? w.part()}</b>
        </span>
        <span class="meta line">
          {part.plate && <Plate>{part.plate}</Plate>} <span class="number">{part.job_number}</span>
        </span>
      </span>
      {late > 0 && (
        <Tagline kind="no" icon="clock">
          {w.late(late)}
        </Tagline>
      )}
      {part.expected ? (
        <Tagline icon={stateIcon(part.state)} {...(part.state === 'missing' ? { kind: 'no' as const } : {})}>
          {stateName(part.state)}
        </Tagline>
      ) : (
        <Tagline kind="doubt" icon="tag">
          {w.notExpected()}
        </Tagline>
      )}
    </>
  )
}
