/** What came in during this sitting, the newest on top, each with its own truth. */
import { Icon } from '../../parts/icon'
import { SyncChip } from '../../parts/sync_chip'
import { spacedTag } from '../../parts/tag'
import { words } from '../../parts/words'
import type { Rows } from '../../rules/wire'
import { cardState } from '../../store/card'
import type { OldPartInHand } from '../../store/old_parts'
import type { Arrival } from './arrival'

const w = words({
  counted: [(count: number) => `收了 ${count} 件`, (count: number) => `${count} received`],
  today: ['今天', 'Today'],
  now: ['手上', 'now'],
  received: ['收下', 'received'],
  differs: ['有不对', 'differs'],
  unexpected: ['没在等', 'not expected'],
  noTag: ['没有标签', 'no tag'],
  inHand: [(name: string) => `${name}，在手上`, (name: string) => `${name}, in your hand`],
  kept: ['留着，以后对', 'Kept, matched later'],
  part: ['旧件', 'Old part'],
})

interface Props {
  parts: readonly Rows['old_part'][]
  inHand: Arrival | null
  known: OldPartInHand | null
  /** They lie in the box that is being counted, which says how many. */
  inBox: boolean
}

export function Received({ parts, inHand, known, inBox }: Props) {
  if (parts.length === 0 && inHand === null) return null
  return (
    <>
      {!inBox && (
        <div class="sheet">
          <p class="cap">{w.today()}</p>
          <p class="key">{w.counted(parts.length)}</p>
        </div>
      )}
      <ul class="sheet flush list">
        {inHand && (
          <li class="came">
            <span class="grow">
              <b class="mono">{inHand.tag ? spacedTag(inHand.tag) : w.noTag()}</b>
              <span class="meta line">{w.inHand(known?.part.part_name ?? w.part())}</span>
            </span>
            <span class="tagline">{w.now()}</span>
          </li>
        )}
        {parts.map((part) => (
          <ReceivedRow key={part.id} part={part} />
        ))}
      </ul>
    </>
  )
}

function ReceivedRow({ part }: { part: Rows['old_part'] }) {
  const truth = cardState([part.id])
  const odd = part.mismatch !== null && part.mismatch !== 'none'
  return (
    <li class="came">
      <a class="grow" href={part.expected ? `/old-parts/${part.id}` : `/old-parts/${part.id}/match`}>
        <b class="mono">{part.tag ? spacedTag(part.tag) : w.noTag()}</b>
        <span class="meta line">{part.part_name ?? w.kept()}</span>
        <SyncChip state={truth.state} at={truth.at} />
      </a>
      {part.expected ? (
        <span class={odd ? 'tagline doubt' : 'tagline ok'}>
          <Icon name={odd ? 'warning' : 'check'} />
          {odd ? w.differs() : w.received()}
        </span>
      ) : (
        <span class="tagline doubt">
          <Icon name="tag" />
          {w.unexpected()}
        </span>
      )}
    </li>
  )
}
