/** Taking over: read the giver's square; where it cannot be read, say who gave, their code, and scan the tags (OLD-2). */
import { useState } from 'preact/hooks'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Field, Pick } from '../../parts/field'
import { go } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Heading } from '../../parts/sheet'
import { spacedTag } from '../../parts/tag'
import { TagStrip } from '../../parts/tag_strip'
import { words } from '../../parts/words'
import { type Offered, offerText, readOffer } from '../../rules/hand_over_code'
import { isTag, normaliseTag } from '../../rules/tags'
import type { Id } from '../../rules/wire'
import { holderId } from '../../store/db'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { handOverPeople, oldPartOnTheWay } from '../../store/way_back'
import { Line } from '../line'
import { ScanKey } from '../scan/scan_key'
import { ReadSquare } from './read_square'
import './parts.css'

const w = words({
  title: ['接旧件', 'Take over old parts'],
  meta: ['扫对方屏幕上的码', 'Read the code on the other phone'],
  read: ['扫交件人屏幕上的码', 'Read the giver’s code'],
  notOne: [
    '这不是交接码，或者没扫全。靠近再扫一次。',
    'This is no hand-over code, or not all of it. Go nearer and read again.',
  ],
  type: ['扫不了？打字也行', 'Cannot read it? Type instead'],
  who: ['谁交的', 'Who gives'],
  choose: ['选人', 'Choose a person'],
  code: ['他屏幕上的七位码', 'The seven characters under the code'],
  wrong: ['末位不对，再看一眼', 'Last digit does not fit. Look again.'],
  tag: ['旧件上的标签', 'Tag on the old part'],
  add: ['加上', 'Add'],
  unknown: [
    (tag: string) => `这台设备不认识 ${tag}。请他记下交给了你，有信号时你再点“在我这里”。`,
    (tag: string) =>
      `This device does not know ${tag}. Let them record that you have it; confirm it when there is signal.`,
  ],
  parts: ['接的旧件', 'Old parts you take'],
  remove: [(tag: string) => `去掉 ${tag}`, (tag: string) => `Remove ${tag}`],
  go: ['就这些', 'These are all'],
})

interface Typed {
  giver_id: Id
  code: string
  tag: string
  parts: Offered[]
}

const EMPTY: Typed = { giver_id: '', code: '', tag: '', parts: [] }

export default function Take() {
  const read = (text: string): string | null => {
    if (readOffer(text) === null) return w.notOne()
    go(`/parts/take/${encodeURIComponent(text)}`)
    return null
  }
  return (
    <Screen head={<Bar title={w.title()} meta={w.meta()} back="/parts" chip={<Line />} />}>
      <div class="sides">
        <ReadSquare name={w.read()} onRead={read} />
        <ByHand />
      </div>
    </Screen>
  )
}

function ByHand() {
  const people = useLive(handOverPeople) ?? []
  const [typed, type] = useDraft<Typed>('take', EMPTY)
  const [unknown, setUnknown] = useState<string>()
  const code = normaliseTag(typed.code)
  const isReady = typed.giver_id !== '' && isTag(code) && typed.parts.length > 0
  const add = async (text: string) => {
    const tag = normaliseTag(text)
    if (!isTag(tag)) return type({ ...typed, tag: text })
    const part = await oldPartOnTheWay(tag)
    setUnknown(part === null ? spacedTag(tag) : undefined)
    if (part === null) return type({ ...typed, tag: text })
    const others = typed.parts.filter(({ id }) => id !== part.id)
    type({ ...typed, tag: '', parts: [...others, { id: part.id, tag }] })
  }
  const goOn = () => {
    if (!isReady) return
    const offer = { code, giver_id: typed.giver_id, taker_id: holderId(), parts: typed.parts }
    go(`/parts/take/${encodeURIComponent(offerText(offer))}`)
  }
  return (
    <div class="form vanform">
      <Heading>{w.type()}</Heading>
      <Pick
        label={w.who()}
        value={typed.giver_id}
        options={[{ value: '', label: w.choose() }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        onPick={(giver_id) => type({ ...typed, giver_id })}
      />
      <Field
        label={w.code()}
        value={typed.code}
        autocomplete="off"
        bad={code.length >= 7 && !isTag(code) ? w.wrong() : undefined}
        onInput={(text) => type({ ...typed, code: text.toUpperCase() })}
      />
      <div class="withscan">
        <Field
          label={w.tag()}
          value={typed.tag}
          autocomplete="off"
          bad={unknown ? w.unknown(unknown) : undefined}
          onInput={(text) => type({ ...typed, tag: text.toUpperCase() })}
        />
        <ScanKey what={w.tag()} onRead={(text) => void add(text)} />
      </div>
      <Button icon="plus" off={!isTag(normaliseTag(typed.tag))} onTap={() => void add(typed.tag)}>
        {w.add()}
      </Button>
      <ul class="sheet flush list" aria-label={w.parts()} hidden={typed.parts.length === 0}>
        {typed.parts.map(({ id, tag }) => (
          <li key={id}>
            <span class="grow">{tag && <TagStrip tag={tag} />}</span>
            <Button
              kind="plain"
              size="sq"
              icon="x"
              label={w.remove(spacedTag(tag ?? ''))}
              onTap={() => type({ ...typed, parts: typed.parts.filter((one) => one.id !== id) })}
            />
          </li>
        ))}
      </ul>
      <Button wide iconAfter="arrow-right" off={!isReady} onTap={goOn}>
        {w.go()}
      </Button>
    </div>
  )
}
