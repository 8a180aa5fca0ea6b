/** One field that two people changed, as a case of the manager's list. */
import { Plate } from '../../parts/sheet'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id, Json } from '../../rules/wire'
import { keepDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { reviewById } from '../../store/reviews'
import { fieldOf } from '../conflicts/fields'
import { TwoValues } from '../conflicts/two_values'
import { CaseFrame } from './case_frame'
import { Refused } from './refused'

const w = words({
  kind: ['两个说法', 'Two values'],
  title: [(field: string) => `${field}，两个人都改过`, (field: string) => `Two people changed ${field}`],
  lede: ['先写的在用，后写的也留着。你选一个。', 'The earlier holds; the later is kept. You choose.'],
  settled: ['选好了', 'Decided'],
})

export function ReviewCase({ id, onBack }: { id: Id; onBack: () => void }) {
  const open = useLive(() => reviewById(id), [id])
  if (!open) return <section class="sheet case" aria-busy="true" />
  const { review, job } = open
  return (
    <CaseFrame
      id={id}
      kind={w.kind()}
      called={w.title(fieldOf(review.field))}
      icon="arrows-left-right"
      aside={job?.plate && <Plate>{job.plate}</Plate>}
      title={w.title(fieldOf(review.field))}
      lede={w.lede()}
      onBack={onBack}
    >
      <Refused
        about={[id]}
        name="review.settle"
        onTakeBack={({ choice, value }) =>
          void keepDraft(`review:${id}`, { writing: choice === 'other', value: (value as Json) ?? null })
        }
      />
      {review.state === 'open' ? (
        <TwoValues open={open} />
      ) : (
        <Verdict kind="ok" icon="check-circle" title={w.settled()} />
      )}
    </CaseFrame>
  )
}
