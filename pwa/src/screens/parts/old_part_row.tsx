/** An old part that waits to go back: its tag, where it came from, and how long it has been out (OLD-4). */
import { Plate } from '../../parts/sheet'
import { TagStrip } from '../../parts/tag_strip'
import { Tagline } from '../../parts/tagline'
import { daysBetween } from '../../parts/times'
import { words } from '../../parts/words'
import type { OldPart } from '../../rules/wire'
import { daysLate } from '../../store/old_parts'

const w = words({
  noTag: ['没挂标签', 'No tag'],
  age: [(n: number) => `${n} 天`, (n: number) => (n === 1 ? '1 day' : `${n} days`)],
  today: ['今天拆的', 'today'],
  late: [(n: number) => `晚了 ${n} 天`, (n: number) => (n === 1 ? '1 day late' : `${n} days late`)],
  dueIn: [(n: number) => `还有 ${n} 天`, (n: number) => (n === 1 ? '1 day left' : `${n} days left`)],
  dueToday: ['今天到期', 'due today'],
  packed: ['已装箱', 'packed'],
  tookOver: ['接来的', 'taken over'],
})

export function OldPartRow({ part }: { part: OldPart }) {
  const now = new Date()
  const age = part.removed_at ? daysBetween(Date.parse(part.removed_at), now.getTime()) : 0
  const late = daysLate(part, now)
  return (
    <a href={`/parts/old/${part.id}`}>
      <div class="grow">
        <b>{part.part_name}</b>
        <p class="meta">
          {part.plate && <Plate>{part.plate}</Plate>} {age === 0 ? w.today() : w.age(age)}
          {part.state === 'packed' && ` · ${w.packed()}`}
          {part.state === 'handed_over' && ` · ${w.tookOver()}`}
        </p>
        {part.tag ? (
          <TagStrip tag={part.tag} />
        ) : (
          <Tagline icon="tag" kind="doubt">
            {w.noTag()}
          </Tagline>
        )}
      </div>
      {Number.isFinite(late) && (
        <Tagline icon="clock" {...(late > 0 ? { kind: 'no' as const } : late > -3 ? { kind: 'doubt' as const } : {})}>
          {late > 0 ? w.late(late) : late === 0 ? w.dueToday() : w.dueIn(-late)}
        </Tagline>
      )}
    </a>
  )
}
