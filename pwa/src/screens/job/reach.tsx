/** Whom to reach on site; a wrong number is corrected by whoever finds it out, also without a signal (JOB-2). */
import { Icon } from '../../parts/icon'
import { words } from '../../parts/words'
import type { Rows } from '../../rules/wire'

const w = words({
  unknown: ['还没留联系人', 'Nobody to call yet'],
  correct: ['改联系人', 'Correct the contact'],
})

export function Reach({ job }: { job: Rows['job'] }) {
  const { contact, phone } = job
  return (
    <div class="row between reach">
      <span>
        {contact === null && phone === null && w.unknown()}
        {contact} {phone && <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a>}
      </span>
      <a class="iconbtn" href={`/job/${job.id}/contact`} aria-label={w.correct()}>
        <Icon name="pencil-simple" />
      </a>
    </div>
  )
}
