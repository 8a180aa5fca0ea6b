/** The PIN that brings the device back from a customer: set it, or change it (VIS-6). */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Heading } from '../../parts/sheet'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { holderId } from '../../store/db'
import { useLive } from '../../store/live'
import { hasPin } from '../../store/pin'
import { SetPin } from '../pin/set_pin'

const w = words({
  title: ['收回密码', 'Hand-back PIN'],
  what: ['设备交给用户签字后，用它收回来。', 'Brings the device back after a customer has signed.'],
  set: ['设密码', 'Set the PIN'],
  change: ['换密码', 'Change the PIN'],
  done: ['密码设好了', 'The PIN is set'],
})

export function PinLine() {
  const [asking, setAsking] = useState(false)
  const known = useLive(() => hasPin(holderId()), [asking])
  if (known === undefined) return null
  return (
    <>
      <Heading>{w.title()}</Heading>
      <p class="meta pinwhat">{w.what()}</p>
      <Button wide icon="lock-simple" onTap={() => setAsking(true)}>
        {known ? w.change() : w.set()}
      </Button>
      {asking && (
        <SetPin
          change={known}
          onSet={() => {
            setAsking(false)
            say(w.done(), { icon: 'check-circle' })
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
