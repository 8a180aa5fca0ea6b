/** One of a few, each as large as a gloved thumb: radio buttons that look like keys. */
import type { ComponentChildren } from 'preact'
import './choice.css'

export interface Option<T> {
  value: T
  label: ComponentChildren
  /** One line under the label. */
  hint?: ComponentChildren
}

interface ChoiceProps<T> {
  name: string
  label: string
  options: Option<T>[]
  value: T | null
  onChoose: (value: T) => void
}

export function Choice<T extends string | boolean>({ name, label, options, value, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset class="choice" aria-label={label}>
      {options.map((option) => (
        <label key={String(option.value)}>
          <input
            type="radio"
            name={name}
            value={String(option.value)}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          <span>
            <b>{option.label}</b>
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** A tick of its own: done or not done. */
export function Tick({
  label,
  hint,
  ticked,
  onTick,
}: {
  label: string
  hint?: string
  ticked: boolean
  onTick: (ticked: boolean) => void
}) {
  return (
    <label class="tick sheet">
      <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.currentTarget.checked)} />
      <span class="grow">
        <b>{label}</b>
        {hint && <span class="meta">{hint}</span>}
      </span>
    </label>
  )
}
