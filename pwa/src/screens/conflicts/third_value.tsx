/** Neither of the two: the field for a third value, typed as this kind of field is typed anywhere. */
import { Choice } from '../../parts/choice'
import { Field } from '../../parts/field'
import { NumberField } from '../../parts/keypad'
import { words } from '../../parts/words'
import type { Id, Job, Json } from '../../rules/wire'
import { useLive } from '../../store/live'
import { faultOf } from '../../store/visits'
import { FaultSearch, faultName } from '../visit/fault_picker'
import { codesOf, type Kind, unitOf } from './fields'

const w = words({
  should: ['应该是', 'It should be'],
  yes: ['是', 'Yes'],
  no: ['不是', 'No'],
})

interface Props {
  id: string
  field: string
  kind: Kind
  job: Job | null
  value: Json
  onInput: (value: Json) => void
}

export function ThirdValue({ id, field, kind, job, value, onInput }: Props) {
  if (kind === 'count') {
    const number = typeof value === 'number' ? value : null
    return (
      <div class="written-third">
        <p class="cap">{w.should()}</p>
        <NumberField id={`third-${id}`} label={w.should()} value={number} unit={unitOf(field)} onInput={onInput} />
      </div>
    )
  }
  if (kind === 'truth') {
    const options = [
      { value: true, label: w.yes() },
      { value: false, label: w.no() },
    ]
    const chosen = typeof value === 'boolean' ? value : null
    return <Choice name={`third-${id}`} label={w.should()} options={options} value={chosen} onChoose={onInput} />
  }
  const text = typeof value === 'string' ? value : ''
  if (kind === 'code') {
    return <Choice name={`third-${id}`} label={w.should()} options={codesOf(field)} value={text} onChoose={onInput} />
  }
  if (kind === 'fault') {
    return <FaultValue fault_id={text || null} fault_class={job?.fault_class ?? null} onPick={onInput} />
  }
  if (kind === 'moment') {
    return (
      <Field
        label={w.should()}
        type="datetime-local"
        value={text && localTime(text)}
        onInput={(typed) => onInput(typed === '' ? null : new Date(typed).toISOString())}
      />
    )
  }
  return <Field label={w.should()} lines={2} value={text} onInput={onInput} />
}

interface FaultValueProps {
  fault_id: Id | null
  fault_class: string | null
  onPick: (fault_id: Id | null) => void
}

function FaultValue({ fault_id, fault_class, onPick }: FaultValueProps) {
  const picked = useLive(() => faultOf(fault_id), [fault_id])
  return (
    <>
      {picked && <b>{`${picked.code} ${faultName(picked)}`}</b>}
      <FaultSearch fault_class={fault_class} onPick={onPick} />
    </>
  )
}

/** As the browser's own field wants it: this device's time, to the minute. */
function localTime(at: string): string {
  const moment = new Date(at)
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
