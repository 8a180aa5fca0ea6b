/** What has come off a unit and not come in: how long it has been out, and the list (OLD-4). */
import { useMemo, useState } from 'preact/hooks'
import { Sheet } from '../../parts/sheet'
import { spacedTag } from '../../parts/tag'
import { words } from '../../parts/words'
import type { Rows } from '../../rules/wire'
import { ages, daysLate } from '../../store/old_parts'
import { shortDay } from './words'

const w = words({
  title: [(count: number) => `还没回来 ${count}`, (count: number) => `Still out ${count}`],
  age: [
    (a: number, b: number, c: number, d: number) =>
      `拆下 0–7 天 ${a} 件，8–15 天 ${b} 件，16–30 天 ${c} 件，30 天以上 ${d} 件`,
    (a: number, b: number, c: number, d: number) =>
      `Out 0–7 days ${a}, 8–15 days ${b}, 16–30 days ${c}, over 30 days ${d}`,
  ],
  late: [(days: number) => `晚 ${days} 天`, (days: number) => `${days} d late`],
  due: [(day: string) => `${day}前`, (day: string) => `by ${day}`],
  noTag: ['没挂标签', 'no tag'],
  days: ['天', 'd'],
  more: [(count: number) => `还有 ${count} 件，在旧件里找`, (count: number) => `${count} more, in Old parts`],
})

const BANDS = ['0–7', '8–15', '16–30', '30+']
const SHADES = ['a', 'b', 'c', 'd']
/** The longest due; a station may wait for thousands, and a list of all is a screen of its own. */
const MOST_SHOWN = 100

interface Props {
  parts: readonly Rows['old_part'][]
  now: Date
  onTake: (part: Rows['old_part']) => void
}

export function Expected({ parts, now, onTake }: Props) {
  const [open, setOpen] = useState(false)
  const counts = useMemo(() => ages(parts, now), [parts, now.getTime()])
  if (parts.length === 0) return null
  return (
    <details class="out" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Sheet>
          <b>{w.title(parts.length)}</b>
          <div class="age" role="img" aria-label={w.age(...counts)}>
            {counts.map((count, band) =>
              count === 0 ? null : (
                <i key={BANDS[band]} class={SHADES[band] ?? ''} style={{ '--share': count }}>
                  {band === 3 ? <b>{count}</b> : count}
                </i>
              ),
            )}
          </div>
          <div class="bands meta" aria-hidden="true">
            {counts.map((count, band) =>
              count === 0 ? null : (
                <span key={BANDS[band]} style={{ '--share': count }}>
                  {BANDS[band]} {band === 0 ? w.days() : ''}
                </span>
              ),
            )}
          </div>
        </Sheet>
      </summary>
      <ul class="sheet flush list cases">
        {(open ? parts.slice(0, MOST_SHOWN) : []).map((part) => {
          const late = daysLate(part, now)
          return (
            <li key={part.id}>
              <button type="button" class="pick" onClick={() => onTake(part)}>
                <span class="grow">
                  <b class="mono">{part.tag ? spacedTag(part.tag) : w.noTag()}</b>
                  <span class="meta line">{[part.part_name, part.plate].filter(Boolean).join(' · ')}</span>
                </span>
                <span class={late > 0 ? 'meta bad' : 'meta'}>
                  {late > 0 ? w.late(late) : part.due_on && w.due(shortDay(part.due_on))}
                </span>
              </button>
            </li>
          )
        })}
        {parts.length > MOST_SHOWN && (
          <li>
            <a class="pick" href="/old-parts">
              {w.more(parts.length - MOST_SHOWN)}
            </a>
          </li>
        )}
      </ul>
    </details>
  )
}
