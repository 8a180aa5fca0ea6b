/** The same field, changed by two people, as a card among others. */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Plate, Sheet } from '../../parts/sheet'
import { SyncChip } from '../../parts/sync_chip'
import { Tagline } from '../../parts/tagline'
import { words } from '../../parts/words'
import { holder } from '../../store/holder'
import type { OpenReview } from '../../store/reviews'
import { fieldOf } from './fields'
import { TwoValues } from './two_values'

const w = words({
  both: [
    (field: string, other: string) => `${field}，你和${other}都改过`,
    (field: string, other: string) => `You and ${other} both changed ${field}`,
  ],
  somebody: ['别人', 'somebody else'],
  two: [(field: string) => `${field}，两个人改得不一样`, (field: string) => `Two people changed ${field} differently`],
  waits: ['等别人定', 'Somebody else decides'],
  later: ['以后再定，不耽误别的', 'Decide later. Nothing waits for it.'],
})

export function ReviewCard({ open }: { open: OpenReview }) {
  const [putOff, setPutOff] = useState(false)
  if (putOff) return null
  const { review, job, may, inForceBy, proposedBy } = open
  const me = holder.value?.user_id
  const other = review.proposed_by === me ? inForceBy : review.in_force_by === me ? proposedBy : undefined
  const field = fieldOf(review.field)
  const unit = job?.plate ?? job?.serial
  return (
    <Sheet class="cf">
      <div class="row between">
        {may.includes('proposed') ? <SyncChip state="you" /> : <Tagline icon="scales">{w.waits()}</Tagline>}
        {unit && (
          <span class="meta quiet">
            <Plate>{unit}</Plate>
          </span>
        )}
      </div>
      <h2 class="lead">{other === undefined ? w.two(field) : w.both(field, other?.name ?? w.somebody())}</h2>
      <TwoValues open={open} />
      {may.includes('proposed') && (
        <Button kind="plain" size="mid" wide onTap={() => setPutOff(true)}>
          {w.later()}
        </Button>
      )}
    </Sheet>
  )
}
