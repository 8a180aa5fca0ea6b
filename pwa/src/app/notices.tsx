/** What the person must know on every screen: a new version waits, the server asks to sign in, the device is shut. */
import { Button } from '../parts/button'
import { Verdict } from '../parts/verdict'
import { words } from '../parts/words'
import { mustSignIn } from '../store/holder'
import { notice } from '../sync/status'
import { takeUpdate, updateReady } from './update'

const w = words({
  newVersion: ['新版本装好了，换上要一秒钟。', 'A new version is here. Changing takes a second.'],
  change: ['现在换', 'Update now'],
  signIn: ['再登录一次，才能发出去。你记下的都还在。', 'Sign in again to send. All you recorded is still here.'],
  enter: ['登录', 'Sign in'],
  drain: ['办公室把这台设备退出了', 'The office signed this device out'],
  drainWhat: [
    '这里没发完的还会收。要接着用，找办公室。',
    'What is unsent here is still taken in. Ask the office to go on.',
  ],
  upgrade: ['这个版本太旧，收不到新资料', 'This version is too old to load new data'],
  upgradeWhat: ['发送照常。有信号时更新一下。', 'Sending still works. Update when there is signal.'],
})

export function Notices() {
  return (
    <>
      {updateReady.value && (
        <div class="update" role="status">
          <span class="grow">{w.newVersion()}</span>
          <Button size="mid" onTap={takeUpdate}>
            {w.change()}
          </Button>
        </div>
      )}
      {mustSignIn.value && (
        <div class="update" role="status">
          <span class="grow">{w.signIn()}</span>
          <Button size="mid" href="/sign-in">
            {w.enter()}
          </Button>
        </div>
      )}
      {notice.value === 'drain' && (
        <Verdict kind="doubt" icon="lock-simple" title={w.drain()}>
          {w.drainWhat()}
        </Verdict>
      )}
      {notice.value === 'upgrade' && (
        <Verdict kind="flat" title={w.upgrade()}>
          {w.upgradeWhat()}
        </Verdict>
      )}
    </>
  )
}
