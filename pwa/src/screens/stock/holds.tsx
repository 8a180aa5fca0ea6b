/** Batches on hold 停用: nobody issues or fits them, and who still has some is named (PART-9). */
import { Empty } from '../../parts/empty'
import { Icon } from '../../parts/icon'
import { go } from '../../parts/route'
import { words } from '../../parts/words'
import { holder } from '../../store/holder'
import { useLive } from '../../store/live'
import { openHolds, partsAt } from '../../store/stock_room'
import { partName } from '../part_name'
import { StoreFrame } from './frame'
import { PartScan } from './part_scan'

const w = words({
  title: ['停用批次', 'Batches on hold'],
  open: [(count: number) => `停用中 ${count}`, (count: number) => `On hold ${count}`],
  nothing: ['没有停用的批次', 'Nothing is on hold'],
  nothingWhat: [
    '扫一个件，在它的卡片上可以停用一批或全部。',
    'Scan a part: on its card a batch, or all of it, is put on hold.',
  ],
  nothingRead: ['主管或质量部停用的，会出现在这里。', 'What a manager or quality puts on hold appears here.'],
  batch: [(batch: string) => `批号 ${batch}`, (batch: string) => `Batch ${batch}`],
  whole: ['全部', 'All of it'],
  how: ['停用哪个件，就扫哪个件。', 'Scan the part that is to be put on hold.'],
})

export default function Holds() {
  const holds = useLive(openHolds)
  const ids = [...new Set((holds ?? []).map(({ part_id }) => part_id))]
  const parts = useLive(() => partsAt('', ids), [ids.join()])
  const mayPlace = holder.value?.person.roles.some((role) => role === 'manager' || role === 'quality') ?? false
  return (
    <StoreFrame
      title={w.title()}
      aside={
        <>
          <PartScan onPart={(part) => go(`/stock/part/${part.id}`)} />
          {mayPlace && <p class="meta">{w.how()}</p>}
        </>
      }
    >
      {holds?.length === 0 && (
        <Empty icon="hand-palm" title={w.nothing()}>
          {mayPlace ? w.nothingWhat() : w.nothingRead()}
        </Empty>
      )}
      {holds && holds.length > 0 && (
        <section>
          <h2 class="cap">{w.open(holds.length)}</h2>
          <ul class="sheet flush list cases">
            {holds.map((hold) => {
              const part = parts?.get(hold.part_id)?.part
              return (
                <li key={hold.id}>
                  <a class="pick" href={`/stock/part/${hold.part_id}`}>
                    <Icon name="hand-palm" tone="bad" />
                    <span class="grow">
                      <b>{part && partName(part)}</b>
                      <span class="meta line">
                        <span class="mono">{part?.part_no}</span> ·{' '}
                        {hold.batch === null ? w.whole() : w.batch(hold.batch)}
                      </span>
                      <span class="meta line">{hold.reason}</span>
                    </span>
                    <Icon name="caret-right" tone="quiet" />
                  </a>
                </li>
              )
            })}
          </ul>
        </section>
      )}
    </StoreFrame>
  )
}
