/** The way out: nothing unsent is left behind unsaid. */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Dialog } from '../../parts/dialog'
import { go } from '../../parts/route'
import { words } from '../../parts/words'
import { signOut, UnsentWork } from '../../sync/session'

const w = words({
  leave: ['退出登录', 'Sign out'],
  unsent: [
    (n: number) => `还有 ${n} 项没发出去`,
    (n: number) => (n === 1 ? '1 item is still here' : `${n} items are still here`),
  ],
  what: [
    '现在退出，它们会留在这台设备上，登录后继续发。别人看不到。',
    'If you sign out now they stay on this device and are sent when you sign in again. Nobody else sees them.',
  ],
  stay: ['先不退出', 'Stay signed in'],
  out: ['退出', 'Sign out'],
})

export function SignOut() {
  const [unsent, setUnsent] = useState(0)
  const leave = async (evenUnsent: boolean) => {
    try {
      await signOut({ evenUnsent })
      go('/', { replace: true })
    } catch (problem) {
      if (!(problem instanceof UnsentWork)) throw problem
      setUnsent(problem.count)
    }
  }
  return (
    <>
      <div class="leave">
        <Button wide icon="sign-out" onTap={() => void leave(false)}>
          {w.leave()}
        </Button>
      </div>
      {unsent > 0 && (
        <Dialog title={w.unsent(unsent)} onClose={() => setUnsent(0)}>
          <p>{w.what()}</p>
          <div class="act">
            <Button kind="main" onTap={() => setUnsent(0)}>
              {w.stay()}
            </Button>
            <Button onTap={() => void leave(true)}>{w.out()}</Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
