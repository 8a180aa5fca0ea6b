/** Packing: each old part into a numbered box, by a tap or by scanning its tag (OLD-1). */
import { useRef, useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Icon } from '../../parts/icon'
import { go } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Segmented } from '../../parts/segmented'
import { Heading, Plate } from '../../parts/sheet'
import { spacedTag } from '../../parts/tag'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import { isTag, normaliseTag } from '../../rules/tags'
import type { Id, OldPart, ReturnManifest } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { heldOldParts } from '../../store/stock'
import { Line } from '../line'
import { ScanBox } from '../office/scan_box'
import { ScanKey } from '../scan/scan_key'
import { DiskFullNotice } from '../visit/frame'
import { diskFull, useSaving } from '../visit/saving'
import './parts.css'

const w = words({
  title: ['装箱', 'Pack into boxes'],
  meta: ['回运单：哪件在哪个箱', 'A return: which part in which box'],
  scan: [(no: number) => `扫进 ${no} 号箱`, (no: number) => `Scan into box ${no}`],
  tag: ['旧件标签', 'old-part tag'],
  box: ['现在装哪个箱', 'The box in hand'],
  no: [(no: number) => `${no} 号箱`, (no: number) => `Box ${no}`],
  another: ['再来一个箱', 'Another box'],
  kind: ['怎么回', 'How it goes'],
  regular: ['常规回运', 'Regular'],
  urgent: ['紧急回运', 'Urgent'],
  parts: ['手里的旧件，点一下装进去', 'Old parts in your hands: tap to pack'],
  out: ['没装', 'not packed'],
  into: [(no: number) => `，装进 ${no} 号箱`, (no: number) => `, put into box ${no}`],
  takeOut: [(no: number) => `，从 ${no} 号箱拿出来`, (no: number) => `, take out of box ${no}`],
  packedIt: [
    (tag: string, no: number) => `${tag} 进了 ${no} 号箱`,
    (tag: string, no: number) => `${tag} is in box ${no}`,
  ],
  notHere: [
    (tag: string) => `${tag} 不在你手里的旧件里`,
    (tag: string) => `${tag} is not among the old parts in your hands`,
  ],
  none: ['没有要装箱的旧件', 'No old parts to pack'],
  noneWhat: ['换件拆下的旧件会出现在这里。', 'Old parts from your swaps appear here.'],
  close: [
    (n: number) => `封箱：${n} 件`,
    (n: number) => (n === 1 ? 'Close the boxes: 1 part' : `Close the boxes: ${n} parts`),
  ],
  closeNone: ['封箱', 'Close the boxes'],
  saved: ['箱子封好了。接着寄出，或者自己带回。', 'Packed. Send it now, or bring it yourself.'],
  untagged: ['没挂标签', 'no tag'],
})

interface Typed {
  kind: ReturnManifest['kind']
  /** The box that parts go into now. */
  box: number
  boxes: number
  inBox: Record<Id, number>
}

const EMPTY: Typed = { kind: 'regular', box: 1, boxes: 1, inBox: {} }
const MOST_BOXES = 6

export default function Pack() {
  const held = useLive(heldOldParts)
  const [typed, type] = useDraft<Typed>('pack', EMPTY)
  const [saving, save] = useSaving()
  const [heard, hear] = useState('')
  const box = useRef<HTMLInputElement>(null)
  const loose = held?.filter(({ state }) => state !== 'packed') ?? []
  const packed = loose.filter(({ id }) => id in typed.inBox)
  const put = ({ id }: OldPart) => {
    const { [id]: before, ...rest } = typed.inBox
    type({ ...typed, inBox: before === typed.box ? rest : { ...rest, [id]: typed.box } })
  }
  const scanned = (text: string): boolean => {
    const tag = normaliseTag(text)
    if (!isTag(tag)) return false
    const part = loose.find((one) => one.tag === tag)
    hear(part ? w.packedIt(spacedTag(tag), typed.box) : w.notHere(spacedTag(tag)))
    if (part) type({ ...typed, inBox: { ...typed.inBox, [part.id]: typed.box } })
    return true
  }
  const close = () => {
    if (packed.length === 0) return
    save(async () => {
      const manifest_id = uuid7()
      const numbers = [...new Set(packed.map(({ id }) => typed.inBox[id] ?? 1))].sort((one, other) => one - other)
      const boxes = numbers.map((no) => ({
        no,
        old_part_ids: packed.filter(({ id }) => typed.inBox[id] === no).map(({ id }) => id),
      }))
      await mutate('manifest.pack', { manifest_id, kind: typed.kind, boxes }, { draft: 'pack' })
      say(w.saved())
      go(`/parts/boxes/${manifest_id}`, { replace: true })
    })
  }
  return (
    <Screen
      head={<Bar title={w.title()} meta={w.meta()} back="/parts" chip={<Line />} />}
      dock={
        <Button kind="main" wide icon="package" off={saving || packed.length === 0} onTap={close}>
          {packed.length === 0 ? w.closeNone() : w.close(packed.length)}
        </Button>
      }
    >
      {diskFull.value && <DiskFullNotice />}
      {held && loose.length === 0 ? (
        <Empty icon="package" title={w.none()}>
          {w.noneWhat()}
        </Empty>
      ) : (
        <div class="sides">
          <div class="form vanform">
            <div class="withscan">
              <ScanBox box={box} onScan={scanned} heard={heard} asks={w.scan(typed.box)} />
              <ScanKey what={w.tag()} onRead={scanned} />
            </div>
            <Segmented<string>
              label={w.box()}
              value={String(typed.box)}
              onChoose={(no) => type({ ...typed, box: Number(no) })}
              options={Array.from({ length: typed.boxes }, (_, at) => ({
                value: String(at + 1),
                label: w.no(at + 1),
              }))}
            />
            {typed.boxes < MOST_BOXES && (
              <Button
                size="mid"
                icon="plus"
                onTap={() => type({ ...typed, boxes: typed.boxes + 1, box: typed.boxes + 1 })}
              >
                {w.another()}
              </Button>
            )}
            <Segmented<ReturnManifest['kind']>
              label={w.kind()}
              value={typed.kind}
              onChoose={(kind) => type({ ...typed, kind })}
              options={[
                { value: 'regular', label: w.regular() },
                { value: 'urgent', label: w.urgent() },
              ]}
            />
          </div>
          <div>
            <Heading>{w.parts()}</Heading>
            <ul class="sheet flush list packing" aria-label={w.parts()}>
              {loose.map((part) => (
                <Packable key={part.id} part={part} no={typed.inBox[part.id] ?? null} box={typed.box} onTap={put} />
              ))}
            </ul>
          </div>
        </div>
      )}
    </Screen>
  )
}

interface PackableProps {
  part: OldPart
  /** The box that it is in. */
  no: number | null
  /** The box in hand. */
  box: number
  onTap: (part: OldPart) => void
}

function Packable({ part, no, box, onTap }: PackableProps) {
  const name = part.part_name ?? part.part_no ?? ''
  return (
    <li>
      <button type="button" aria-pressed={no !== null} onClick={() => onTap(part)}>
        <Icon name={no === null ? 'circle' : 'check-circle'} size="l" tone={no === null ? 'quiet' : 'acc'} />
        <span class="grow">
          <b>{name}</b>
          <span class="meta line">
            {part.plate && <Plate>{part.plate}</Plate>}{' '}
            <span class="mono">{part.tag ? spacedTag(part.tag) : w.untagged()}</span>
          </span>
        </span>
        <b class={no === null ? 'meta' : 'acc'}>{no === null ? w.out() : w.no(no)}</b>
        <span class="visually-hidden">{no === box ? w.takeOut(box) : w.into(box)}</span>
      </button>
    </li>
  )
}
