/** The months' signed lists of old parts that left for good (OLD-5). */
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Icon } from '../../parts/icon'
import { localDay } from '../../parts/times'
import { words } from '../../parts/words'
import { disposals } from '../../store/custody'
import { useLive } from '../../store/live'
import { wayName } from './disposal_words'
import '../office/office.css'
import './old_parts.css'

const w = words({
  title: ['处置清单', 'Lists of disposal'],
  pieces: [(count: number) => `${count} 件`, (count: number) => (count === 1 ? '1 part' : `${count} parts`)],
  none: ['还没有处置过', 'Nothing has been disposed of yet'],
  noneWhat: ['在旧件里选上架的，签字处置。', 'Choose stored old parts in the list and sign for their disposal.'],
  choose: ['去选旧件', 'Choose old parts'],
})

export default function Disposals() {
  const lists = useLive(disposals)
  if (lists === undefined) return <main tabIndex={-1} aria-busy="true" />
  return (
    <>
      <Bar title={w.title()} back="/old-parts" />
      <main class="office oldpart narrow" tabIndex={-1}>
        {lists.length === 0 ? (
          <Empty icon="file-text" title={w.none()}>
            <p>{w.noneWhat()}</p>
            <Button size="mid" href="/old-parts">
              {w.choose()}
            </Button>
          </Empty>
        ) : (
          <nav class="sheet flush list" aria-label={w.title()}>
            {lists.map((list) => (
              <a key={list.id} href={`/old-parts/disposal/${list.id}`}>
                <span class="grow">
                  <b>{list.month}</b> {wayName(list.way)}
                  <span class="meta line">
                    {localDay(list.disposed_at)} · {list.signer_name}
                  </span>
                </span>
                <b>{w.pieces(list.old_part_ids.length)}</b>
                <Icon name="caret-right" tone="quiet" />
              </a>
            ))}
          </nav>
        )}
      </main>
    </>
  )
}
