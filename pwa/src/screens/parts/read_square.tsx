/** Reads a square: with a wedge scanner or by typing into the box, or with the camera. */
import { useRef, useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { words } from '../../parts/words'
import { later } from '../later'
import { ScanBox } from '../office/scan_box'

const w = words({
  camera: ['用相机扫', 'Use the camera'],
  close: ['关相机', 'Close the camera'],
})

const Camera = later<{ onRead: (text: string) => void }>(async () => ({
  default: (await import('../scan/camera')).Camera,
}))

interface Props {
  name: string
  /** Takes what was read; answers what is wrong with it, or null. */
  onRead: (text: string) => string | null
}

export function ReadSquare({ name, onRead }: Props) {
  const box = useRef<HTMLInputElement>(null)
  const [heard, hear] = useState('')
  const [looking, look] = useState(false)
  const read = (text: string): boolean => {
    hear(onRead(text.trim()) ?? '')
    return true
  }
  return (
    <div class="form vanform">
      <ScanBox box={box} onScan={read} heard={heard} asks={name} />
      {looking && (
        <Camera
          onRead={(text) => {
            look(false)
            read(text)
          }}
        />
      )}
      <Button wide icon={looking ? 'x' : 'camera'} onTap={() => look(!looking)}>
        {looking ? w.close() : w.camera()}
      </Button>
    </div>
  )
}
