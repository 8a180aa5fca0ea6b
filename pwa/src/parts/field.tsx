/** One value to type: label, glove-size box, and one line that says what is doubtful or what to do. */
import { useId } from 'preact/hooks'
import { Icon } from './icon'

interface Props {
  label: string
  value: string
  onInput: (value: string) => void
  /** Differs from what was expected; it is kept all the same. */
  doubt?: string | undefined
  /** Cannot be kept like this; says what to do. */
  bad?: string | undefined
  /** Says what belongs here. */
  hint?: string | undefined
  /** Several lines. */
  lines?: number
  type?: 'text' | 'password' | 'tel' | 'date' | 'datetime-local'
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel'
  autocomplete?: 'off' | 'username' | 'current-password'
  placeholder?: string
  readOnly?: boolean
  required?: boolean
}

export function Field(props: Props) {
  const { label, value, onInput, doubt, bad, hint, lines, type = 'text', inputMode = 'text', ...rest } = props
  const id = useId()
  const note = bad ?? doubt ?? hint
  const common = {
    id,
    value,
    ...rest,
    'aria-invalid': Boolean(bad),
    ...(note && { 'aria-describedby': `${id}-note` }),
  }
  // Types of an input are one kind at a time; `as` covers them all.
  return (
    <div class={bad ? 'field bad' : doubt ? 'field doubt' : 'field'}>
      <label for={id}>{label}</label>
      {lines ? (
        <textarea rows={lines} onInput={(event) => onInput(event.currentTarget.value)} {...common} />
      ) : (
        <input
          type={type as 'text'}
          inputMode={inputMode}
          onInput={(event) => onInput(event.currentTarget.value)}
          {...common}
        />
      )}
      {note && (
        <p id={`${id}-note`}>
          {bad && <Icon name="warning-circle" size="s" />}
          {!bad && doubt && <Icon name="warning" size="s" />}
          {note}
        </p>
      )}
    </div>
  )
}

interface PickProps {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onPick: (value: string) => void
  bad?: string | undefined
}

/** One of many. */
export function Pick({ label, value, options, onPick, bad }: PickProps) {
  const id = useId()
  return (
    <div class={bad ? 'field bad' : 'field'}>
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {bad && (
        <p>
          <Icon name="warning-circle" size="s" />
          {bad}
        </p>
      )}
    </div>
  )
}
