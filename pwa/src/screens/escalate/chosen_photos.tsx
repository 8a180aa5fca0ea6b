/** Photos that go along by reference: those of the visit, each with a tick, and a new one. */
import { useState } from 'preact/hooks'
import { photoUrl } from '../../media/photo_url'
import { CameraButton, PhotoFrame } from '../../parts/photo'
import { words } from '../../parts/words'
import type { Id, Photo, PhotoSubject, Visit } from '../../rules/wire'
import { useLive } from '../../store/live'
import { attachPhoto } from '../visit/photos'
import './escalate.css'

const w = words({
  take: ['拍一张', 'Take a photo'],
  along: [(n: number) => `照片 ${n}，一起给主管看`, (n: number) => `Photo ${n}, shown to the manager`],
  full: ['本机满了。先发走几张再拍', 'The device is full. Send some photos first.'],
  unreadable: ['这个文件不是照片，换一张', 'That file is no photo. Choose another.'],
})

/** As many as one report names; the newest tell the most. */
export const MOST_NAMED = 20

interface Props {
  visit: Visit
  photos: readonly Photo[]
  /** What new photos are taken for. */
  subject: PhotoSubject
  of_id: Id
  left_out: readonly Id[]
  onLeaveOut: (left_out: Id[]) => void
}

export function ChosenPhotos({ visit, photos, subject, of_id, left_out, onLeaveOut }: Props) {
  const [problem, setProblem] = useState<string | null>(null)
  const take = (file: File) => {
    setProblem(null)
    attachPhoto(visit, subject, of_id, file).catch((reason) => {
      setProblem(reason instanceof Error && 'code' in reason && reason.code === 'disk_full' ? w.full() : w.unreadable())
    })
  }
  const turn = (id: Id) => onLeaveOut(left_out.includes(id) ? left_out.filter((one) => one !== id) : [...left_out, id])
  return (
    <div class="along">
      {photos.map((photo, place) => (
        <label key={photo.id} class="pickphoto">
          <input
            type="checkbox"
            aria-label={w.along(place + 1)}
            checked={!left_out.includes(photo.id)}
            onChange={() => turn(photo.id)}
          />
          <Thumb photo={photo} />
        </label>
      ))}
      <CameraButton label={w.take()} size={photos.length > 0 ? 'sq' : 'wide'} onPicture={take} />
      {problem && (
        <p class="meta warn" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

function Thumb({ photo }: { photo: Photo }) {
  const address = useLive(() => photoUrl(photo.id, 'w320'), [photo.id])
  return <PhotoFrame address={address ?? null} alt="" />
}
