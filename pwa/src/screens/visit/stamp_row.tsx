/** The company's stamp 盖章, beside or instead of the handwritten signature: a photo of the stamped paper (VIS-8). */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { CameraButton } from '../../parts/photo'
import type { Photo } from '../../rules/wire'
import { c } from './customer_words'
import { attachPhoto, TakenPhoto } from './photos'
import type { HandsProps } from './step'

interface StampRowProps extends HandsProps {
  /** Nothing is drawn: the stamp alone is the signature. */
  alone: boolean
}

export function StampRow({ visit, photos, signing, keep, alone }: StampRowProps) {
  const [problem, setProblem] = useState(false)
  const stamp: Photo | undefined = photos.find(({ id }) => id === signing.stamp_photo_id)
  const take = (file: File) => {
    setProblem(false)
    attachPhoto(visit, 'stamped_paper', null, file)
      .then((stamp_photo_id) => keep({ stamp_photo_id }))
      .catch(() => setProblem(true))
  }
  return (
    <div class="stamp">
      {stamp ? (
        <>
          <TakenPhoto photo={stamp} alt={c.stampAlt()} plain />
          <p class="grow">{alone && c.stampAlone()}</p>
          <Button kind="plain" size="mid" onTap={() => keep({ stamp_photo_id: null })}>
            {c.stampAway()}
          </Button>
        </>
      ) : (
        <CameraButton label={c.stamp()} size="mid" onPicture={take} />
      )}
      {problem && (
        <p class="meta bad" role="alert">
          {c.noPhoto()}
        </p>
      )}
    </div>
  )
}
