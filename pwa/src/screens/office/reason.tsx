/** Why it was decided so; kept in the log beside the decision. */
import { useId } from 'preact/hooks'
import { words } from '../../parts/words'

const w = words({ reason: ['理由，留在记录里', 'Reason, kept in the log'] })

interface Props {
  value: string
  onInput: (value: string) => void
  /** Said when the decision cannot be made without one. */
  lacking?: string | undefined
}

export function Reason({ value, onInput, lacking }: Props) {
  const id = useId()
  return (
    <div class={lacking ? 'field bad why' : 'field why'}>
      <label for={id}>{w.reason()}</label>
      <textarea
        id={id}
        rows={2}
        value={value}
        aria-invalid={Boolean(lacking)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {lacking && <p>{lacking}</p>}
    </div>
  )
}
