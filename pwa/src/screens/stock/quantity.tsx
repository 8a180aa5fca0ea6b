/** How many pieces: two keys for a glove and a box to type in. */
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { words } from '../../parts/words'
import { piecesTyped } from './typed_lines'

const w = words({
  less: [(what: string) => `${what}减一件`, (what: string) => `One less of ${what}`],
  more: [(what: string) => `${what}加一件`, (what: string) => `One more of ${what}`],
  count: [(what: string) => `${what}数量`, (what: string) => `Quantity of ${what}`],
})

interface Props {
  /** Of what; read out with each control. */
  what: string
  value: number
  onChange: (value: number) => void
}

export function Quantity({ what, value, onChange }: Props) {
  const [text, setText] = useState(String(value))
  useEffect(() => setText(String(value)), [value])
  return (
    <div class="quantity">
      <Button size="sq" icon="minus" label={w.less(what)} off={value === 0} onTap={() => onChange(value - 1)} />
      <input
        aria-label={w.count(what)}
        inputMode="numeric"
        value={text}
        aria-invalid={piecesTyped(text) === null}
        onInput={(event) => {
          setText(event.currentTarget.value)
          const typed = piecesTyped(event.currentTarget.value)
          if (typed !== null) onChange(typed)
        }}
        onBlur={() => setText(String(value))}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button size="sq" icon="plus" label={w.more(what)} onTap={() => onChange(value + 1)} />
    </div>
  )
}
