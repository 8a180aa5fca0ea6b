/** What travels back: old parts first, since they are due (OLD-4), then what is left in the van (PART-6). */
import { Icon } from '../../parts/icon'
import { Heading, Sheet } from '../../parts/sheet'
import { TagStrip } from '../../parts/tag_strip'
import { words } from '../../parts/words'
import { carried } from '../../store/leaving'
import { useLive } from '../../store/live'
import { partName } from '../part_name'

const w = words({
  title: ['车上带着', 'In the van'],
  counts: [
    (old: number, parts: number) => `旧件 ${old} 件 · 新件 ${parts} 种`,
    (old: number, parts: number) => `${old} old, ${parts} kinds of new parts`,
  ],
  untagged: ['没挂标签', 'no tag'],
  more: [(n: number) => `还有 ${n} 种新件，在“备件”里看`, (n: number) => `${n} kinds of new parts: see Parts`],
  none: ['车上没有旧件', 'No old parts in the van'],
})

export function Carrying() {
  const known = useLive(carried)
  if (known === undefined) return null
  const { oldParts, parts } = known
  return (
    <>
      <Heading aside={w.counts(oldParts.length, parts.length)}>{w.title()}</Heading>
      <Sheet flush>
        <ul class="list">
          {oldParts.length === 0 && <li class="meta">{w.none()}</li>}
          {oldParts.map((old_part) => (
            <li key={old_part.id}>
              <div class="grow">
                <b>{old_part.part_name ?? old_part.part_no}</b>
                <p class="meta">{old_part.customer_name}</p>
              </div>
              {old_part.tag ? <TagStrip tag={old_part.tag} /> : <span class="tagline doubt">{w.untagged()}</span>}
            </li>
          ))}
          {parts.length > 0 && (
            <li>
              <a class="row grow" href="/parts">
                <Icon name="package" tone="quiet" />
                <span class="grow">
                  {parts.length > 2 ? w.more(parts.length) : parts.map(({ part }) => partName(part)).join(' · ')}
                </span>
                <Icon name="caret-right" tone="quiet" />
              </a>
            </li>
          )}
        </ul>
      </Sheet>
    </>
  )
}
