/** One field that two people changed: both values, who typed them and when, and which holds from now on. */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { Plate } from '../../parts/sheet'
import { SyncChip } from '../../parts/sync_chip'
import { Tagline } from '../../parts/tagline'
import { dayAndClock } from '../../parts/times'
import { say } from '../../parts/toast'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id, Json, Rows } from '../../rules/wire'
import { cardState } from '../../store/card'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { reviewInFull } from '../../store/reports'
import { Refused } from './refused'
import { fieldName } from './words'

const w = words({
  back: ['回到清单', 'Back to the list'],
  kind: ['两个说法', 'Two values'],
  title: [(field: string) => `${field}，两个人都改过`, (field: string) => `${field}: two people changed it`],
  lede: ['先写的在用，后写的也留着。你选一个。', 'The earlier holds; the later is kept. You choose.'],
  inForce: ['现在用的', 'Holds now'],
  proposed: ['另一个说法', 'The other value'],
  empty: ['空着', 'empty'],
  keep: ['用现在的', 'Keep what holds'],
  take: ['用另一个', 'Take the other'],
  other: ['都不对，写一个', 'Neither, write one'],
  otherValue: ['应该是', 'It should be'],
  useOther: ['用写的这个', 'Use this'],
  settled: ['选好了', 'Decided'],
  somebody: ['有人', 'Somebody'],
})

export function ReviewCase({ id, onBack }: { id: Id; onBack: () => void }) {
  const full = useLive(() => reviewInFull(id), [id])
  const key = `review:${id}`
  const [typed, type, drop] = useDraft<{ other: string; writing: boolean }>(key, { other: '', writing: false })
  const [busy, setBusy] = useState(false)
  const truth = cardState([id])
  if (!full) return <section class="sheet case" aria-busy="true" />
  const { review, job, inForceBy, proposedBy } = full
  const settle = async (choice: 'in_force' | 'proposed' | 'other', value: Json = null) => {
    setBusy(true)
    await mutate('review.settle', { review_id: id, choice, value }, { draft: key })
    drop()
    setBusy(false)
    say(w.settled())
  }
  const numeric = typeof review.in_force === 'number' || typeof review.proposed === 'number'
  return (
    <section class="sheet case" aria-label={w.title(fieldName(review.field))}>
      <div class="back">
        <Button kind="plain" size="mid" icon="arrow-left" onTap={onBack}>
          {w.back()}
        </Button>
      </div>
      <div class="row between">
        <Tagline icon="arrows-left-right">{w.kind()}</Tagline>
        {job?.plate && <Plate>{job.plate}</Plate>}
      </div>
      <h1>{w.title(fieldName(review.field))}</h1>
      <p class="lede">{w.lede()}</p>
      <div class="versus">
        <div>
          <p class="cap">
            <Icon name="books" size="s" /> {w.inForce()}
          </p>
          <Side value={review.in_force} by={inForceBy} at={review.in_force_at} />
        </div>
        <div class="site">
          <p class="cap">
            <Icon name="pencil-simple" size="s" /> {w.proposed()}
          </p>
          <Side value={review.proposed} by={proposedBy} at={review.proposed_at} />
        </div>
      </div>
      <Refused
        about={[id]}
        name="review.settle"
        onTakeBack={(body) =>
          type({ other: body.value === null ? '' : String(body.value), writing: body.choice === 'other' })
        }
      />
      {typed.writing && review.state === 'open' && (
        <Field label={w.otherValue()} value={typed.other} onInput={(other) => type({ ...typed, other })} />
      )}
      {review.state !== 'open' && <Verdict kind="ok" icon="check-circle" title={w.settled()} />}
      <div class="dock">
        {review.state === 'open' && (
          <div class="act">
            {typed.writing ? (
              <Button
                kind="main"
                icon="check"
                off={busy || typed.other.trim() === ''}
                onTap={() => void settle('other', numeric ? Number(typed.other) : typed.other.trim())}
              >
                {w.useOther()}
              </Button>
            ) : (
              <Button kind="main" icon="check" off={busy} onTap={() => void settle('in_force')}>
                {w.keep()}
              </Button>
            )}
            <Button off={busy} onTap={() => void settle('proposed')}>
              {w.take()}
            </Button>
            {!typed.writing && (
              <Button kind="plain" onTap={() => type({ ...typed, writing: true })}>
                {w.other()}
              </Button>
            )}
          </div>
        )}
        <SyncChip state={truth.state} at={truth.at} />
      </div>
    </section>
  )
}

function Side({ value, by, at }: { value: Json; by: Rows['person'] | undefined; at: string | null }) {
  const text =
    value === null || value === '' ? w.empty() : typeof value === 'object' ? JSON.stringify(value) : String(value)
  return (
    <>
      <p class="said">{text}</p>
      <p class="meta">{[by?.name ?? w.somebody(), at && dayAndClock(at)].filter(Boolean).join(' · ')}</p>
    </>
  )
}
