/** What arrived without a record is matched to an old part that is still out, by a person who looks at both (OLD-3). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Icon } from '../../parts/icon'
import { go, type ScreenProps } from '../../parts/route'
import { TagStrip } from '../../parts/tag_strip'
import { Tagline } from '../../parts/tagline'
import { dayAndClock } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id, Rows } from '../../rules/wire'
import { stillOutLike, wholeOldPart } from '../../store/custody'
import { useLive } from '../../store/live'
import { photosOfThing } from '../../store/old_parts'
import { useNow } from '../now'
import { Picture } from '../office/picture'
import { DiskFullNotice } from '../visit/frame'
import { diskFull, useSaving } from '../visit/saving'
import { canMatch } from './may'
import { OldPartLine } from './old_part_line'
import { conditionName, mismatchName } from './words'
import '../office/office.css'
import './old_parts.css'

const w = words({
  title: ['对上是哪一件', 'Which old part is it?'],
  came: [(at: string) => `${at} 收到`, (at: string) => `Came in ${at}`],
  arrived: ['收到的这件', 'What came in'],
  itsPhoto: ['收到时拍的', 'Photo taken in the store'],
  noPhoto: ['收的时候没拍', 'None was taken in the store'],
  onSite: ['现场拆下时', 'When it came off'],
  noSite: ['现场没拍，或者照片还没到', 'No photo on site, or it has not arrived yet'],
  serial: ['编号', 'Serial'],
  search: ['找车牌、件号、编号、技师', 'Plate, part, serial, technician'],
  out: [(count: number) => `还没回来的 ${count} 件`, (count: number) => `Still out: ${count}`],
  choose: ['选一件，两张照片并排看', 'Choose one to see both photos side by side'],
  nobody: ['没有这样的旧件', 'No such old part'],
  nobodyWhat: [
    '记录可能还在技师手机里。过后再对。',
    'Its record may still be on a technician’s phone. Match it later.',
  ],
  same: ['就是这一件', 'This is the one'],
  notWaiting: ['这件不用对了', 'This one does not wait to be matched'],
  notWaitingWhat: ['它已经对上，或者处置了。', 'It has been matched, or disposed of.'],
  noTag: ['没有标签', 'no tag'],
})

const MOST_SHOWN = 30

export default function Match({ params }: ScreenProps) {
  const id = params.id as Id
  const now = new Date(useNow())
  const [asked, ask] = useState('')
  const [saving, saveOnce] = useSaving()
  const [pickedId, pick] = useState<Id | null>(null)
  const arrival = useLive(() => wholeOldPart(id), [id])
  const out = useLive(() => stillOutLike(asked), [asked])
  if (arrival === undefined || out === undefined) return <main tabIndex={-1} aria-busy="true" />
  if (arrival === null || !canMatch(arrival.part)) {
    return (
      <>
        <Bar title={w.title()} back="/old-parts" />
        <main tabIndex={-1}>
          <Verdict kind="flat" title={w.notWaiting()}>
            {w.notWaitingWhat()}
          </Verdict>
        </main>
      </>
    )
  }
  const picked = out.find((part) => part.id === pickedId)
  const match = async (part: Rows['old_part']) => {
    await mutate('old_part.match', { arrival_id: id, old_part_id: part.id })
    go(`/old-parts/${part.id}`, { replace: true })
  }
  const { part, photos } = arrival
  return (
    <>
      <Bar title={w.title()} meta={part.received_at && w.came(dayAndClock(part.received_at))} back="/old-parts" />
      <main class="office oldpart wide" tabIndex={-1}>
        <div class="column">
          <div class="pictures">
            <figure class="stack">
              <figcaption class="cap">{w.arrived()}</figcaption>
              <Picture photo={photos.at(-1)} alt={w.itsPhoto()} none={w.noPhoto()} />
              <p class="row states">
                {part.tag ? <TagStrip tag={part.tag} /> : <Tagline icon="tag">{w.noTag()}</Tagline>}
                {part.serial_seen && <Serial number={part.serial_seen} />}
                {part.condition && <span class="meta">{conditionName(part.condition)}</span>}
                {part.mismatch && part.mismatch !== 'none' && part.mismatch !== 'no_tag' && (
                  <span class="meta">{mismatchName(part.mismatch)}</span>
                )}
              </p>
            </figure>
            {picked ? <Picked part={picked} /> : <p class="frame none meta">{w.choose()}</p>}
          </div>
          {diskFull.value && <DiskFullNotice />}
          {picked && (
            <div class="act">
              <Button kind="main" icon="check" off={saving} onTap={() => saveOnce(() => match(picked))}>
                {w.same()}
              </Button>
            </div>
          )}
        </div>
        <div class="column">
          <label class="search">
            <Icon name="magnifying-glass" />
            <input
              type="search"
              aria-label={w.search()}
              placeholder={w.search()}
              value={asked}
              onInput={(event) => ask(event.currentTarget.value)}
            />
          </label>
          <p class="cap" role="status">
            {w.out(out.length)}
          </p>
          {out.length === 0 ? (
            <Empty icon="magnifying-glass" title={w.nobody()}>
              {w.nobodyWhat()}
            </Empty>
          ) : (
            <ul class="sheet flush list looksalike">
              {out.slice(0, MOST_SHOWN).map((one) => (
                <li key={one.id}>
                  <button type="button" class="pick" aria-pressed={one.id === pickedId} onClick={() => pick(one.id)}>
                    <OldPartLine part={one} now={now} />
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      </main>
    </>
  )
}

function Picked({ part }: { part: Rows['old_part'] }) {
  const photos = useLive(() => photosOfThing(part.id), [part.id])
  return (
    <figure class="stack">
      <figcaption class="cap">{w.onSite()}</figcaption>
      <Picture photo={photos?.[0]} alt={w.onSite()} none={w.noSite()} />
      <p class="row states">
        {part.tag && <TagStrip tag={part.tag} />}
        <b>{part.part_name}</b>
        {part.serial && <Serial number={part.serial} />}
      </p>
    </figure>
  )
}

function Serial({ number }: { number: string }) {
  return (
    <span class="meta">
      {w.serial()} <b class="mono">{number}</b>
    </span>
  )
}
