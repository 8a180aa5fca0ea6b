/** Sync: what needs you, what is still on this device, what the server has. */
import { useState } from 'preact/hooks'
import { Head } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Heading } from '../../parts/sheet'
import { clock } from '../../parts/times'
import { words } from '../../parts/words'
import { takenToday, unsentItems } from '../../store/card'
import { useLive } from '../../store/live'
import { openReviews } from '../../store/reviews'
import { syncNow } from '../../sync/loop'
import { lastContact, link } from '../../sync/status'
import { ReviewCard } from '../conflicts/review_card'
import { Line } from '../line'
import { Agreement } from './agreement'
import { ExportButton } from './export_button'
import { RefusedCard } from './refused_card'
import { megabytes } from './sizes'
import { Storage } from './storage'
import { UnsentList } from './unsent_list'
import './sync.css'

const w = words({
  title: ['同步', 'Sync'],
  never: ['这台设备还没连上过', 'Never connected yet'],
  last: [(time: string) => `最后一次连上 ${time}`, (time: string) => `Last connected ${time}`],
  here: ['还在这台设备上', 'Still on this device'],
  items: [(n: number) => `${n} 项`, (n: number) => (n === 1 ? '1 item' : `${n} items`)],
  nothing: ['这里没有没发出去的', 'Nothing is waiting here'],
  nothingWhat: ['新记的先存在这里，发出去才离开。', 'What you record is kept here until the server has it.'],
  has: ['服务器已收', 'The server has'],
  today: [
    (n: number, time: string) => `今天 ${n} 项，最后 ${time}`,
    (n: number, time: string) => `${n} today, the last ${time}`,
  ],
  noneToday: ['今天还没有', 'nothing yet today'],
  tryNow: ['现在试一次', 'Try now'],
  trying: ['正在试…', 'Trying…'],
})

export default function Sync(_: ScreenProps) {
  const reviews = useLive(openReviews)
  const [trying, setTrying] = useState(false)
  const items = unsentItems.value
  const needsYou = items.filter(
    ({ state, verdict }) => state === 'you' && !(verdict === 'needs_review' && reviews?.length),
  )
  const waiting = items.filter(({ state }) => state !== 'you')
  const bytes = waiting.reduce((sum, item) => sum + item.bytes, 0)
  const taken = takenToday.value
  const tryNow = async () => {
    setTrying(true)
    await syncNow().catch(() => undefined)
    setTrying(false)
  }
  return (
    <Screen
      overTabs
      head={
        <Head
          title={w.title()}
          meta={lastContact.value ? w.last(clock(lastContact.value)) : w.never()}
          aside={<Line />}
        />
      }
      dock={
        <div class="act">
          <Button kind="main" icon="arrows-clockwise" off={trying || link.value.state === 'syncing'} onTap={tryNow}>
            {trying ? w.trying() : w.tryNow()}
          </Button>
          <ExportButton />
        </div>
      }
    >
      {reviews?.map((open) => (
        <ReviewCard key={open.review.id} open={open} />
      ))}
      {needsYou.map((item) => (
        <RefusedCard key={item.mutation_id} item={item} />
      ))}
      <Heading
        aside={
          waiting.length > 0 && [w.items(waiting.length), bytes > 0 && megabytes(bytes)].filter(Boolean).join(', ')
        }
      >
        {w.here()}
      </Heading>
      {waiting.length > 0 ? (
        <UnsentList items={waiting} />
      ) : (
        <Empty icon="tray" title={w.nothing()}>
          {w.nothingWhat()}
        </Empty>
      )}
      <Heading aside={taken.last ? w.today(taken.count, clock(taken.last)) : w.noneToday()}>{w.has()}</Heading>
      <Storage />
      <Agreement />
    </Screen>
  )
}
