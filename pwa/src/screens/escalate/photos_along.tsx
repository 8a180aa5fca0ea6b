/** The photos that came along with what is urgent, and how many are still coming. */
import { words } from '../../parts/words'
import type { Id, Photo } from '../../rules/wire'
import { Picture } from '../office/picture'

const w = words({
  photo: ['现场照片', 'Photo of the scene'],
  coming: [
    (n: number) => `照片 ${n} 张还在路上`,
    (n: number) => (n === 1 ? '1 photo is still coming' : `${n} photos are still coming`),
  ],
})

export function PhotosAlong({ named, photos }: { named: readonly Id[]; photos: readonly Photo[] }) {
  const missing = named.length - photos.length
  return (
    <>
      {photos.length > 0 && (
        <div class="along">
          {photos.map((photo) => (
            <Picture key={photo.id} photo={photo} alt={w.photo()} none="" />
          ))}
        </div>
      )}
      {missing > 0 && <p class="meta">{w.coming(missing)}</p>}
    </>
  )
}
