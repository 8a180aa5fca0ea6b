/** The camera reads a code: with the browser's own reader, or with the bundled one where it has none. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { CameraButton } from '../../parts/photo'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { codeIn } from './codes'

const w = words({
  view: ['相机画面', 'Camera view'],
  blocked: ['相机没打开', 'The camera did not open'],
  blockedWhat: [
    '在浏览器设置里放行相机，或者拍一张来读，或者直接输编号。',
    'Allow the camera in the browser settings, read a photo, or type the code.',
  ],
  photo: ['拍一张来读', 'Read it from a photo'],
  unread: ['这张照片里读不出码，靠近再拍一张', 'No code can be read in this photo. Go nearer and take another.'],
})
const LOOK_EVERY_MS = 250

export function Camera({ onRead }: { onRead: (text: string) => void }) {
  const view = useRef<HTMLVideoElement>(null)
  const [blocked, setBlocked] = useState(false)
  const [unread, setUnread] = useState(false)
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
  const read = async (file: File) => {
    const picture = await createImageBitmap(file).catch(() => null)
    const text = picture && (await codeIn(picture).catch(() => null))
    picture?.close()
    setUnread(!text)
    if (text) onRead(text)
  }
  if (blocked) {
    return (
      <div class="fromphoto">
        <Verdict kind="flat" icon="camera" title={w.blocked()}>
          {w.blockedWhat()}
        </Verdict>
        <CameraButton label={w.photo()} size="mid" onPicture={(file) => void read(file)} />
        {unread && (
          <p class="meta warn" role="alert">
            {w.unread()}
          </p>
        )}
      </div>
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
