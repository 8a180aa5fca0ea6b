/** On the job: how many of its fields have two values, and the way to them. */
import { Icon } from '../../parts/icon'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { useLive } from '../../store/live'
import { reviewsOnJob } from '../../store/reviews'
import './conflicts.css'

const w = words({
  some: [
    (n: number) => `${n} 处，两个人改得不一样`,
    (n: number) => (n === 1 ? '1 field was changed by two people' : `${n} fields were changed by two people`),
  ],
  kept: ['两个都留着，不耽误别的', 'Both values are kept; nothing waits'],
})

export function ConflictLine({ job_id }: { job_id: Id }) {
  const count = useLive(() => reviewsOnJob(job_id), [job_id]) ?? 0
  if (count === 0) return null
  return (
    <a class="sheet row conflictline" href="/conflicts">
      <Icon name="arrows-left-right" size="l" />
      <div class="grow">
        <b>{w.some(count)}</b>
        <p class="meta">{w.kept()}</p>
      </div>
      <Icon name="caret-right" tone="quiet" />
    </a>
  )
}
