/** One old part in the hand, beside what came off the unit on site: the same, or what is different (OLD-3). */
import { useId } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { CameraButton } from '../../parts/photo'
import { Segmented } from '../../parts/segmented'
import { Plate } from '../../parts/sheet'
import { SyncChip } from '../../parts/sync_chip'
import { TagStrip } from '../../parts/tag_strip'
import { Tagline } from '../../parts/tagline'
import { dayAndClock } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Rows } from '../../rules/wire'
import { cardState } from '../../store/card'
import type { OldPartInHand } from '../../store/old_parts'
import { type Arrival, CONDITIONS, MISMATCHES, serialsAgree } from './arrival'
import { Picture } from './picture'
import { shortDay } from './words'

const w = words({
  noTag: ['没有标签', 'No tag'],
  notExpected: ['没在等这一件', 'Not expected'],
  notExpectedWhy: ['照样收下，留着以后对。', 'Kept all the same, and matched later.'],
  lateMaybe: ['记录可能还在服务人员手机里，没发出来。', 'Its record may still be on a technician’s phone.'],
  job: [(number: string) => `任务 ${number}`, (number: string) => `Job ${number}`],
  due: [(day: string) => `${day}前回`, (day: string) => `due ${day}`],
  onSite: [(at: string) => `现场，${at}`, (at: string) => `On site, ${at}`],
  onSitePhoto: ['拆下时的照片', 'Photo of the removed part'],
  noPhoto: ['现场没拍，或者照片还没到', 'No photo on site, or it has not arrived yet'],
  inHand: ['手上这件', 'In your hand'],
  inHandPhoto: ['手上这件的照片', 'Photo of the part in your hand'],
  photo: ['拍一张', 'Take a photo'],
  again: ['再拍一张', 'Take another'],
  serial: ['编号', 'Serial'],
  noSerial: ['没记', 'not recorded'],
  serialSeen: ['手上这件的编号', 'Serial of the part in your hand'],
  asOnSite: ['和现场一样', 'Same as on site'],
  same: ['一致', 'same'],
  differs: [
    (expected: string) => `和现场的 ${expected} 不同。照看到的记`,
    (expected: string) => `Differs from ${expected} on site. Record what you see.`,
  ],
  condition: ['外观', 'Condition'],
  as_described: ['和说的一样', 'As described'],
  damaged: ['路上碰坏', 'Damaged on the way'],
  incomplete: ['不齐', 'Incomplete'],
  whatWrong: ['哪里不对', 'What is wrong'],
  wrong_part: ['不是这个件', 'Wrong part'],
  wrong_serial: ['编号不对', 'Wrong serial'],
  quantity_short: ['数量少', 'Quantity short'],
  no_tag: ['没挂标签', 'No tag'],
  note: ['备注，照实写', 'Note, as you see it'],
  shelf: ['货位', 'Shelf'],
  receive: [(shelf: string) => `收下，放 ${shelf}`, (shelf: string) => `Receive, shelf ${shelf}`],
  receiveBare: ['收下', 'Receive'],
  receiveWrong: [(shelf: string) => `照实收下，放 ${shelf}`, (shelf: string) => `Receive as it is, shelf ${shelf}`],
  wrong: ['有不对', 'Something is wrong'],
  right: ['没有不对', 'Nothing is wrong'],
  putBack: ['先放下', 'Put aside'],
  already: [(at: string) => `${at} 已经收过`, (at: string) => `Received already, ${at}`],
  alreadyWhy: [
    '手上是另一件的话，照实再记一次，主管来对。',
    'If this is another piece, record it as well; the manager will match them.',
  ],
  quantity: [(count: number) => `${count} 件`, (count: number) => (count === 1 ? '1 piece' : `${count} pieces`)],
  from: [(name: string) => `${name}拆下`, (name: string) => `removed by ${name}`],
})

interface Props {
  arrival: Arrival
  known: OldPartInHand | null
  /** Photos that the clerk took of it, on this device or sent. */
  taken: readonly Rows['photo'][]
  shelf: string
  onChange: (arrival: Arrival) => void
  onShelf: (shelf: string) => void
  onPhoto: (file: File) => void
  onReceive: () => void
  onPutAside: () => void
}

export function InHand(props: Props) {
  const { arrival, known, taken, shelf, onChange, onShelf, onReceive, onPutAside } = props
  const part = known?.part ?? null
  const truth = cardState([part?.id ?? ''])
  const change = (changed: Partial<Arrival>) => onChange({ ...arrival, ...changed })
  const place = shelf.trim()
  return (
    <section class="sheet inhand came" aria-label={w.inHand()}>
      <div class="row between">
        {arrival.tag ? <TagStrip tag={arrival.tag} /> : <Tagline icon="tag">{w.noTag()}</Tagline>}
        {part && <SyncChip state={truth.state} at={truth.at} />}
      </div>
      {known ? <Expected known={known} /> : <Unexpected tagged={arrival.tag !== null} />}
      {part?.received_at && (
        <Verdict kind="doubt" title={w.already(dayAndClock(part.received_at))}>
          {w.alreadyWhy()}
        </Verdict>
      )}
      <div class="compare">
        {known && <OnSite known={known} />}
        <figure>
          <figcaption class="cap">{w.inHand()}</figcaption>
          <TakenHere taken={taken} onPhoto={props.onPhoto} />
          <SerialSeen part={part} arrival={arrival} onChange={change} />
        </figure>
      </div>
      <div>
        <div class="row between">
          <p class="cap">{w.condition()}</p>
          <label class="shelf meta">
            {w.shelf()}
            <input
              class="mono"
              value={shelf}
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => onShelf(event.currentTarget.value)}
            />
          </label>
        </div>
        <Segmented
          label={w.condition()}
          value={arrival.condition}
          options={CONDITIONS.map((value) => ({ value, label: w[value]() }))}
          onChoose={(condition) => change({ condition })}
        />
      </div>
      {arrival.wrong && (
        <div class="stack">
          <Segmented
            label={w.whatWrong()}
            value={arrival.mismatch}
            options={MISMATCHES.map((value) => ({ value, label: w[value]() }))}
            onChoose={(mismatch) => change({ mismatch })}
          />
          <Field label={w.note()} lines={2} value={arrival.note} onInput={(note) => change({ note })} />
        </div>
      )}
      <div class="act">
        <Button kind="main" icon="check" onTap={onReceive}>
          {place === '' ? w.receiveBare() : arrival.mismatch ? w.receiveWrong(place) : w.receive(place)}
        </Button>
        {arrival.tag !== null || part !== null ? (
          <Button onTap={() => change(arrival.wrong ? { wrong: false, mismatch: null } : { wrong: true })}>
            {arrival.wrong ? w.right() : w.wrong()}
          </Button>
        ) : null}
        <Button kind="plain" onTap={onPutAside}>
          {w.putBack()}
        </Button>
      </div>
    </section>
  )
}

function Expected({ known: { part, removedBy } }: { known: OldPartInHand }) {
  return (
    <p>
      <b>{part.part_name}</b> <span class="mono">{part.part_no}</span>
      {part.quantity > 1 && <b> {w.quantity(part.quantity)}</b>}
      {part.job_number && ` · ${w.job(part.job_number)} `}
      {part.plate && <Plate>{part.plate}</Plate>}
      {part.due_on && ` ${w.due(shortDay(part.due_on))}`}
      {removedBy && <span class="meta"> · {w.from(removedBy.name)}</span>}
    </p>
  )
}

function Unexpected({ tagged }: { tagged: boolean }) {
  return (
    <Verdict kind="doubt" title={w.notExpected()} icon="tag">
      {w.notExpectedWhy()} {tagged && w.lateMaybe()}
    </Verdict>
  )
}

function OnSite({ known: { part, photos } }: { known: OldPartInHand }) {
  const [removal] = photos.filter((photo) => photo.visit_id !== null)
  return (
    <figure>
      <figcaption class="cap">{part.removed_at ? w.onSite(dayAndClock(part.removed_at)) : w.onSitePhoto()}</figcaption>
      <Picture photo={removal} alt={w.onSitePhoto()} none={w.noPhoto()} />
      <p class="serial meta">
        {w.serial()} <b class="mono">{part.serial ?? w.noSerial()}</b>
      </p>
    </figure>
  )
}

function TakenHere({ taken, onPhoto }: { taken: readonly Rows['photo'][]; onPhoto: (file: File) => void }) {
  const last = taken.at(-1)
  if (last === undefined) {
    return (
      <div class="frame none">
        <CameraButton label={w.photo()} onPicture={onPhoto} />
      </div>
    )
  }
  return (
    <>
      <Picture photo={last} alt={w.inHandPhoto()} none="" />
      <CameraButton label={w.again()} onPicture={onPhoto} />
    </>
  )
}

function SerialSeen({
  part,
  arrival,
  onChange,
}: {
  part: Rows['old_part'] | null
  arrival: Arrival
  onChange: (changed: Partial<Arrival>) => void
}) {
  const id = useId()
  const agree = serialsAgree(part, arrival.serialSeen)
  const expected = part?.serial ?? ''
  return (
    <div class="serial meta">
      <label for={id}>{w.serial()}</label>
      <input
        id={id}
        class="mono"
        aria-label={w.serialSeen()}
        aria-describedby={`${id}-compared`}
        value={arrival.serialSeen}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onChange({ serialSeen: event.currentTarget.value })}
      />
      {agree === null && expected !== '' && (
        <Button size="mid" onTap={() => onChange({ serialSeen: expected })}>
          {w.asOnSite()}
        </Button>
      )}
      <span id={`${id}-compared`} class={agree === false ? 'warn' : 'acc'} role="status">
        {agree === true && (
          <>
            <Icon name="check" size="s" /> {w.same()}
          </>
        )}
        {agree === false && w.differs(expected)}
      </span>
    </div>
  )
}
