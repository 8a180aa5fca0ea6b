/** The app: somebody signs in, their records load once, and from then on it works without signal. */
import { useState } from 'preact/hooks'
import { go, path } from '../parts/route'
import { FirstSync } from '../screens/sign_in/first_sync'
import { SignIn } from '../screens/sign_in/sign_in'
import { isLoaded } from '../store/first_load'
import { handOver } from '../store/hand_over'
import { holder, mustSignIn } from '../store/holder'
import { useLive } from '../store/live'
import { Shell } from './shell'

export function App() {
  const who = holder.value
  if (who === null) return <SignIn />
  if (path.value === '/sign-in' && mustSignIn.value && handOver.value === null) {
    return <SignIn login={who.login} onSignedIn={() => go('/', { replace: true })} />
  }
  return <SignedIn key={who.user_id} />
}

function SignedIn() {
  const loaded = useLive(isLoaded)
  const [entered, setEntered] = useState(false)
  if (loaded === undefined) return <main aria-busy="true" />
  if (!loaded && !entered) return <FirstSync onEnter={() => setEntered(true)} />
  return <Shell />
}
