/** Money that was taken from the customer; it is handed in at the office (JOB-5). */
import { Field, Pick } from '../../parts/field'
import { minorTyped } from '../../parts/money'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Bodies, Id } from '../../rules/wire'

const w = words({
  money: ['收了用户的钱，元（没收就空着）', 'Money taken, yuan (leave empty if none)'],
  bad: ['只写数字，例如 120 或 120.50', 'Digits only, for example 120 or 120.50'],
  handIn: ['回来交给财务', 'Hand it in at the office'],
  method: ['怎么收的', 'How it was taken'],
  cash: ['现金', 'Cash'],
  mobile: ['扫码', 'Mobile'],
  card: ['刷卡', 'Card'],
  transfer: ['转账', 'Transfer'],
})

type Method = Bodies['payment.collect']['method']
const METHODS: readonly Method[] = ['cash', 'mobile', 'card', 'transfer']

/** `payment_id` is made with the first figure, so that money told twice is taken once. */
export interface Taken {
  payment_id: Id | null
  money: string
  method: Method
}
export const NOTHING_TAKEN: Taken = { payment_id: null, money: '', method: 'cash' }

/** Minor units of what was typed: 0 for nothing, null for what is no amount. */
export const takenMinor = ({ money }: Taken): number | null => (money.trim() === '' ? 0 : minorTyped(money))

export function MoneyTaken({ taken, onTake }: { taken: Taken; onTake: (taken: Taken) => void }) {
  const minor = takenMinor(taken)
  return (
    <>
      <Field
        label={w.money()}
        value={taken.money}
        onInput={(money) => onTake({ ...taken, money, payment_id: taken.payment_id ?? uuid7() })}
        inputMode="decimal"
        hint={minor ? w.handIn() : undefined}
        bad={minor === null ? w.bad() : undefined}
      />
      {minor !== 0 && (
        <Pick
          label={w.method()}
          value={taken.method}
          options={METHODS.map((value) => ({ value, label: w[value]() }))}
          onPick={(method) => onTake({ ...taken, method: method as Method })}
        />
      )}
    </>
  )
}
