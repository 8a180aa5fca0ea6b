/** On the job: that the site demands its safety notice, whether it was read, and whether an agreement is on file. */
import { Icon } from '../../parts/icon'
import { to } from '../../parts/route'
import { clock } from '../../parts/times'
import { words } from '../../parts/words'
import type { JobInFull } from '../../store/jobs'
import './safety.css'

const w = words({
  title: ['安全告知', 'Safety notice'],
  first: ['动手之前先读', 'To be read before work starts'],
  read: [(at: string) => `${at} 读过`, (at: string) => `Read ${at}`],
  expired: ['安全协议过期了，办公室会知道', 'The safety agreement has run out; the office is told'],
  missing: ['没有安全协议，办公室会知道', 'No safety agreement on file; the office is told'],
})

export function SafetyLine({ known: { job, visit, safety } }: { known: JobInFull }) {
  if (safety === null) return null
  const { acknowledgement, agreement } = safety
  return (
    <a class="sheet row safetyline" {...to(visit && `/job/${job.id}/safety`)}>
      <Icon name="hard-hat" size="l" />
      <div class="grow">
        <b>{w.title()}</b>
        <p class={acknowledgement ? 'meta' : 'meta warn'}>
          {acknowledgement ? w.read(clock(acknowledgement.acknowledged_at)) : w.first()}
        </p>
        {agreement !== 'on_file' && <p class="meta warn">{w[agreement]()}</p>}
      </div>
      {visit && <Icon name="caret-right" tone="quiet" />}
    </a>
  )
}
