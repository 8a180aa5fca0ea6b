/** One preset: its value, and the button that saves it once it differs and fits. */
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Tick } from '../../parts/choice'
import { Field } from '../../parts/field'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import type { FigureName } from '../../rules/figures'
import type { Json } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { figureName } from '../figures/words'
import { EVIDENCE, inWords, PHRASES, type PresetOf } from './preset_names'
import { type PolicyLine, type PresetTyped, presetRead, presetTyped } from './preset_text'

const w = words({
  save: [(what: string) => `存下：${what}`, (what: string) => `Save: ${what}`],
  saved: ['存在本机了，有信号自己发', 'Saved here. Sends itself later.'],
  bad: ['这样写读不出来，照提示写。', 'This cannot be read. Write it as the hint says.'],
  photos: [(what: string) => `${what}：几张照片`, (what: string) => `${what}: photos`],
  obligatory: [(what: string) => `${what}：签字前必须有`, (what: string) => `${what}: signing waits for it`],
})

interface Props {
  preset: PresetOf
  value: Json
  maySet: boolean
}

export function PresetLine({ preset, value, maySet }: Props) {
  const { name, kind, says, hint } = preset
  const key = `preset:${name}`
  const [typed, type, drop] = useDraft<PresetTyped>(key, presetTyped(kind, value))
  const read = presetRead(kind, typed, value)
  const changed = JSON.stringify(typed) !== JSON.stringify(presetTyped(kind, value))
  const save = async () => {
    await mutate('preset.set', { name, value: read }, { draft: key })
    drop()
    say(w.saved())
  }
  const set = (field: string) => (text: string) => type({ ...typed, [field]: text })
  const bad = changed && read === null ? w.bad() : undefined
  const common = { readOnly: !maySet, bad }
  return (
    <div class="presetline">
      <div class="stack">
        {kind === 'goals' &&
          Object.keys(typed).map((goal) => (
            <Field
              key={goal}
              label={figureName(goal as FigureName)}
              value={typed[goal] ?? ''}
              onInput={set(goal)}
              inputMode="numeric"
              hint={inWords(hint)}
              {...common}
            />
          ))}
        {kind === 'phrases' &&
          Object.keys(typed).map((field) => (
            <Field
              key={field}
              label={inWords(PHRASES[field] ?? says)}
              value={typed[field] ?? ''}
              onInput={set(field)}
              hint={inWords(hint)}
              lines={4}
              {...common}
            />
          ))}
        {kind === 'policy' && <Policy value={value as unknown as PolicyLine[]} {...{ typed, type, maySet }} />}
        {!['goals', 'phrases', 'policy'].includes(kind) && (
          <Field
            label={inWords(says)}
            value={typed.value ?? ''}
            onInput={set('value')}
            hint={inWords(hint)}
            {...(kind === 'reasons' ? { lines: 6 } : { inputMode: kind === 'currency' ? 'text' : 'decimal' })}
            {...common}
          />
        )}
      </div>
      {maySet && changed && (
        <Button size="mid" icon="check" off={read === null} label={w.save(inWords(says))} onTap={() => void save()}>
          {w.save(inWords(says))}
        </Button>
      )}
    </div>
  )
}

interface PolicyProps {
  value: readonly PolicyLine[]
  typed: PresetTyped
  type: (typed: PresetTyped) => void
  maySet: boolean
}

function Policy({ value, typed, type, maySet }: PolicyProps) {
  return (
    <>
      {value.map(({ evidence }) => {
        const what = inWords(EVIDENCE[evidence] ?? [evidence, evidence])
        const [photos, obligatory] = [`${evidence}.photos`, `${evidence}.obligatory`]
        return (
          <div key={evidence} class="stack">
            <Field
              label={w.photos(what)}
              value={typed[photos] ?? ''}
              onInput={(text) => type({ ...typed, [photos]: text })}
              inputMode="numeric"
              readOnly={!maySet}
            />
            <Tick
              label={w.obligatory(what)}
              ticked={typed[obligatory] === 'yes'}
              onTick={(ticked) => maySet && type({ ...typed, [obligatory]: ticked ? 'yes' : '' })}
            />
          </div>
        )
      })}
    </>
  )
}
