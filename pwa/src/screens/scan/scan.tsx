/** Scan: one box that always listens, and what the scanned text means on this device. */
import { useRef, useState } from 'preact/hooks'
import { Head } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { go, type ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { words } from '../../parts/words'
import { isHandOverText } from '../../rules/hand_over_code'
import { isTag, normaliseTag } from '../../rules/tags'
import { type Meaning, meaningOf, meantAsTag } from '../../store/scanned'
import { Line } from '../line'
import { ScanBox } from '../office/scan_box'
import { Camera } from './camera'
import { Found } from './found'
import './scan.css'

const w = words({
  title: ['扫描', 'Scan'],
  what: ['标签、件号、车号、任务', 'Tag, part, plate or job'],
  camera: ['用相机扫', 'Use the camera'],
  close: ['关相机', 'Close the camera'],
  found: [(text: string) => `找到 ${text}`, (text: string) => `Found ${text}`],
  nothing: [(text: string) => `这台设备上没有“${text}”`, (text: string) => `Nothing on this device is “${text}”`],
  nothingWhat: [
    '看看有没有输错。别的服务站的，要连网才有。',
    'Look for a typing slip. Other stations’ things need signal.',
  ],
  begin: ['扫一下，或者输几个字', 'Scan, or type a code'],
  beginWhat: ['扫枪不用点，直接扫。', 'A scanner needs no tap: just scan.'],
})

export default function Scan(_: ScreenProps) {
  const box = useRef<HTMLInputElement>(null)
  const [meaning, setMeaning] = useState<Meaning>()
  const [looking, setLooking] = useState(false)
  const take = (text: string): boolean => {
    if (isHandOverText(text)) {
      go(`/parts/take/${encodeURIComponent(text.trim())}`)
      return true
    }
    if (meantAsTag(text) && !isTag(normaliseTag(text))) {
      // A part number may look like a tag: only when nothing carries it is it a slip.
      void meaningOf(text).then((found) => setMeaning(isNothing(found) ? undefined : found))
      return false
    }
    void meaningOf(text.trim()).then(setMeaning)
    return true
  }
  const nothing = meaning !== undefined && isNothing(meaning)
  return (
    <Screen head={<Head title={w.title()} meta={w.what()} aside={<Line />} />}>
      <div class="scanning">
        <ScanBox
          box={box}
          onScan={take}
          heard={meaning === undefined ? '' : nothing ? w.nothing(meaning.text) : w.found(meaning.text)}
        />
        {looking && (
          <Camera
            onRead={(text) => {
              setLooking(false)
              take(text)
            }}
          />
        )}
        <Button wide icon={looking ? 'x' : 'camera'} onTap={() => setLooking(!looking)}>
          {looking ? w.close() : w.camera()}
        </Button>
        {meaning && !nothing && <Found meaning={meaning} />}
        {nothing && (
          <Empty icon="magnifying-glass" title={w.nothing(meaning.text)}>
            {w.nothingWhat()}
          </Empty>
        )}
        {!meaning && !looking && (
          <Empty icon="barcode" title={w.begin()}>
            {w.beginWhat()}
          </Empty>
        )}
      </div>
    </Screen>
  )
}

function isNothing({ oldPart, part, jobs, units }: Meaning): boolean {
  return oldPart === null && part === null && jobs.length === 0 && units.length === 0
}
