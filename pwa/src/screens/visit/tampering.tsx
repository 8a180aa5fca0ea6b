/** Was the opened place tampered with, and what shows it (VIS-2, WARR-2). */
import { Segmented } from '../../parts/segmented'
import { words } from '../../parts/words'
import type { Look, Photo, Visit, YesNo } from '../../rules/wire'
import { photosOf } from '../../store/photos'
import { Photos } from './photos'

const w = words({
  label: ['有没有私自改动', 'Tampered with?'],
  no: ['没有', 'No'],
  yes: ['有改动', 'Yes'],
  unknown: ['说不准', 'Can’t tell'],
  show: ['拍下改动的地方，或在下面写一句', 'Photograph it, or describe it in the note below'],
  alt: ['改动的地方', 'Tampered place'],
  ask: ['拍改动的地方', 'Photo of the place'],
})

interface TamperingProps {
  visit: Visit
  photos: readonly Photo[]
  value: Look['tampering']
  onChoose: (tampering: YesNo) => void
}

export function Tampering({ visit, photos, value, onChoose }: TamperingProps) {
  return (
    <div class="unfolds">
      <p class="asked">{w.label()}</p>
      <Segmented
        label={w.label()}
        value={value}
        options={[
          { value: 'no', label: w.no() },
          { value: 'yes', label: w.yes() },
          { value: 'unknown', label: w.unknown() },
        ]}
        onChoose={onChoose}
      />
      {value === 'yes' && (
        <>
          <p class="meta">{w.show()}</p>
          <Photos
            visit={visit}
            subject="tampering"
            photos={photosOf(photos, 'tampering')}
            alt={w.alt()}
            ask={w.ask()}
          />
        </>
      )}
    </div>
  )
}
