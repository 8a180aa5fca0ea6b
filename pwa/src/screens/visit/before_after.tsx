/** The same place before and after the work, side by side (VIS-3, VIS-4). */
import { Heading } from '../../parts/sheet'
import { words } from '../../parts/words'
import type { Photo, Visit } from '../../rules/wire'
import { photosOf } from '../../store/photos'
import { Photos } from './photos'

const w = words({
  title: ['修前修后', 'Before and after'],
  before: ['修前', 'Before'],
  after: ['修后', 'After'],
  takeBefore: ['拍修前', 'Photo before'],
  takeAfter: ['拍修后', 'Photo after'],
})

export function BeforeAfter({ visit, photos }: { visit: Visit; photos: readonly Photo[] }) {
  return (
    <section>
      <Heading>{w.title()}</Heading>
      <div class="beforeafter">
        {(['before', 'after'] as const).map((subject) => (
          <div key={subject}>
            <h3>{w[subject]()}</h3>
            <Photos
              visit={visit}
              subject={subject}
              photos={photosOf(photos, subject)}
              alt={w[subject]()}
              ask={subject === 'before' ? w.takeBefore() : w.takeAfter()}
              framed
            />
          </div>
        ))}
      </div>
    </section>
  )
}
