/** A key beside a field: the camera reads the code that else would be typed. */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { words } from '../../parts/words'
import { later } from '../later'
import './scan.css'

const w = words({
  scan: [(what: string) => `用相机扫：${what}`, (what: string) => `Scan with the camera: ${what}`],
  close: ['关相机', 'Close the camera'],
})

const Camera = later<Pick<ScanKeyProps, 'onRead'>>(async () => ({ default: (await import('./camera')).Camera }))

interface ScanKeyProps {
  /** What is scanned, for those who only hear it. */
  what: string
  onRead: (text: string) => void
}

export function ScanKey({ what, onRead }: ScanKeyProps) {
  const [looking, setLooking] = useState(false)
  return (
    <>
      <Button
        size="sq"
        icon={looking ? 'x' : 'scan'}
        label={looking ? w.close() : w.scan(what)}
        onTap={() => setLooking(!looking)}
      />
      {looking && (
        <Camera
          onRead={(text) => {
            setLooking(false)
            onRead(text.trim())
          }}
        />
      )}
    </>
  )
}
