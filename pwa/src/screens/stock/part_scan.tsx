/** The scan box of the store: a part's number, scanned or typed, or the beginning of its number or name. */
import { useRef, useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { words } from '../../parts/words'
import type { Part } from '../../rules/wire'
import { partsMeant } from '../../store/stock_room'
import { ScanBox } from '../office/scan_box'
import { partName } from '../part_name'
import { Camera } from '../scan/camera'

const w = words({
  asks: ['扫或输件号', 'Scan or type'],
  which: [(count: number) => `有 ${count} 个像的，选一个`, (count: number) => `${count} look like it. Choose one.`],
  nothing: [
    (text: string) => `资料里没有“${text}”，看看有没有输错`,
    (text: string) => `No part is called “${text}”. Look for a slip.`,
  ],
  choices: ['像的备件', 'Parts that look like it'],
  camera: ['用相机扫', 'Use the camera'],
})

interface Props {
  onPart: (part: Part) => void
  /** What is no part may be a serial number: answers what came of it, or null. */
  onOther?: (text: string) => string | null
}

export function PartScan({ onPart, onOther }: Props) {
  const box = useRef<HTMLInputElement>(null)
  const [heard, hear] = useState('')
  const [choices, choose] = useState<readonly Part[]>([])
  const [looking, look] = useState(false)
  const take = (part: Part) => {
    choose([])
    hear(partName(part))
    onPart(part)
    box.current?.focus()
  }
  const scanned = (text: string): boolean => {
    void partsMeant(text).then((parts) => {
      const [only] = parts
      if (only !== undefined && parts.length === 1) return take(only)
      choose(parts)
      hear(parts.length > 0 ? w.which(parts.length) : (onOther?.(text.trim()) ?? w.nothing(text.trim())))
    })
    return true
  }
  return (
    <div class="partscan">
      <ScanBox box={box} onScan={scanned} heard={heard} asks={w.asks()} />
      {looking ? (
        <Camera
          onRead={(text) => {
            look(false)
            scanned(text)
          }}
        />
      ) : (
        <Button size="sq" icon="camera" label={w.camera()} onTap={() => look(true)} />
      )}
      {choices.length > 0 && (
        <ul class="sheet flush list cases" aria-label={w.choices()}>
          {choices.map((part) => (
            <li key={part.id}>
              <button type="button" class="pick" onClick={() => take(part)}>
                <span class="grow">
                  <b>{partName(part)}</b>
                  <span class="meta line mono">{part.part_no}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
