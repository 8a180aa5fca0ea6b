/** One field that two people changed, as a case of the manager's list. */
import { Button } from '../../parts/button'
import { Plate } from '../../parts/sheet'
import { SyncChip } from '../../parts/sync_chip'
import { Tagline } from '../../parts/tagline'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id, Json } from '../../rules/wire'
import { cardState } from '../../store/card'
import { keepDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { reviewById } from '../../store/reviews'
import { fieldOf } from '../conflicts/fields'
import { TwoValues } from '../conflicts/two_values'
import { Refused } from './refused'

const w = words({
  back: ['回到清单', 'Back to the list'],
  kind: ['两个说法', 'Two values'],
  title: [(field: string) => `${field}，两个人都改过`, (field: string) => `Two people changed ${field}`],
  lede: ['先写的在用，后写的也留着。你选一个。', 'The earlier holds; the later is kept. You choose.'],
  settled: ['选好了', 'Decided'],
})

export function ReviewCase({ id, onBack }: { id: Id; onBack: () => void }) {
  const open = useLive(() => reviewById(id), [id])
  const truth = cardState([id])
  if (!open) return <section class="sheet case" aria-busy="true" />
  const { review, job } = open
  return (
    <section class="sheet case" aria-label={w.title(fieldOf(review.field))}>
      <div class="back">
        <Button kind="plain" size="mid" icon="arrow-left" onTap={onBack}>
          {w.back()}
        </Button>
      </div>
      <div class="row between">
        <Tagline icon="arrows-left-right">{w.kind()}</Tagline>
        {job?.plate && <Plate>{job.plate}</Plate>}
      </div>
      <h1>{w.title(fieldOf(review.field))}</h1>
      <p class="lede">{w.lede()}</p>
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
      <div class="dock">
        <SyncChip state={truth.state} at={truth.at} />
      </div>
    </section>
  )
}
