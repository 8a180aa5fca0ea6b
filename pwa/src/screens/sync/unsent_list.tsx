/** What is still on this device, in plain words, each with its own truth and its reason. */
import { Icon } from '../../parts/icon'
import { Plate } from '../../parts/sheet'
import { SyncChip } from '../../parts/sync_chip'
import { Tagline } from '../../parts/tagline'
import { clock } from '../../parts/times'
import { words } from '../../parts/words'
import type { UnsentItem } from '../../store/card'
import { useLive } from '../../store/live'
import { photosOutOfSight } from '../../store/photos'
import { jobsOfLanes } from '../../store/reviews'
import { offlineSince } from '../../sync/status'
import { iconOf, reasonOf, saidOf } from './said'
import { megabytes } from './sizes'

const w = words({
  photos: [(n: number) => `照片 ${n} 张`, (n: number) => (n === 1 ? '1 photo' : `${n} photos`)],
  first: ['第一个发', 'goes first'],
  waits: [(time: string) => `${time} · 有信号自己发`, (time: string) => `${time} · sends itself later`],
  queued: [(time: string) => `${time} · 排着队`, (time: string) => `${time} · in the queue`],
  photosLater: [(size: string) => `文字之后发，${size}`, (size: string) => `after the text, ${size}`],
  held: ['服务器先放着', 'Held by the server'],
  outOfSight: [
    '发完了。任务已经转给别人，这里看不到核对结果，照片留着不删',
    'All sent. The job is somebody else’s now, so its check does not show here. The photo is kept.',
  ],
})

/** One line of the list: one mutation, or all photos together. */
interface Line {
  key: string
  item: UnsentItem
  photos: number
  bytes: number
  sent: number
}

export function UnsentList({ items }: { items: readonly UnsentItem[] }) {
  const sent = items.filter(({ all_sent }) => all_sent).flatMap(({ photos }) => photos)
  const gone = useLive(() => photosOutOfSight(sent), [sent.join()])
  const outOfSight = (item: UnsentItem) => item.all_sent && item.photos.some((id) => gone?.has(id))
  const lines = together(items, outOfSight)
  const jobs = useLive(() => jobsOfLanes(items.map(({ lane }) => lane)), [items])
  return (
    <ul class="sheet flush list q">
      {lines.map((line, place) => {
        const plate = line.photos > 1 ? undefined : jobs?.get(line.item.lane)?.plate
        return (
          <li key={line.key}>
            <Icon name={iconOf(line.item.name)} size="l" />
            <div class="grow">
              <b>{line.photos > 0 ? w.photos(line.photos) : saidOf(line.item.name)}</b>
              <p class="meta">
                {plate && <Plate>{plate}</Plate>} {outOfSight(line.item) ? w.outOfSight() : reason(line, place)}
              </p>
              {line.sent > 0 && !outOfSight(line.item) && (
                <div class="pb" style={{ '--at': (line.sent / Math.max(line.bytes, 1)).toFixed(3) }}>
                  <i />
                </div>
              )}
            </div>
            {line.item.state === 'held' ? (
              <Tagline icon="clock">{w.held()}</Tagline>
            ) : (
              <SyncChip state={line.item.state} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

function reason({ item, photos, bytes }: Line, place: number): string {
  if (item.state === 'held') return reasonOf(item.code)
  if (photos > 0 && bytes > 0) return w.photosLater(megabytes(bytes))
  if (item.state === 'sending') return place === 0 ? w.first() : clock(item.since)
  return (offlineSince.value ? w.waits : w.queued)(clock(item.since))
}

function together(items: readonly UnsentItem[], outOfSight: (item: UnsentItem) => boolean): Line[] {
  const photos = items.filter((item) => item.name === 'photo.attach' && item.state !== 'held' && !outOfSight(item))
  const others = items.filter((item) => !photos.includes(item))
  const lines: Line[] = others.map((item) => ({
    key: item.mutation_id,
    item,
    photos: 0,
    bytes: item.bytes,
    sent: item.sent_bytes,
  }))
  const first = photos.find(({ state }) => state === 'sending') ?? photos[0]
  if (first === undefined) return lines
  const sum = (of: (item: UnsentItem) => number) => photos.reduce((total, item) => total + of(item), 0)
  const all = { key: 'photos', item: first, photos: photos.length }
  return [...lines, { ...all, bytes: sum(({ bytes }) => bytes), sent: sum(({ sent_bytes }) => sent_bytes) }]
}
