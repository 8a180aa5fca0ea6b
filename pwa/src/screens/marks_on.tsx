/** What is drawn over a photo, by whomever: shown wherever the photo is. */
import { Marks } from '../parts/marks'
import type { Photo } from '../rules/wire'
import { drawnOn, NOTHING_DRAWN } from '../store/annotations'
import { useLive } from '../store/live'

export function MarksOn({ photo, fit }: { photo: Photo; fit?: 'slice' | 'meet' }) {
  const { others, own } = useLive(() => drawnOn(photo.id), [photo.id]) ?? NOTHING_DRAWN
  return <Marks shapes={[...others, ...own]} width={photo.width} height={photo.height} fit={fit ?? 'slice'} />
}
