/** Both values of one field, who typed them and when; one tap keeps either, or a third is written. */
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { clock, dayAndClock } from '../../parts/times'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import type { Choice, Json } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { holder } from '../../store/holder'
import type { OpenReview } from '../../store/reviews'
import { useSaving } from '../visit/saving'
import { kindOf, shown } from './fields'
import { ThirdValue } from './third_value'
import './conflicts.css'

const w = words({
  you: ['你', 'You'],
  somebody: ['另一个人', 'Somebody else'],
  inForce: ['现在用这个', 'in force now'],
  kept: ['也留着', 'kept too'],
  mine: ['用我的', 'Use mine'],
  theirs: [(who: string) => `用${who}的`, (who: string) => `Use ${who}’s`],
  other: ['都不对，写一个', 'Neither, write one'],
  both: ['还是选一个', 'Choose one of the two'],
  useThird: ['用写的这个', 'Use this'],
  agree: ['用现在的也行', 'What holds is fine'],
  decides: [
    (who: string) => `${who}来定。两个都留着，不耽误别的。`,
    (who: string) => `${who} decides. Both are kept; nothing waits.`,
  ],
  office: ['办公室', 'The office'],
  decided: ['定下了', 'Decided'],
})

interface Third {
  writing: boolean
  value: Json
}

export function TwoValues({ open }: { open: OpenReview }) {
  const { review, job, inForceBy, proposedBy, owner, may, names } = open
  const me = holder.value?.user_id
  const key = `review:${review.id}`
  const [third, write, drop] = useDraft<Third>(key, { writing: false, value: null })
  const [busy, save] = useSaving()
  const kind = kindOf(review.field, [review.in_force, review.proposed])
  const settle = (choice: Choice, value: Json = null) =>
    save(async () => {
      await mutate('review.settle', { review_id: review.id, choice, value }, { draft: key })
      drop()
      say(w.decided(), { icon: 'scales' })
    })
  const who = (id: string, name: string | undefined) => (id === me ? w.you() : (name ?? w.somebody()))
  const use = (id: string, name: string | undefined) => (id === me ? w.mine() : w.theirs(name ?? w.somebody()))
  const minesProposed = review.proposed_by === me
  return (
    <>
      <div class="values">
        <div class="op on">
          <span class="cap">{[who(review.in_force_by, inForceBy?.name), when(review.in_force_at)].join(' · ')}</span>
          <b>{shown(review.field, review.in_force, names)}</b>
          <span class="meta">{w.inForce()}</span>
        </div>
        <div class="op">
          <span class="cap">{[who(review.proposed_by, proposedBy?.name), when(review.proposed_at)].join(' · ')}</span>
          <b>{shown(review.field, review.proposed, names)}</b>
          <span class="meta">{w.kept()}</span>
        </div>
      </div>
      {third.writing && may.includes('other') && (
        <div class="third">
          <ThirdValue
            id={review.id}
            field={review.field}
            kind={kind}
            job={job}
            value={third.value}
            onInput={(value) => write({ writing: true, value })}
          />
          <div class="act">
            <Button
              kind="main"
              icon="check"
              off={busy || third.value === null || third.value === ''}
              onTap={() => settle('other', third.value)}
            >
              {w.useThird()}
            </Button>
            <Button onTap={() => write({ ...third, writing: false })}>{w.both()}</Button>
          </div>
        </div>
      )}
      {!third.writing && may.includes('proposed') && (
        <div class="act">
          <Button {...(!minesProposed && MAIN)} off={busy} onTap={() => settle('in_force')}>
            {use(review.in_force_by, inForceBy?.name)}
          </Button>
          <Button {...(minesProposed && MAIN)} off={busy} onTap={() => settle('proposed')}>
            {use(review.proposed_by, proposedBy?.name)}
          </Button>
        </div>
      )}
      {!third.writing && may.includes('other') && kind !== 'row' && (
        <Button kind="plain" size="mid" wide onTap={() => write({ ...third, writing: true })}>
          {w.other()}
        </Button>
      )}
      {!may.includes('proposed') && review.state === 'open' && (
        <>
          <p>{w.decides(owner?.name ?? w.office())}</p>
          {may.includes('in_force') && (
            <Button size="mid" off={busy} onTap={() => settle('in_force')}>
              {w.agree()}
            </Button>
          )}
        </>
      )}
    </>
  )
}

const MAIN = { kind: 'main' } as const
const DAY = 86_400_000
/** Of today the time is enough. */
const when = (at: string): string => (Date.now() - Date.parse(at) < DAY ? clock(at) : dayAndClock(at))
