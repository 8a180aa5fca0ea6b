/** A photo as large as its frame: the bytes on this device, or what the server has. */
import { photoUrl } from '../../media/photo_url'
import { PhotoFrame } from '../../parts/photo'
import type { Rows } from '../../rules/wire'
import { useLive } from '../../store/live'
import { MarksOn } from '../marks_on'

/** `none` is said where there is no photo. */
export function Picture({ photo, alt, none }: { photo: Rows['photo'] | undefined; alt: string; none: string }) {
  const picture = useLive(async () => (photo ? photoUrl(photo.id, 'w1280') : null), [photo?.id])
  if (photo === undefined) return <div class="frame none meta">{none}</div>
  return (
    <div class="frame">
      <PhotoFrame address={picture ?? null} alt={alt} marks={<MarksOn photo={photo} />} />
    </div>
  )
}
