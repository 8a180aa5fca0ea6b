/** What the office asks in a section besides: one item under the other, branches open in place (VIS-1 to VIS-4). */
import { useId, useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Choice } from '../../parts/choice'
import { Field } from '../../parts/field'
import { decimal } from '../../parts/figures'
import { Icon } from '../../parts/icon'
import { NumberField } from '../../parts/keypad'
import { CameraButton } from '../../parts/photo'
import { Segmented } from '../../parts/segmented'
import { Heading } from '../../parts/sheet'
import { language, words } from '../../parts/words'
import { allNormal, asked, doubtOf, isGiven } from '../../rules/checklists'
import type { Answer, ChecklistItem, Photo, Visit } from '../../rules/wire'
import type { SectionChecklist } from '../../store/checklists'
import { answeredOf } from './findings'
import { PartChip } from './frame'
import { attachPhoto, TakenPhoto } from './photos'
import { saved } from './saving'
import { useAnswers } from './section'
import './checklist.css'

const w = words({
  yes: ['是', 'Yes'],
  no: ['否', 'No'],
  normal: [(n: number) => `都正常（${n} 项）`, (n: number) => `All normal (${n})`],
  rest: [(n: number) => `其余 ${n} 项都正常`, (n: number) => `The other ${n} normal`],
  required: ['签字前要填', 'Needed before signing'],
  open: ['还没填', 'Still open'],
  below: [
    (limit: string) => `比常见的少（${limit} 起）。就按这个记？`,
    (limit: string) => `Below the usual ${limit}. Keep it?`,
  ],
  above: [
    (limit: string) => `比常见的多（到 ${limit}）。就按这个记？`,
    (limit: string) => `Above the usual ${limit}. Keep it?`,
  ],
  photo: ['拍照', 'Take the photo'],
  again: ['重拍', 'Take it again'],
  unreadable: ['这个文件不是照片，换一张', 'That file is no photo. Choose another.'],
})

interface ChecklistProps {
  visit: Visit
  photos: readonly Photo[]
  /** Nothing where the kind of unit has none for this section. */
  one: SectionChecklist | undefined
}

export function ChecklistOf({ visit, photos, one }: ChecklistProps) {
  // Another version is another checklist, with drafts of its own.
  return one ? <Asked key={one.checklist.id} visit={visit} photos={photos} one={one} /> : null
}

function Asked({ visit, photos, one }: { visit: Visit; photos: readonly Photo[]; one: SectionChecklist }) {
  const { value, set, typing, save, onFocusOut } = useAnswers(visit, one)
  const { checklist } = one
  const done = { ...answeredOf({ checklist, answers: value }, photos), items: checklist.items }
  const items = asked(done)
  const normal = allNormal(done)
  const open = Object.keys(normal).length
  if (items.length === 0) return null
  const tapNormal = () => {
    set(normal)
    void save()
  }
  return (
    <section class="checklist" aria-label={named(checklist.name, checklist.name_en)} onFocusOut={onFocusOut}>
      <Heading
        aside={
          <PartChip visit={visit} part={checklist.id} typing={typing} empty={Object.keys(one.answers).length === 0} />
        }
      >
        {named(checklist.name, checklist.name_en)}
      </Heading>
      {open > 0 && (
        <Button wide icon="check" onTap={tapNormal}>
          {open === items.length ? w.normal(open) : w.rest(open)}
        </Button>
      )}
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <ItemField
              item={item}
              visit={visit}
              photos={photos}
              value={value[item.id] ?? null}
              missing={item.required && !isGiven(item, value[item.id], done.photos)}
              onAnswer={(answer) => set({ [item.id]: answer })}
              onPhoto={(photo_id) => {
                set({ [item.id]: photo_id })
                void save()
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ItemProps {
  item: ChecklistItem
  visit: Visit
  photos: readonly Photo[]
  value: Answer | null
  missing: boolean
  onAnswer: (answer: Answer | null) => void
  onPhoto: (photo_id: string) => void
}

function ItemField(props: ItemProps) {
  const { item, value, missing, onAnswer } = props
  const label = labelOf(item)
  if (item.kind === 'text') {
    return (
      <Field
        label={label}
        hint={missing ? w.required() : undefined}
        lines={2}
        value={typeof value === 'string' ? value : ''}
        onInput={(text) => onAnswer(text || null)}
      />
    )
  }
  return (
    <>
      <p class="asked">
        <span>{label}</span>
        {missing && <span class="meta">{w.required()}</span>}
      </p>
      {item.kind === 'yes_no' && <YesOrNo label={label} value={value} onAnswer={onAnswer} />}
      {item.kind === 'choice' && <OneOf item={item} label={label} value={value} onAnswer={onAnswer} />}
      {item.kind === 'number' && <Figure item={item} label={label} value={value} onAnswer={onAnswer} />}
      {item.kind === 'photo' && <Picture {...props} label={label} />}
    </>
  )
}

type AnswerProps = Pick<ItemProps, 'value' | 'onAnswer'> & { label: string }

function YesOrNo({ label, value, onAnswer }: AnswerProps) {
  return (
    <Segmented
      label={label}
      value={value === true ? 'yes' : value === false ? 'no' : null}
      options={[
        { value: 'yes', label: w.yes() },
        { value: 'no', label: w.no() },
      ]}
      onChoose={(answer) => onAnswer(answer === 'yes')}
    />
  )
}

/** This many stand side by side on a phone; more become keys in a grid. */
const SIDE_BY_SIDE = 3

function OneOf({ item, label, value, onAnswer }: AnswerProps & { item: ChecklistItem }) {
  const options = item.options.map((option) => ({ value: option.value, label: named(option.label, option.label_en) }))
  const chosen = typeof value === 'string' ? value : null
  return options.length <= SIDE_BY_SIDE ? (
    <Segmented label={label} value={chosen} options={options} onChoose={onAnswer} />
  ) : (
    <Choice name={item.id} label={label} value={chosen} options={options} onChoose={onAnswer} />
  )
}

function Figure({ item, label, value, onAnswer }: AnswerProps & { item: ChecklistItem }) {
  const id = useId()
  const number = typeof value === 'number' ? value : null
  const doubt = doubtOf(item, number)
  const limit = doubt === 'below' ? item.least : item.most
  return (
    <div class={doubt ? 'figure doubt' : 'figure'}>
      <NumberField
        id={id}
        label={item.unit ? `${label} (${item.unit})` : label}
        unit={item.unit ?? ''}
        value={number}
        scale={item.scale}
        negative={item.least === null || item.least < 0}
        onInput={onAnswer}
        describedBy={doubt ? `${id}-doubt` : undefined}
      />
      {doubt && limit !== null && (
        <p class="diff" id={`${id}-doubt`} role="status">
          <Icon name="warning" size="s" />
          {w[doubt]([decimal(limit, item.scale), item.unit].filter(Boolean).join(' '))}
        </p>
      )}
    </div>
  )
}

function Picture({ visit, photos, value, label, onPhoto }: ItemProps & { label: string }) {
  const taken = photos.find(({ id }) => id === value)
  const [unreadable, setUnreadable] = useState(false)
  const take = (file: File) => {
    setUnreadable(false)
    saved(attachPhoto(visit, 'checklist', null, file).then(onPhoto)).catch(() => setUnreadable(true))
  }
  return (
    <div class="photos">
      {taken && <TakenPhoto photo={taken} alt={label} />}
      <div class="act">
        <CameraButton label={taken ? w.again() : w.photo()} size={taken ? 'mid' : 'wide'} onPicture={take} />
      </div>
      {unreadable && (
        <p class="meta warn" role="alert">
          {w.unreadable()}
        </p>
      )}
    </div>
  )
}

export const labelOf = (item: Pick<ChecklistItem, 'label' | 'label_en'>): string => named(item.label, item.label_en)

function named(zh: string, en: string): string {
  return language.value === 'en' ? en : zh
}
