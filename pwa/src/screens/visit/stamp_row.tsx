/** The company's stamp 盖章, beside or instead of the handwritten signature: a photo of the stamped paper (VIS-8). */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { CameraButton } from '../../parts/photo'
import type { Photo } from '../../rules/wire'
import { c } from './customer_words'
import { attachPhoto, TakenPhoto } from './photos'
import type { HandsProps } from './step'

interface StampProps extends HandsProps {
  /** Nothing is drawn: the stamp alone is the signature. */
  alone: boolean
}

/** The stamp that was photographed, and what it counts for. */
export function Stamp({ photos, signing, keep, alone }: StampProps) {
  const stamp: Photo | undefined = photos.find(({ id }) => id === signing.stamp_photo_id)
  if (stamp === undefined) return null
  return (
    <div class="stamp">
      <TakenPhoto photo={stamp} alt={c.stampAlt()} plain />
      <p class="grow">{alone && c.stampAlone()}</p>
      <Button kind="plain" size="mid" onTap={() => keep({ stamp_photo_id: null })}>
        {c.stampAway()}
      </Button>
    </div>
  )
}

/** The camera for it; the pictures that the device has already are nobody's to see here. */
export function StampLink({ visit, signing, keep }: HandsProps) {
  const [problem, setProblem] = useState(false)
  if (signing.stamp_photo_id !== null) return null
  const take = (file: File) => {
    setProblem(false)
    attachPhoto(visit, 'stamped_paper', null, file)
      .then((stamp_photo_id) => keep({ stamp_photo_id }))
      .catch(() => setProblem(true))
  }
  return (
    <>
      <CameraButton label={c.stamp()} size="mid" onPicture={take} />
      {problem && (
        <span class="bad" role="alert">
          {c.noPhoto()}
        </span>
      )}
    </>
  )
}
