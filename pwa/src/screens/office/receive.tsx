/** Receiving old parts, also in a basement without signal: scan, compare, take in, next (OLD-2, OLD-3). */
import { useRef, useState } from 'preact/hooks'
import { capture } from '../../media/capture'
import { mutate } from '../../mutations/mutate'
import { Head } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import { isTag, normaliseTag } from '../../rules/tags'
import type { Id, Rows } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { holder } from '../../store/holder'
import { useLive } from '../../store/live'
import {
  expectedOldParts,
  type OldPartInHand,
  oldPartById,
  oldPartByTag,
  photosOfThing,
  receivedSince,
} from '../../store/old_parts'
import { Line } from '../line'
import { useNow } from '../now'
import { type Arrival, arrivalOf, plain, receiveBody } from './arrival'
import { dayOf } from './day_board'
import { Expected } from './expected'
import { InHand } from './in_hand'
import { Received } from './received'
import { ScanBox } from './scan_box'
import './office.css'
import './receive.css'

const w = words({
  title: ['收旧件', 'Receive old parts'],
  noTag: ['没有标签的旧件', 'A part without a tag'],
  nothing: ['手上还没有旧件', 'No part in hand'],
  nothingWhy: [
    '扫一下标签，它在现场的照片和编号就出来了。',
    'Scan its tag: its photo and serial from the site appear here.',
  ],
  found: [(name: string) => `${name}，对一下`, (name: string) => `${name}. Compare it.`],
  unknown: ['没在等这一件，照样收', 'Not expected. Kept all the same.'],
  took: [(name: string) => `收下了：${name}`, (name: string) => `Received: ${name}`],
  serial: ['编号对上了', 'The serial fits'],
  part: ['旧件', 'old part'],
})

const DRAFT = 'receive'
const SHELF = 'truckroll.shelf'
const NOTHING: Hand = { arrival: null, receiptId: '' }

interface Hand {
  readonly arrival: Arrival | null
  /** Names what is being taken in, so that photos can be of it before it is saved. */
  readonly receiptId: Id
}

export default function ReceiveScreen() {
  const now = new Date(useNow())
  const box = useRef<HTMLInputElement>(null)
  const [{ arrival, receiptId }, hold, drop] = useDraft<Hand>(DRAFT, NOTHING)
  const [shelf, setShelf] = useState(() => localStorage.getItem(SHELF) ?? '')
  const [heard, hear] = useState('')
  const today = dayOf(now)
  const received = useLive(() => receivedSince(today), [today.getTime()]) ?? []
  const expected = useLive(expectedOldParts) ?? []
  const known = useLive(() => knownOf(arrival), [arrival?.oldPartId])
  const taken = useLive(() => photosOfThing(arrival?.oldPartId ?? receiptId), [arrival?.oldPartId, receiptId]) ?? []
  // Until the row is read, nobody can say whether the part is expected.
  const arrived = (arrival?.oldPartId ?? null) === (known?.part.id ?? null)
  const person = holder.value?.person.name
  const take = (oldPartId: Id | null, tag: string | null) =>
    hold({ arrival: arrivalOf(oldPartId, tag), receiptId: uuid7() })
  const focus = () => box.current?.focus()

  const scanned = (text: string): boolean => {
    const tag = normaliseTag(text)
    if (arrival && known?.part.serial && plain(known.part.serial) === plain(text)) {
      hold({ arrival: { ...arrival, serialSeen: known.part.serial }, receiptId })
      hear(w.serial())
      return true
    }
    if (!isTag(tag)) return false
    void oldPartByTag(tag).then((found) => {
      take(found?.part.id ?? null, tag)
      hear(found ? w.found(found.part.part_name ?? w.part()) : w.unknown())
    })
    return true
  }

  const receive = async () => {
    if (!arrival) return
    const part = (await knownOf(arrival))?.part ?? null
    const body = receiveBody(receiptId, arrival, part, shelf)
    await mutate('old_part.receive', body, { draft: DRAFT })
    drop()
    localStorage.setItem(SHELF, shelf)
    hear(w.took(part?.part_name ?? w.part()))
    focus()
  }

  const photograph = async (file: File) => {
    const photo = await capture(file)
    const { photo_id, sha256, type, width, height } = photo
    const of_id = arrival?.oldPartId ?? receiptId
    const size = photo.bytes.byteLength
    await mutate(
      'photo.attach',
      { photo_id, job_id: null, visit_id: null, subject: 'old_part', of_id, sha256, size, type, width, height },
      { photos: [photo] },
    )
    focus()
  }

  return (
    <>
      <Head title={w.title()} meta={person} aside={<Line />} />
      <main id="main" class="office receive" tabIndex={-1}>
        <section class="sitting">
          <ScanBox box={box} onScan={scanned} heard={heard} />
          <Received parts={received} inHand={arrival} known={known ?? null} />
          <Expected parts={expected} now={now} onTake={(part: Rows['old_part']) => take(part.id, part.tag)} />
          <Button wide onTap={() => take(null, null)}>
            {w.noTag()}
          </Button>
        </section>
        {arrival && arrived ? (
          <InHand
            arrival={arrival}
            known={known ?? null}
            taken={taken.filter((photo) => photo.visit_id === null)}
            shelf={shelf}
            onChange={(changed) => hold({ arrival: changed, receiptId })}
            onShelf={setShelf}
            onPhoto={(file) => void photograph(file)}
            onReceive={() => void receive()}
            onPutAside={() => {
              drop()
              focus()
            }}
          />
        ) : (
          <Empty icon="scan" title={w.nothing()}>
            {w.nothingWhy()}
          </Empty>
        )}
      </main>
    </>
  )
}

async function knownOf(arrival: Arrival | null): Promise<OldPartInHand | null> {
  return arrival?.oldPartId ? oldPartById(arrival.oldPartId) : null
}
