/** One checklist: its items can be reworded, made obligatory, taken out and added to; saved, it is the next version. */
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Tick } from '../../parts/choice'
import { Empty } from '../../parts/empty'
import { Field, Pick } from '../../parts/field'
import { go, type ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { say } from '../../parts/toast'
import { language, words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Checklist, ChecklistItem } from '../../rules/wire'
import { checklistOf } from '../../store/catalogue'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { kindName } from './words'
import './catalogue.css'

const w = words({
  name: ['名称', 'Name'],
  nameEn: ['英文名称', 'English name'],
  label: ['问什么', 'What is asked'],
  labelEn: ['英文', 'In English'],
  required: ['必答', 'Must be answered'],
  item: [(place: number) => `第 ${place} 项`, (place: number) => `Item ${place}`],
  when: [
    (item: string) => `只在“${item}”答得不一样时问`,
    (item: string) => `Asked only after some answers to “${item}”`,
  ],
  kind: ['怎么答', 'How it is answered'],
  yes_no: ['是或否', 'Yes or no'],
  text: ['写字', 'Text'],
  photo: ['拍照', 'Photo'],
  number: ['数字', 'Number'],
  choice: ['选一个', 'Choice'],
  up: ['往上移', 'Move up'],
  remove: ['去掉', 'Take away'],
  add: ['加一项', 'Add an item'],
  save: ['存为下一版', 'Save as the next version'],
  same: ['没有改动', 'Nothing changed'],
  bad: ['每一项都要写中文和英文', 'Each item needs its words in both languages'],
  needed: ['还有别的项看它的答案', 'Another item looks at its answer'],
  saved: ['存在本机了。已经开始的上门还用旧版。', 'Saved here. Visits that have begun keep the earlier version.'],
  gone: ['这张检查表没有了', 'This checklist is not here any more'],
  goneWhat: ['回到列表看看。', 'Go back to the list.'],
})

interface Typed {
  name: string
  name_en: string
  items: ChecklistItem[]
}

export default function ChecklistScreen({ params }: ScreenProps) {
  const stored = useLive(() => checklistOf(params.id ?? ''), [params.id])
  const head = <Bar title="" back="/catalogue/checklists" />
  if (stored === undefined) return <Screen head={head}>{null}</Screen>
  if (stored === null)
    return (
      <Screen head={head}>
        <Empty icon="clipboard-text" title={w.gone()}>
          {w.goneWhat()}
        </Empty>
      </Screen>
    )
  return <Form key={stored.id} stored={stored} />
}

function Form({ stored }: { stored: Checklist }) {
  const key = `checklist:${stored.kind}:${stored.section}`
  const before: Typed = { name: stored.name, name_en: stored.name_en, items: stored.items }
  const [typed, type, drop] = useDraft<Typed>(key, before)
  const changed = JSON.stringify(typed) !== JSON.stringify(before)
  const bad =
    [typed.name, typed.name_en].some(isEmpty) ||
    typed.items.some((item) => isEmpty(item.label) || isEmpty(item.label_en))
  const save = async () => {
    const body = { kind: stored.kind, section: stored.section, ...typed }
    await mutate('checklist.set', { checklist_id: uuid7(), ...body }, { draft: key })
    drop()
    say(w.saved())
    go('/catalogue/checklists', { replace: true })
  }
  const put = (items: ChecklistItem[]) => type({ ...typed, items })
  const set = (at: number, item: ChecklistItem) => put(typed.items.map((one, place) => (place === at ? item : one)))
  const labelOf = (id: string) => {
    const item = typed.items.find((one) => one.id === id)
    return (language.value === 'en' ? item?.label_en : item?.label) ?? id
  }
  const isAsked = (id: string) => typed.items.some((one) => one.when?.item === id)
  return (
    <Screen
      head={
        <Bar
          title={language.value === 'en' ? stored.name_en : stored.name}
          meta={kindName(stored.kind)}
          back="/catalogue/checklists"
        />
      }
      dock={
        <Button kind="main" wide off={!changed || bad} onTap={() => void save()}>
          {changed ? w.save() : w.same()}
        </Button>
      }
    >
      {bad && <p class="meta">{w.bad()}</p>}
      <div class="filecard paired">
        <Field label={w.name()} value={typed.name} onInput={(name) => type({ ...typed, name })} />
        <Field label={w.nameEn()} value={typed.name_en} onInput={(name_en) => type({ ...typed, name_en })} />
      </div>
      {typed.items.map((item, at) => (
        <section key={item.id} class="sheet filecard paired" aria-label={w.item(at + 1)}>
          <Field label={w.label()} value={item.label} onInput={(label) => set(at, { ...item, label })} />
          <Field label={w.labelEn()} value={item.label_en} onInput={(label_en) => set(at, { ...item, label_en })} />
          <Tick
            label={w.required()}
            {...(item.when && { hint: w.when(labelOf(item.when.item)) })}
            ticked={item.required}
            onTick={(required) => set(at, { ...item, required })}
          />
          <Pick
            label={w.kind()}
            value={item.kind}
            options={(NEW_KINDS.includes(item.kind) ? NEW_KINDS : [item.kind]).map((kind) => ({
              value: kind,
              label: w[kind](),
            }))}
            onPick={(kind) => set(at, { ...item, kind: kind as ChecklistItem['kind'], normal: null })}
          />
          <div class="act wide">
            {at > 0 && item.when?.item !== typed.items[at - 1]?.id && (
              <Button size="mid" kind="plain" icon="arrow-up" onTap={() => put(movedUp(typed.items, at))}>
                {w.up()}
              </Button>
            )}
            <Button
              size="mid"
              kind="plain"
              icon="trash"
              off={isAsked(item.id)}
              onTap={() => put(typed.items.filter((one) => one !== item))}
            >
              {isAsked(item.id) ? w.needed() : w.remove()}
            </Button>
          </div>
        </section>
      ))}
      <Button size="mid" icon="plus" onTap={() => put([...typed.items, newItem()])}>
        {w.add()}
      </Button>
    </Screen>
  )
}

/** The kinds that need nothing more than their words. */
const NEW_KINDS: readonly ChecklistItem['kind'][] = ['yes_no', 'text', 'photo']

const isEmpty = (text: string) => text.trim() === ''

function newItem(): ChecklistItem {
  const id = `item_${uuid7().replaceAll('-', '').slice(-12)}`
  const words = { label: '', label_en: '' }
  const limits = { options: [], unit: null, scale: 0, least: null, most: null }
  return { id, ...words, kind: 'yes_no', required: false, when: null, normal: null, ...limits }
}

function movedUp(items: readonly ChecklistItem[], at: number): ChecklistItem[] {
  const moved = [...items]
  moved.splice(at - 1, 2, items[at] as ChecklistItem, items[at - 1] as ChecklistItem)
  return moved
}
