/** A photo on the sheet: shown at once from the bytes on the device, with its own truth on it. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Icon } from './icon'
import { words } from './words'
import './photo.css'

const w = words({
  open: [(what: string) => `放大、标注：${what}`, (what: string) => `Enlarge and mark: ${what}`],
  gone: ['照片不在本机', 'Photo is not on this device'],
})

interface PhotoFrameProps {
  /** Where the picture is; null while it is being looked for. */
  address: string | null
  alt: string
  caption?: ComponentChildren
  /** Where the bytes are: here, sending, server has it. */
  state?: ComponentChildren
  /** What was drawn over it. */
  marks?: ComponentChildren
  /** Opens it over the whole screen. */
  onOpen?: (() => void) | undefined
}

export function PhotoFrame({ address, alt, caption, state, marks, onOpen }: PhotoFrameProps) {
  const [broken, setBroken] = useState(false)
  useEffect(() => setBroken(false), [address])
  return (
    <figure class="photo">
      {address && !broken ? (
        <img src={address} alt={alt} onError={() => setBroken(true)} />
      ) : (
        <span class="noimage" role="img" aria-label={address === null ? alt : w.gone()}>
          <Icon name="camera" size="l" />
        </span>
      )}
      {address && !broken && marks}
      {onOpen && <button type="button" class="open" aria-label={w.open(alt)} onClick={onOpen} />}
      {(caption || state) && (
        <figcaption>
          <span>{caption}</span>
          {state}
        </figcaption>
      )}
    </figure>
  )
}

interface CameraButtonProps {
  label: string
  /**
   * A square key with the sign alone; its label is still spoken. `mid` stands beside a photo that was taken, `frame`
   * where the photo will be.
   */
  size?: 'wide' | 'mid' | 'sq' | 'frame'
  /** Straight to the camera, or to the pictures the device already has. */
  from?: 'camera' | 'gallery'
  onPicture: (file: File) => void
}

/** The button is the file field itself, so that a keyboard and a screen reader reach it. */
export function CameraButton({ label, size = 'wide', from = 'camera', onPicture }: CameraButtonProps) {
  return (
    <label class={`btn ${size} camera`}>
      <input
        type="file"
        accept="image/*"
        aria-label={label}
        {...(from === 'camera' ? { capture: 'environment' as const } : { multiple: true })}
        onChange={(event) => {
          for (const file of event.currentTarget.files ?? []) onPicture(file)
          event.currentTarget.value = ''
        }}
      />
      <Icon name={from === 'camera' ? 'camera' : 'image'} />
      {size !== 'sq' && <span aria-hidden="true">{label}</span>}
    </label>
  )
}
