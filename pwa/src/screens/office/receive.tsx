/** Receiving old parts, also in a basement without signal: scan, compare, take in, next (OLD-2, OLD-3). */
import { useRef, useState } from 'preact/hooks'
import { capture } from '../../media/capture'
import { mutate } from '../../mutations/mutate'
import { Head } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { words } from '../../parts/words'
import { nameOfBox } from '../../rules/custody_chain'
import { uuid7 } from '../../rules/ids'
import { isTag, normaliseTag } from '../../rules/tags'
import type { Id, Rows } from '../../rules/wire'
import { type Box, boxes, oldPartsNamed } from '../../store/custody'
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
import { DiskFullNotice } from '../visit/frame'
import { diskFull, useSaving } from '../visit/saving'
import { type Arrival, arrivalOf, plain, receiveBody } from './arrival'
import { BoxesOnTheWay, BoxInHand, boxHolding, type Counting, isOf, NO_BOX } from './box'
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
  opened: [(name: string) => `开始点 ${name} 号箱`, (name: string) => `Counting box ${name}`],
  closed: [(name: string) => `${name} 号箱关了`, (name: string) => `Box ${name} is closed`],
})

const DRAFT = 'receive'
const BOX = 'receive.box'
const SHELF = 'truckroll.shelf'
const NOTHING: Hand = { arrival: null, receiptId: '' }

interface Hand {
  readonly arrival: Arrival | null
  /** Names what is being taken in, so that photos can be of it before it is saved. */
  readonly receiptId: Id
}

export default function ReceiveScreen() {
  const now = new Date(useNow())
  const scanBox = useRef<HTMLInputElement>(null)
  const [{ arrival, receiptId }, hold, drop] = useDraft<Hand>(DRAFT, NOTHING)
  const [, saveOnce] = useSaving()
  const [shelf, setShelf] = useState(() => localStorage.getItem(SHELF) ?? '')
  const [heard, hear] = useState('')
  const today = dayOf(now)
  const received = useLive(() => receivedSince(today), [today.getTime()]) ?? []
  const expected = useLive(expectedOldParts) ?? []
  // What the scan itself has read is shown at once; the live query then takes over.
  const [scannedPart, keepScanned] = useState<OldPartInHand | null>(null)
  const live = useLive(() => knownOf(arrival), [arrival?.oldPartId])
  const known = [live, scannedPart].find((one) => one && one.part.id === arrival?.oldPartId) ?? null
  const taken = useLive(() => photosOfThing(arrival?.oldPartId ?? receiptId), [arrival?.oldPartId, receiptId]) ?? []
  // Until the row is read, nobody can say whether the part is expected.
  const arrived = (arrival?.oldPartId ?? null) === (known?.part.id ?? null)
  const person = holder.value?.person.name
  const [counting, count, stopCounting] = useDraft<Counting>(BOX, NO_BOX)
  const onTheWay = (useLive(boxes) ?? []).filter(({ closing }) => closing === undefined)
  const box = onTheWay.find((one) => isOf(counting, one))
  const onSlip = useLive(() => oldPartsNamed(box?.oldPartIds ?? []), [box?.manifest.id, box?.no]) ?? []
  const open = (next: Box) => {
    count({ ...NO_BOX, manifestId: next.manifest.id, no: next.no })
    hear(w.opened(nameOfBox(next.manifest.number, next.no)))
    focus()
  }
  const take = (oldPartId: Id | null, tag: string | null) =>
    hold({ arrival: arrivalOf(oldPartId, tag), receiptId: uuid7() })
  const focus = () => scanBox.current?.focus()

  const scanned = (text: string): boolean => {
    const tag = normaliseTag(text)
    if (arrival && known?.part.serial && plain(known.part.serial) === plain(text)) {
      hold({ arrival: { ...arrival, serialSeen: known.part.serial }, receiptId })
      hear(w.serial())
      return true
    }
    if (!isTag(tag)) return false
    void oldPartByTag(tag).then((found) => {
      keepScanned(found)
      take(found?.part.id ?? null, tag)
      hear(found ? w.found(found.part.part_name ?? w.part()) : w.unknown())
      const itsBox = found && boxHolding(onTheWay, found.part.id)
      if (itsBox && box === undefined) open(itsBox)
    })
    return true
  }

  const receive = async () => {
    if (!arrival) return
    const part = (await knownOf(arrival))?.part ?? null
    const body = receiveBody(receiptId, arrival, part, shelf)
    await mutate('old_part.receive', body, { draft: DRAFT })
    drop()
    if (box) count({ ...counting, tookIn: [...new Set([...counting.tookIn, part?.id ?? receiptId])], shown: false })
    localStorage.setItem(SHELF, shelf)
    hear(w.took(part?.part_name ?? w.part()))
    focus()
  }

  const close = async ({ manifest, no }: Box) => {
    const note = counting.note.trim() || null
    const took_in = [...counting.tookIn]
    await mutate(
      'box.close',
      { closing_id: uuid7(), manifest_id: manifest.id, box_no: no, took_in, note },
      { draft: BOX },
    )
    stopCounting()
    hear(w.closed(nameOfBox(manifest.number, no)))
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
          {diskFull.value && <DiskFullNotice />}
          <ScanBox box={scanBox} onScan={scanned} heard={heard} />
          {box ? (
            <BoxInHand
              box={box}
              counting={counting}
              onSlip={onSlip}
              onCount={count}
              onClose={() => saveOnce(() => close(box))}
              onLeave={stopCounting}
            />
          ) : (
            <BoxesOnTheWay boxes={onTheWay} onPick={open} />
          )}
          <Received
            parts={box ? received.filter(({ id }) => counting.tookIn.includes(id)) : received}
            inBox={box !== undefined}
            inHand={arrival}
            known={known ?? null}
          />
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
            onReceive={() => saveOnce(receive)}
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
