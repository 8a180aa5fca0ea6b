/** Sign-in: name, password, and nothing else in the way. */
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Logo } from '../../parts/logo'
import { Verdict } from '../../parts/verdict'
import { language, words } from '../../parts/words'
import { NotSignedIn, signIn } from '../../sync/session'
import './sign_in.css'

const w = words({
  title: ['登录', 'Sign in'],
  why: ['登录一次，断网也能用。', 'Sign in once. It works without signal.'],
  again: ['再登录一次，才能发出去。你记下的都还在。', 'Sign in again to send. All you recorded is still here.'],
  name: ['账号', 'Account'],
  password: ['密码', 'Password'],
  enter: ['登录', 'Sign in'],
  entering: ['正在登录…', 'Signing in…'],
  nameMissing: ['写上账号', 'Type your account'],
  passwordMissing: ['写上密码', 'Type your password'],
  other: ['English', '中文'],
  wrongPassword: ['账号或密码不对，再看一眼', 'Account or password does not fit. Look again.'],
  offline: ['没有信号，登录要连一次网', 'No signal. Signing in needs the network once.'],
  slowDown: ['试得太快了，等一分钟再来', 'Too many tries. Wait a minute.'],
  revoked: ['办公室停用了这个账号或设备，找办公室', 'The office has shut this account or device. Ask the office.'],
  unknown: ['没登录上，过一会儿再试', 'That did not work. Try again in a while.'],
})

interface Props {
  /** Who holds the device, when the server only asks to sign in again. */
  login?: string
  onSignedIn?: () => void
}

export function SignIn({ login: known = '', onSignedIn }: Props) {
  const [login, setLogin] = useState(known)
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    document.title = 'Truckroll'
  }, [])
  const enter = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (busy || !login.trim() || !password) return
    setBusy(true)
    setProblem(null)
    try {
      await signIn(login.trim(), password)
      onSignedIn?.()
    } catch (refused) {
      setProblem(reason(refused))
      setBusy(false)
    }
  }
  return (
    <main class="welcome" tabIndex={-1}>
      <div>
        <div class="logo">
          <Logo size={44} />
          Truckroll
        </div>
        <h1 class="visually-hidden">{w.title()}</h1>
        <p class="meta">{known ? w.again() : w.why()}</p>
      </div>
      <form class="form" onSubmit={enter} noValidate>
        <Field
          label={w.name()}
          value={login}
          onInput={setLogin}
          autocomplete="username"
          bad={tried && !login.trim() ? w.nameMissing() : undefined}
        />
        <Field
          label={w.password()}
          type="password"
          value={password}
          onInput={setPassword}
          autocomplete="current-password"
          bad={tried && !password ? w.passwordMissing() : undefined}
        />
        <div role="alert">{problem && <Verdict kind="doubt" icon="warning" title={problem} />}</div>
        <Button kind="main" wide type="submit" off={busy}>
          {busy ? w.entering() : w.enter()}
        </Button>
      </form>
      <Button
        kind="plain"
        size="mid"
        icon="translate"
        onTap={() => {
          language.value = language.value === 'zh' ? 'en' : 'zh'
        }}
      >
        {w.other()}
      </Button>
    </main>
  )
}

function reason(refused: unknown): string {
  switch (refused instanceof NotSignedIn ? refused.code : '') {
    case 'wrong_credentials':
      return w.wrongPassword()
    case 'offline':
      return w.offline()
    case 'slow_down':
      return w.slowDown()
    case 'revoked':
    case 'device_of_another':
      return w.revoked()
    default:
      return w.unknown()
  }
}
