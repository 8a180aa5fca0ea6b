/** Something the server did not take: what, why, and what to do. What was typed is kept. */
import { Button } from '../../parts/button'
import { Sheet } from '../../parts/sheet'
import { SyncChip } from '../../parts/sync_chip'
import { clock } from '../../parts/times'
import { words } from '../../parts/words'
import { dismiss, type UnsentItem } from '../../store/card'
import { reasonOf, saidOf } from './said'

const w = words({
  refused: [(what: string) => `${what}没通过`, (what: string) => `${what}: not approved`],
  photo: ['一张照片没收下', 'A photo was not taken'],
  settled: [
    (what: string) => `${what}：两个值都留着，已经有人定了`,
    (what: string) => `${what}: both values were kept, and it is decided`,
  ],
  open: ['去看看', 'Open it'],
  seen: ['知道了', 'Seen'],
  since: [(time: string) => `${time} 记的，还留着`, (time: string) => `Recorded ${time}, still kept`],
})

export function RefusedCard({ item }: { item: UnsentItem }) {
  const job = item.lane.startsWith('job:') ? item.lane.slice(4) : null
  const title = item.verdict === 'needs_review' ? w.settled : item.verdict === 'refused' ? w.refused : () => w.photo()
  return (
    <Sheet class="refused">
      <div class="row between">
        <SyncChip state="you" />
        <span class="meta quiet">{w.since(clock(item.since))}</span>
      </div>
      <h2 class="lead">{title(saidOf(item.name))}</h2>
      {item.verdict === 'refused' && <p>{explained(item) ?? reasonOf(item.code)}</p>}
      <div class="act">
        {job && <Button href={`/job/${job}`}>{w.open()}</Button>}
        <Button onTap={() => void dismiss(item.mutation_id)}>{w.seen()}</Button>
      </div>
    </Sheet>
  )
}

/** The server's own words, where it sent some. */
function explained({ detail }: UnsentItem): string | null {
  const message = detail !== null && typeof detail === 'object' && !Array.isArray(detail) ? detail.message : null
  return typeof message === 'string' ? message : null
}
