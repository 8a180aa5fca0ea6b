/** Photos of one thing: taken, seen at once, and each with the truth about where its bytes are. */
import { useState } from 'preact/hooks'
import { capture } from '../../media/capture'
import { photoUrl } from '../../media/photo_url'
import { mutate } from '../../mutations/mutate'
import { CameraButton, PhotoFrame } from '../../parts/photo'
import { SyncChip } from '../../parts/sync_chip'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import type { Id, Photo, PhotoSubject, Visit } from '../../rules/wire'
import { cardState } from '../../store/card'
import { useLive } from '../../store/live'
import './photos.css'

const w = words({
  take: ['拍照', 'Take the photo'],
  again: ['再拍一张', 'Take another'],
  gallery: ['从相册选', 'Gallery'],
  unreadable: ['这个文件不是照片，换一张', 'That file is no photo. Choose another.'],
  full: ['本机满了。先发走几张再拍', 'The device is full. Send some photos first.'],
})

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
}

export function Photos({ visit, subject, of_id = null, photos, alt, ask, row = false }: PhotosProps) {
  const [problem, setProblem] = useState<string | null>(null)
  const take = (file: File) => {
    setProblem(null)
    attachPhoto(visit, subject, of_id, file).catch((reason) => {
      setProblem(reason instanceof Error && 'code' in reason && reason.code === 'disk_full' ? w.full() : w.unreadable())
    })
  }
  return (
    <div class={row ? 'photos row3' : 'photos'}>
      {photos.map((photo) => (
        <TakenPhoto key={photo.id} photo={photo} alt={alt} plain={row} />
      ))}
      {row && photos.length > 0 ? (
        <CameraButton label={w.again()} size="sq" onPicture={take} />
      ) : (
        <div class="act">
          <CameraButton
            label={photos.length > 0 ? w.again() : (ask ?? w.take())}
            size={photos.length > 0 ? 'mid' : 'wide'}
            onPicture={take}
          />
          <CameraButton label={w.gallery()} size={photos.length > 0 ? 'mid' : 'sq'} from="gallery" onPicture={take} />
        </div>
      )}
      {problem && (
        <p class="meta warn" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

export function TakenPhoto({ photo, alt, plain = false }: { photo: Photo; alt: string; plain?: boolean }) {
  const address = useLive(() => photoUrl(photo.id, 'w320'), [photo.id])
  const { state, at } = cardState([photo.id])
  return (
    <PhotoFrame
      address={address ?? null}
      alt={alt}
      caption={plain ? undefined : `${alt} ${dayAndClock(photo.taken_at)}`}
      state={plain ? undefined : <SyncChip state={state} at={at} />}
    />
  )
}

/** Hash the picture and attach it in one transaction with its bytes. */
export async function attachPhoto(visit: Visit, subject: PhotoSubject, of_id: Id | null, file: File): Promise<void> {
  const taken = await capture(file)
  await mutate(
    'photo.attach',
    {
      photo_id: taken.photo_id,
      job_id: visit.job_id,
      visit_id: visit.id,
      subject,
      of_id,
      sha256: taken.sha256,
      size: taken.bytes.byteLength,
      type: taken.type,
      width: taken.width,
      height: taken.height,
    },
    { photos: [taken] },
  )
}
