/** A new PIN, typed twice; whoever changes one types the old one first. */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Dialog } from '../../parts/dialog'
import { PinPad } from '../../parts/pin_pad'
import { words } from '../../parts/words'
import { PIN_DIGITS } from '../../rules/pin'
import { holderId } from '../../store/db'
import { setPin, tryPin } from '../../store/pin'

const w = words({
  first: ['先设一个收回密码', 'Set a PIN first'],
  change: ['换一个收回密码', 'Change the PIN'],
  why: [
    '设备交给用户后，用这四位数字收回来。只存在这台设备上。',
    'It brings the device back from the customer. It stays on this device.',
  ],
  old: ['现在的四位数字', 'The present four digits'],
  once: ['四位数字', 'Four digits'],
  again: ['再输一遍', 'Once more'],
  differs: ['两遍不一样，从头来', 'They differ. Begin again.'],
  wrong: ['不对，再试', 'That is not it. Try again.'],
  wait: [(s: number) => `不对，等 ${s} 秒再试`, (s: number) => `Wrong. Wait ${s} s.`],
  erase: ['删一位', 'Erase one digit'],
  close: ['先不设', 'Not now'],
})

interface SetPinProps {
  /** There is one already. */
  change?: boolean
  onSet: () => void
  onClose: () => void
}

export function SetPin({ change = false, onSet, onClose }: SetPinProps) {
  const [step, setStep] = useState<'old' | 'once' | 'again'>(change ? 'old' : 'once')
  const [first, setFirst] = useState('')
  const [note, setNote] = useState('')
  const typed = async (pin: string) => {
    setNote('')
    if (step === 'old') {
      const tried = await tryPin(holderId(), pin)
      if (tried.right) return setStep('once')
      return setNote(tried.wait_s > 0 ? w.wait(tried.wait_s) : w.wrong())
    }
    if (step === 'once') {
      setFirst(pin)
      return setStep('again')
    }
    if (pin !== first) {
      setNote(w.differs())
      return setStep('once')
    }
    await setPin(holderId(), pin)
    onSet()
  }
  return (
    <Dialog title={change ? w.change() : w.first()} onClose={onClose}>
      <p>{w.why()}</p>
      <PinPad label={w[step]()} erase={w.erase()} digits={PIN_DIGITS} note={note} onPin={(pin) => void typed(pin)} />
      <Button wide onTap={onClose}>
        {w.close()}
      </Button>
    </Dialog>
  )
}
