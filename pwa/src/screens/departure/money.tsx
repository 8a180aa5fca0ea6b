/** Money that was taken from the customer; it is handed in at the office (JOB-5). */
import { Field } from '../../parts/field'
import { words } from '../../parts/words'

const w = words({
  money: ['收了用户的钱，元（没收就空着）', 'Money taken, yuan (leave empty if none)'],
  bad: ['只写数字，例如 120 或 120.50', 'Digits only, for example 120 or 120.50'],
  handIn: ['回来交给财务', 'Hand it in at the office'],
})

/** Minor units of what was typed: null for nothing, undefined for what is no amount. */
export function minorOf(typed: string): number | null | undefined {
  const text = typed.trim()
  if (text === '') return null
  const match = /^(\d{1,7})(?:[.．](\d{1,2}))?$/.exec(text)
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}

export function MoneyField({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  const minor = minorOf(typed)
  return (
    <Field
      label={w.money()}
      value={typed}
      onInput={onType}
      inputMode="decimal"
      hint={typeof minor === 'number' ? w.handIn() : undefined}
      bad={minor === undefined ? w.bad() : undefined}
    />
  )
}
