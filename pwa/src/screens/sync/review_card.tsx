/** The same field, changed by two people: both values, and one tap to decide. */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Plate, Sheet } from '../../parts/sheet'
import { SyncChip } from '../../parts/sync_chip'
import { clock } from '../../parts/times'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import type { Json } from '../../rules/wire'
import type { OpenReview } from '../../store/reviews'
import { fieldOf } from './said'

const w = words({
  both: [
    (field: string) => `${field}，你和办公室都改过`,
    (field: string) => `You and the office both changed ${field}`,
  ],
  two: [(field: string) => `${field}，两个人改得不一样`, (field: string) => `Two people changed ${field} differently`],
  you: ['你', 'You'],
  office: [(name: string) => `办公室 · ${name}`, (name: string) => `Office · ${name}`],
  somebody: ['另一个人', 'somebody else'],
  inForce: ['现在用这个', 'in force now'],
  kept: ['已留着', 'kept'],
  useMine: ['用我的', 'Use mine'],
  useOffice: ['用办公室的', 'Use theirs'],
  useFirst: ['用现在的', 'Keep the first'],
  useSecond: ['用后改的', 'Use the second'],
  later: ['以后再定，不耽误别的', 'Decide later. Nothing waits for it.'],
  decided: ['定下了，有信号自己发', 'Decided. Sends itself later.'],
  nothing: ['空着', 'nothing'],
})

interface Props {
  open: OpenReview
  /** Who decides. */
  me: string
}

export function ReviewCard({ open: { review, job, inForceBy, proposedBy }, me }: Props) {
  const [putOff, setPutOff] = useState(false)
  if (putOff) return null
  const mine = review.proposed_by === me ? 'proposed' : review.in_force_by === me ? 'in_force' : null
  const settle = async (choice: 'proposed' | 'in_force') => {
    await mutate('review.settle', { review_id: review.id, choice, value: null })
    say(w.decided())
  }
  const who = (id: string | null, name: string | undefined) => (id === me ? w.you() : w.office(name ?? w.somebody()))
  const plate = job?.plate ?? job?.serial
  return (
    <Sheet class="cf">
      <div class="row between">
        <SyncChip state="you" />
        {plate && (
          <span class="meta quiet">
            <Plate>{plate}</Plate>
          </span>
        )}
      </div>
      <h2 class="lead">{(mine ? w.both : w.two)(fieldOf(review.field))}</h2>
      <div class="two">
        <div class="op on">
          <span class="cap">
            {[who(review.in_force_by, inForceBy?.name), review.in_force_at && clock(review.in_force_at)]
              .filter(Boolean)
              .join(' ')}
          </span>
          <b>{shown(review.in_force)}</b>
          <span class="meta">{w.inForce()}</span>
        </div>
        <div class="op">
          <span class="cap">
            {who(review.proposed_by, proposedBy?.name)} · {clock(review.proposed_at)}
          </span>
          <b>{shown(review.proposed)}</b>
          <span class="meta">{w.kept()}</span>
        </div>
      </div>
      <div class="act">
        <Button kind="main" onTap={() => void settle(mine ?? 'proposed')}>
          {mine ? w.useMine() : w.useSecond()}
        </Button>
        <Button onTap={() => void settle(mine === 'in_force' ? 'proposed' : 'in_force')}>
          {mine ? w.useOffice() : w.useFirst()}
        </Button>
      </div>
      <Button kind="plain" size="mid" wide onTap={() => setPutOff(true)}>
        {w.later()}
      </Button>
    </Sheet>
  )
}

function shown(value: Json): string {
  if (value === null || value === '') return w.nothing()
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
