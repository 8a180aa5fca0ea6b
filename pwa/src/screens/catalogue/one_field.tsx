/** One field of a card, typed or picked as its kind asks. */
import { Tick } from '../../parts/choice'
import { Field, Pick } from '../../parts/field'
import { language, words } from '../../parts/words'
import type { Rows } from '../../rules/wire'
import { customersOf, stations } from '../../store/catalogue'
import { useLive } from '../../store/live'
import { type FieldOf, type Typed, troubleOf } from './fields'
import { codeName, fieldName } from './words'

const w = words({
  needed: ['这里要填', 'Fill this in'],
  not_a_number: ['写整数', 'Write a whole number'],
  not_money: ['写金额，最多两位小数', 'Write an amount with at most two decimals'],
  too_long: ['太长了', 'This is too long'],
  choose: ['请选', 'Choose'],
  headOffice: ['总部', 'Head office'],
})

interface Props {
  field: FieldOf
  typed: Typed
  onType: (typed: Typed) => void
  /** Saving was tried: what is missing is said. */
  tried: boolean
  fixed?: boolean
  row?: Rows[keyof Rows]
}

export function OneField({ field, typed, onType, tried, fixed = false, row }: Props) {
  const set = (value: Typed[string]) => onType({ ...typed, [field.name]: value })
  const label = fieldName(field.name)
  const value = typed[field.name]
  const trouble = troubleOf(field, typed)
  const bad = trouble !== null && (tried || trouble !== 'needed') ? w[trouble]() : undefined
  if (field.kind === 'truth') {
    return <Tick label={label} ticked={value === true} onTick={(ticked) => !fixed && set(ticked)} />
  }
  if (field.kind === 'roles') {
    const chosen = value as string[]
    return (
      <fieldset class="fileroles">
        <legend>{label}</legend>
        {field.codes?.map((code) => (
          <Tick
            key={code}
            label={codeName(field.name, code)}
            ticked={chosen.includes(code)}
            onTick={(ticked) => !fixed && set(ticked ? [...chosen, code] : chosen.filter((one) => one !== code))}
          />
        ))}
        {bad && <p class="meta">{bad}</p>}
      </fieldset>
    )
  }
  const text = typeof value === 'string' ? value : ''
  if (fixed && field.kind !== 'station' && field.kind !== 'customer') {
    const said = field.kind === 'code' ? codeName(field.name, text) : text
    return <Field label={label} value={said} onInput={() => undefined} readOnly />
  }
  if (field.kind === 'code') {
    const options = (field.codes ?? []).map((code) => ({ value: code, label: codeName(field.name, code) }))
    return <Pick label={label} value={text} options={[CHOOSE(), ...options]} onPick={set} bad={bad} />
  }
  if (field.kind === 'station') return <StationPick {...{ label, text, set, bad, fixed, field }} />
  if (field.kind === 'customer') {
    const at =
      (typed.station_id as string | undefined) ?? (row as { station_id?: string } | undefined)?.station_id ?? ''
    return <CustomerPick {...{ label, text, set, bad, fixed, at }} />
  }
  return (
    <Field
      label={label}
      value={text}
      onInput={set}
      bad={bad}
      type={field.kind === 'day' ? 'date' : 'text'}
      inputMode={field.kind === 'count' ? 'numeric' : field.kind === 'money' ? 'decimal' : 'text'}
      required={field.needed ?? false}
    />
  )
}

const CHOOSE = () => ({ value: '', label: w.choose() })

interface PickedProps {
  label: string
  text: string
  set: (value: string) => void
  bad: string | undefined
  fixed: boolean
}

function StationPick({ label, text, set, bad, fixed, field }: PickedProps & { field: FieldOf }) {
  const known = useLive(stations) ?? []
  const options = known.map((one) => ({ value: one.id, label: language.value === 'en' ? one.name_en : one.name }))
  const none = field.optional ? { value: '', label: w.headOffice() } : CHOOSE()
  if (fixed) {
    const said = options.find((one) => one.value === text)?.label ?? ''
    return <Field label={label} value={said} onInput={() => undefined} readOnly />
  }
  return <Pick label={label} value={text} options={[none, ...options]} onPick={set} bad={bad} />
}

function CustomerPick({ label, text, set, bad, fixed, at }: PickedProps & { at: string }) {
  const known = useLive(() => customersOf(at), [at]) ?? []
  const options = known.map((one) => ({ value: one.id, label: one.name }))
  if (fixed) {
    const said = options.find((one) => one.value === text)?.label ?? ''
    return <Field label={label} value={said} onInput={() => undefined} readOnly />
  }
  return <Pick label={label} value={text} options={[CHOOSE(), ...options]} onPick={set} bad={bad} />
}
