/** The camera reads a code: with the browser's own reader, or with the bundled one where it has none. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { codeIn } from './codes'

const w = words({
  view: ['相机画面', 'Camera view'],
  blocked: ['相机没打开', 'The camera did not open'],
  blockedWhat: [
    '在浏览器设置里放行相机，或者直接输编号。',
    'Allow the camera in the browser settings, or type the code.',
  ],
})
const LOOK_EVERY_MS = 250

export function Camera({ onRead }: { onRead: (text: string) => void }) {
  const view = useRef<HTMLVideoElement>(null)
  const [blocked, setBlocked] = useState(false)
  useEffect(() => {
    const video = view.current
    if (video === null) return
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let closed = false
    const look = async () => {
      const text = await codeIn(video).catch(() => null)
      if (closed) return
      if (text !== null) onRead(text)
      else timer = setTimeout(look, LOOK_EVERY_MS)
    }
    const open = async () => {
      const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (closed) return stop(opened)
      stream = opened
      video.srcObject = opened
      await video.play()
      await look()
    }
    open().catch(() => setBlocked(true))
    return () => {
      closed = true
      clearTimeout(timer)
      if (stream) stop(stream)
    }
  }, [])
  if (blocked) {
    return (
      <Verdict kind="flat" icon="camera" title={w.blocked()}>
        {w.blockedWhat()}
      </Verdict>
    )
  }
  return (
    <div class="viewfinder">
      <video ref={view} muted playsInline aria-label={w.view()} />
    </div>
  )
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
