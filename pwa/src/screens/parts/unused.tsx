/** Unused parts 退料: what will go back, said beforehand, so that the store expects it and books it on arrival (PART-6). */
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { go } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Heading } from '../../parts/sheet'
import { dayAndClock } from '../../parts/times'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { stockOf } from '../../store/stock'
import { announcedUnused } from '../../store/van'
import { CardChip } from '../card_chip'
import { Line } from '../line'
import { partName } from '../part_name'
import { Quantity } from '../stock/quantity'
import '../stock/stock.css'
import { DiskFullNotice } from '../visit/frame'
import { diskFull, useSaving } from '../visit/saving'
import type { Pieces } from './typed_ask'
import './parts.css'

const w = words({
  title: ['退没用的件', 'Bring back unused parts'],
  meta: ['先报一声，仓库收下才从车上减掉', 'Say it first; the store books it when it arrives'],
  van: ['车上的件', 'In your van'],
  inVan: [(n: number) => `车上 ${n}`, (n: number) => `${n} in van`],
  none: ['车上没有能退的件', 'Nothing in your van to bring back'],
  noneWhat: ['领了没用的件会出现在这里。', 'What was issued to you and not used appears here.'],
  send: [(n: number) => `报给仓库：退 ${n} 件`, (n: number) => `Tell the store: ${n} come back`],
  sendNone: ['报给仓库', 'Tell the store'],
  saved: ['存在本机了，有信号自己发', 'Saved here. Sends itself later.'],
  announced: ['报过，仓库还没收', 'Announced, not taken in yet'],
  pieces: [(name: string, n: number) => `${name} ${n}`, (name: string, n: number) => `${n} × ${name}`],
})

interface Typed {
  lines: Pieces[]
}

const EMPTY: Typed = { lines: [] }

export default function Unused() {
  const stock = useLive(() => stockOf('van'))
  const announced = useLive(announcedUnused) ?? []
  const [{ lines }, type] = useDraft<Typed>('bring-back', EMPTY)
  const [saving, save] = useSaving()
  const there = stock?.filter(({ quantity }) => quantity > 0)
  const chosen = lines.filter(({ quantity }) => quantity > 0)
  const count = chosen.reduce((sum, { quantity }) => sum + quantity, 0)
  const quantityOf = (part_id: string) => lines.find((line) => line.part_id === part_id)?.quantity ?? 0
  const put = (part_id: string, quantity: number) =>
    type({ lines: [...lines.filter((line) => line.part_id !== part_id), { part_id, quantity }] })
  const send = () => {
    if (count === 0) return
    save(async () => {
      await mutate('unused.announce', { return_id: uuid7(), job_id: null, lines: chosen }, { draft: 'bring-back' })
      say(w.saved())
      go('/parts', { replace: true })
    })
  }
  return (
    <Screen
      head={<Bar title={w.title()} meta={w.meta()} back="/parts" chip={<Line />} />}
      dock={
        <Button kind="main" wide icon="arrow-bend-up-left" off={saving || count === 0} onTap={send}>
          {count === 0 ? w.sendNone() : w.send(count)}
        </Button>
      }
    >
      {diskFull.value && <DiskFullNotice />}
      {there?.length === 0 && (
        <Empty icon="package" title={w.none()}>
          {w.noneWhat()}
        </Empty>
      )}
      <ul class="sheet flush list asklines" aria-label={w.van()} hidden={!there?.length}>
        {there?.map(({ part, quantity }) => (
          <li key={part.id}>
            <div class="grow">
              <b>{partName(part)}</b>
              <span class="meta line">
                <span class="mono">{part.part_no}</span> · {w.inVan(quantity)}
              </span>
            </div>
            <Quantity what={partName(part)} value={quantityOf(part.id)} onChange={(value) => put(part.id, value)} />
          </li>
        ))}
      </ul>
      {announced.length > 0 && (
        <>
          <Heading>{w.announced()}</Heading>
          <ul class="sheet flush list" aria-label={w.announced()}>
            {announced.map(({ row, parts }) => (
              <li key={row.id}>
                <span class="grow">
                  <b>{row.lines.map((line) => w.pieces(nameOf(parts.get(line.part_id)), line.quantity)).join(' · ')}</b>
                  <span class="meta line">{dayAndClock(row.announced_at)}</span>
                </span>
                <CardChip ids={[row.id]} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Screen>
  )
}

const nameOf = (part: Parameters<typeof partName>[0] | undefined) => (part ? partName(part) : '')
