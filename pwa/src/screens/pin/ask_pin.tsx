/** Back to the technician: by PIN, by password with signal, or by a long press and a reason that stays in the report. */
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { PinPad } from '../../parts/pin_pad'
import { words } from '../../parts/words'
import { PIN_DIGITS } from '../../rules/pin'
import { holderId } from '../../store/db'
import { holder } from '../../store/holder'
import { forgetPin, hasPin, pinWait, tryPin } from '../../store/pin'
import { NotSignedIn, signIn } from '../../sync/session'
import { HoldButton } from './hold_button'
import './pin.css'

const w = words({
  pin: [(who: string) => `${who}，输密码收回设备`, (who: string) => `${who}: your PIN to take it back`],
  wrong: ['不对，再试', 'That is not it. Try again.'],
  wait: [(s: number) => `试得太多，等 ${s} 秒`, (s: number) => `Too many tries. Wait ${s} s.`],
  erase: ['删一位', 'Erase one digit'],
  forgot: ['忘了密码', 'PIN forgotten'],
  back: ['回去输密码', 'Back to the PIN'],
  online: ['有信号：用登录密码', 'With signal: sign-in password'],
  password: ['登录密码', 'Password'],
  enter: ['收回设备', 'Take it back'],
  offline: ['没有信号，用下面的办法', 'No signal. Use the way below.'],
  refused: ['登录密码不对', 'The password is not right'],
  without: ['没有信号：写明原因，按住 5 秒', 'Without signal: say why, then hold for 5 seconds'],
  reason: ['为什么不用密码', 'Why without the PIN'],
  kept: ['会记在报告里，主管看得到。', 'It is kept with the report, where the manager sees it.'],
  hold: ['按住 5 秒收回', 'Hold for 5 s to take it back'],
})

interface AskPinProps {
  onBack: () => void
  /** It came back without the PIN, for this reason. */
  onBackWithout: (reason: string) => void
}

export function AskPin({ onBack, onBackWithout }: AskPinProps) {
  const [forgot, setForgot] = useState(false)
  const name = holder.value?.person.name ?? ''
  return forgot ? (
    <WithoutPin onBack={onBack} onBackWithout={onBackWithout} onPin={() => setForgot(false)} />
  ) : (
    <WithPin name={name} onBack={onBack} onForgot={() => setForgot(true)} />
  )
}

function WithPin({ name, onBack, onForgot }: { name: string; onBack: () => void; onForgot: () => void }) {
  const [note, setNote] = useState('')
  const [wait, setWait] = useState(0)
  useEffect(() => {
    void pinWait(holderId()).then(setWait)
    void hasPin(holderId()).then((known) => known || onForgot())
  }, [])
  useEffect(() => {
    if (wait === 0) return
    const timer = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(timer)
  }, [wait])
  const tried = async (pin: string) => {
    setNote('')
    const answer = await tryPin(holderId(), pin)
    if (answer.right) return onBack()
    setNote(w.wrong())
    setWait(answer.wait_s)
  }
  return (
    <div class="askpin">
      <PinPad
        label={w.pin(name)}
        erase={w.erase()}
        digits={PIN_DIGITS}
        off={wait > 0}
        note={wait > 0 ? w.wait(wait) : note}
        onPin={(pin) => void tried(pin)}
      />
      <button type="button" class="textlink" onClick={onForgot}>
        {w.forgot()}
      </button>
    </div>
  )
}

function WithoutPin({ onBack, onBackWithout, onPin }: AskPinProps & { onPin: () => void }) {
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [reason, setReason] = useState('')
  const enter = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await signIn(holder.value?.login ?? '', password)
      await forgetPin(holderId())
      onBack()
    } catch (refusal) {
      if (!(refusal instanceof NotSignedIn)) throw refusal
      setProblem(refusal.code === 'offline' ? w.offline() : w.refused())
    } finally {
      setBusy(false)
    }
  }
  return (
    <div class="askpin forgotten">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void enter()
        }}
      >
        <h2 class="lead">{w.online()}</h2>
        <Field
          label={w.password()}
          type="password"
          autocomplete="current-password"
          value={password}
          onInput={setPassword}
          bad={problem}
        />
        <Button type="submit" wide off={busy || password === ''}>
          {w.enter()}
        </Button>
      </form>
      <section>
        <h2 class="lead">{w.without()}</h2>
        <Field label={w.reason()} lines={2} value={reason} onInput={setReason} hint={w.kept()} />
        <HoldButton label={w.hold()} off={reason.trim() === ''} onHeld={() => onBackWithout(reason.trim())} />
      </section>
      <button type="button" class="textlink" onClick={onPin}>
        {w.back()}
      </button>
    </div>
  )
}
