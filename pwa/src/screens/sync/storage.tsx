/** Whether what is on this device stays there: the browser's promise, the room that is left, the home screen. */
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { askToPersist, photosThatFit, type Readiness, readiness } from '../../store/device'
import './sync.css'

const w = words({
  kept: ['浏览器答应不清这里的资料', 'The browser keeps what is here'],
  notKept: ['浏览器没答应留着这里的资料', 'The browser has not promised to keep what is here'],
  notKeptWhat: ['手机快满时它可能清掉。常连网，先发走。', 'It may clear it when the phone is full. Send often.'],
  room: [(n: string) => `还能拍约 ${n} 张。`, (n: string) => `Room for about ${n} photos.`],
  plenty: ['地方够用。', 'There is plenty of room.'],
  ask: ['再问一次', 'Ask again'],
  home: ['还没放到主屏幕', 'Not on the home screen'],
  homeWhat: [
    'iPhone 几天不开就会清掉网页存的东西。在“分享”里选“添加到主屏幕”。',
    'An iPhone clears what a web page keeps when it is not opened for days. Choose Share, then Add to Home Screen.',
  ],
})

/** Nobody takes more photos in a week. */
const PLENTY = 1000

export function Storage() {
  const [device, setDevice] = useState<Readiness>()
  const look = () => void readiness().then(setDevice)
  useEffect(look, [])
  if (device === undefined) return null
  const fit = photosThatFit(device)
  const room = fit === null ? '' : fit > PLENTY ? w.plenty() : w.room(String(fit))
  if (isApple() && !device.installed) {
    return (
      <Verdict kind="doubt" icon="warning" title={w.home()}>
        {w.homeWhat()}
      </Verdict>
    )
  }
  if (device.persisted) {
    return (
      <Verdict kind="ok" title={w.kept()}>
        {room}
      </Verdict>
    )
  }
  return (
    <div class="storage">
      <Verdict kind="flat" title={w.notKept()}>
        {w.notKeptWhat()} {room}
      </Verdict>
      <Button size="mid" onTap={() => void askToPersist().then(look)}>
        {w.ask()}
      </Button>
    </div>
  )
}

/** Only Safari on a phone or tablet evicts pages that are not on the home screen. */
function isApple(): boolean {
  return /iPhone|iPad/.test(navigator.userAgent) || (/Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
}
