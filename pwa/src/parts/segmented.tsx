/** Two to four answers side by side, one of them pressed. */
interface Props<V extends string> {
  /** The question, read out with the group. */
  label: string
  options: readonly { value: V; label: string }[]
  /** Null while nothing is chosen. */
  value: V | null
  onChoose: (value: V) => void
}

export function Segmented<V extends string>({ label, options, value, onChoose }: Props<V>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser
    <div class="seg" role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChoose(option.value)}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
