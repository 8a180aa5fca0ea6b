/** All fields that two people changed: those that this person decides, and those that somebody else does. */
import { Bar } from '../../parts/bar'
import { Empty } from '../../parts/empty'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Heading } from '../../parts/sheet'
import { words } from '../../parts/words'
import { useLive } from '../../store/live'
import { openReviews } from '../../store/reviews'
import { ReviewCard } from './review_card'
import '../sync/sync.css'

const w = words({
  title: ['两个说法', 'Two values'],
  yours: ['等你定', 'Yours to decide'],
  others: ['等别人定', 'Somebody else decides'],
  nothing: ['没有改得不一样的', 'Nothing was changed twice'],
  why: [
    '两个人改了同一处，两个都留着，在这里选。',
    'When two people change the same field, both are kept and chosen here.',
  ],
})

export default function InboxScreen(_: ScreenProps) {
  const reviews = useLive(openReviews)
  const mine = reviews?.filter(({ may }) => may.includes('proposed')) ?? []
  const others = reviews?.filter(({ may }) => !may.includes('proposed')) ?? []
  return (
    <Screen head={<Bar title={w.title()} back="/sync" />}>
      {reviews?.length === 0 && (
        <Empty icon="scales" title={w.nothing()}>
          {w.why()}
        </Empty>
      )}
      {mine.length > 0 && <Heading aside={String(mine.length)}>{w.yours()}</Heading>}
      {mine.map((open) => (
        <ReviewCard key={open.review.id} open={open} />
      ))}
      {others.length > 0 && <Heading aside={String(others.length)}>{w.others()}</Heading>}
      {others.map((open) => (
        <ReviewCard key={open.review.id} open={open} />
      ))}
    </Screen>
  )
}
