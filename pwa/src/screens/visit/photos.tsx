/** Photos of one thing: taken, seen at once, drawn on, and each with the truth about where its bytes are (VIS-3). */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { photoUrl } from '../../media/photo_url'
import { Button } from '../../parts/button'
import { CameraButton, PhotoFrame } from '../../parts/photo'
import { SyncChip } from '../../parts/sync_chip'
import { dayAndClock } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id, Photo, PhotoSubject, Visit } from '../../rules/wire'
import { cardState } from '../../store/card'
import type { CapturedPhoto } from '../../store/chunks'
import { useLive } from '../../store/live'
import { later } from '../later'
import { MarksOn } from '../marks_on'
import './photos.css'
import { saveUnsaved, takePhoto, unsavedOf } from './unsaved_photos'

export { attachPhoto } from './unsaved_photos'

const w = words({
  take: ['拍照', 'Take the photo'],
  again: ['再拍一张', 'Take another'],
  more: ['再拍', 'Again'],
  gallery: ['从相册选', 'Gallery'],
  unreadable: ['这个文件不是照片，换一张', 'That file is no photo. Choose another.'],
  full: [
    (n: number) => `本机满了，${n} 张照片还没存进去`,
    (n: number) =>
      n === 1 ? 'The device is full; 1 photo is not saved' : `The device is full; ${n} photos are not saved`,
  ],
  fullWhat: [
    '照片还拿在手里，别关应用。先去“同步”发走几张，或在手机里腾点地方，再试一次。',
    'The photo is still held here: keep the app open. Send some photos on the Sync screen or free some space, then try again.',
  ],
  retry: ['再试一次', 'Try again'],
  toSync: ['去同步', 'To Sync'],
  notSaved: ['还没存', 'not saved'],
})

const PhotoFull = later(() => import('./photo_full'))

interface PhotosProps {
  visit: Visit
  subject: PhotoSubject
  /** The swap or old part that is shown. */
  of_id?: Id | null
  photos: readonly Photo[]
  /** What is on the photo, for those who cannot see it. */
  alt: string
  /** Says on the button what to photograph. */
  ask?: string
  /** In a row with a square camera key, as inside a swap. */
  row?: boolean
  /** Nobody asks for it: a smaller key that stands back. */
  optional?: boolean
  /** An empty frame of the photo's size holds its place, as where two stand side by side. */
  framed?: boolean
}

export function Photos({ visit, subject, of_id = null, photos, alt, ask, row, optional, framed }: PhotosProps) {
  const [unreadable, setUnreadable] = useState(false)
  const saving = useRef(Promise.resolve())
  const shown = { visit, subject, of_id }
  const unsaved = unsavedOf(shown)
  // One after the other: several from the gallery at once would all be decoded in memory together.
  const take = (file: File) => {
    setUnreadable(false)
    saving.current = saving.current.then(() => takePhoto(shown, file)).catch(() => setUnreadable(true))
  }
  const some = photos.length + unsaved.length > 0
  return (
    <div class={row ? 'photos row3' : 'photos'}>
      {photos.map((photo) => (
        <TakenPhoto key={photo.id} photo={photo} alt={alt} plain={row === true} canMark />
      ))}
      {unsaved.map(({ taken }) => (
        <UnsavedPhoto key={taken.photo_id} taken={taken} alt={alt} />
      ))}
      {row && some ? (
        <CameraButton label={w.again()} size="sq" onPicture={take} />
      ) : (
        <div class="act">
          <CameraButton
            label={some ? (framed ? w.more() : w.again()) : (ask ?? w.take())}
            size={some || optional ? 'mid' : framed ? 'frame' : 'wide'}
            onPicture={take}
          />
          <CameraButton label={w.gallery()} size={framed && !some ? 'mid' : 'sq'} from="gallery" onPicture={take} />
        </div>
      )}
      {unreadable && (
        <p class="meta warn" role="alert">
          {w.unreadable()}
        </p>
      )}
      {unsaved.length > 0 && (
        <div class="nospace" role="alert">
          <Verdict kind="doubt" icon="device-mobile" title={w.full(unsaved.length)}>
            {w.fullWhat()}
          </Verdict>
          <div class="act">
            <Button size="mid" icon="arrows-clockwise" onTap={() => void saveUnsaved()}>
              {w.retry()}
            </Button>
            <Button size="mid" href="/sync">
              {w.toSync()}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}

interface TakenPhotoProps {
  photo: Photo
  alt: string
  /** Without caption and state. */
  plain?: boolean
  /** A tap opens it over the whole screen, to look at and to draw on. */
  canMark?: boolean
}

export function TakenPhoto({ photo, alt, plain = false, canMark = false }: TakenPhotoProps) {
  const address = useLive(() => photoUrl(photo.id, 'w320'), [photo.id])
  const [open, setOpen] = useState(false)
  const { state, at } = cardState([photo.id])
  return (
    <>
      <PhotoFrame
        address={address ?? null}
        alt={alt}
        caption={plain ? undefined : `${alt} ${dayAndClock(photo.taken_at)}`}
        state={plain ? undefined : <SyncChip state={state} at={at} />}
        marks={<MarksOn photo={photo} />}
        onOpen={canMark ? () => setOpen(true) : undefined}
      />
      {open && <PhotoFull photo={photo} alt={alt} onClose={() => setOpen(false)} />}
    </>
  )
}

function UnsavedPhoto({ taken, alt }: { taken: CapturedPhoto; alt: string }) {
  const address = useMemo(() => URL.createObjectURL(new Blob([taken.bytes], { type: taken.type })), [taken])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return <PhotoFrame address={address} alt={alt} caption={w.notSaved()} />
}
