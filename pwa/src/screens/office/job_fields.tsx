/** One field for each thing that a job carries, so that a new call and a correction ask alike (JOB-2). */
import { Field, Pick } from '../../parts/field'
import { words } from '../../parts/words'
import { distanceTyped, type TypedJob } from './job_form'
import {
  CONTRACTS,
  contract,
  FAULT_CLASSES,
  faultClass,
  fieldName,
  REPAIR_SIZES,
  repairSize,
  URGENCIES,
  urgency,
} from './words'

const w = words({
  notYet: ['还不知道', 'Not known'],
  km: ['里程，km', 'Distance, km'],
  wholeKm: ['只写整公里数，例如 42', 'Whole kilometres only, for example 42'],
  told: ['故障，照用户的原话', 'Fault, in the caller’s words'],
})

export type FieldName = Exclude<keyof TypedJob, 'customer_id' | 'equipment_id' | 'supplier_involved' | 'paid'>

interface Props {
  name: FieldName
  typed: TypedJob
  onType: (typed: TypedJob) => void
}

export function JobField({ name, typed, onType }: Props) {
  const set = (value: string) => onType({ ...typed, [name]: value })
  if (name === 'fault_class') {
    return (
      <Pick label={fieldName(name)} value={typed[name]} options={choices(FAULT_CLASSES, faultClass)} onPick={set} />
    )
  }
  if (name === 'urgency') {
    return <Pick label={fieldName(name)} value={typed[name]} options={choices(URGENCIES, urgency)} onPick={set} />
  }
  if (name === 'contract') {
    return <Pick label={fieldName(name)} value={typed[name]} options={choices(CONTRACTS, contract)} onPick={set} />
  }
  if (name === 'repair_size') {
    return <Pick label={fieldName(name)} value={typed[name]} options={choices(REPAIR_SIZES, repairSize)} onPick={set} />
  }
  if (name === 'distance_km') {
    const odd = typed[name].trim() !== '' && distanceTyped(typed[name]) === null
    return (
      <Field label={w.km()} value={typed[name]} onInput={set} inputMode="numeric" bad={odd ? w.wholeKm() : undefined} />
    )
  }
  if (name === 'planned_at') {
    return <Field label={fieldName(name)} value={typed[name]} onInput={set} type="datetime-local" />
  }
  if (name === 'fault_reported' || name === 'analysis') {
    const label = name === 'fault_reported' ? w.told() : fieldName(name)
    return <Field label={label} value={typed[name]} onInput={set} lines={3} />
  }
  const phone = name === 'phone'
  return (
    <Field label={fieldName(name)} value={typed[name]} onInput={set} type={phone ? 'tel' : 'text'} autocomplete="off" />
  )
}

function choices(codes: readonly string[], say: (code: string) => string) {
  return [{ value: '', label: w.notYet() }, ...codes.map((value) => ({ value, label: say(value) }))]
}
