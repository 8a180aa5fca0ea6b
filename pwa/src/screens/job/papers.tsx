/** What to take along: the office's analysis, likely parts, and the unit's earlier visits (JOB-6, 一车一档). */
import { Icon } from '../../parts/icon'
import { Sheet } from '../../parts/sheet'
import { words } from '../../parts/words'
import type { JobInFull } from '../../store/jobs'
import { useLive } from '../../store/live'
import { historyOf } from '../../store/unit_file'
import { partName } from '../part_name'
import { AskForJob } from '../parts/ask_for_job'
import { PastLine } from '../unit_file/past_line'
import { Lacks } from './lacks'

const w = words({
  title: ['出发前资料 · 一车一档', 'Papers and unit history'],
  holds: [
    (parts: number, visits: number) =>
      ['办公室分析', parts > 0 ? `可能要带 ${parts} 种件` : '', `本机有 ${visits} 次到访`].filter(Boolean).join('、'),
    (parts: number, visits: number) =>
      ['Analysis', parts > 0 ? `${parts} likely parts` : '', `${visits} visits here`].filter(Boolean).join(', '),
  ],
  analysis: ['办公室分析和参考方案', 'Analysis and reference solution'],
  noAnalysis: ['办公室还没写', 'The office has not written one yet'],
  parts: ['可能要带的件', 'Likely parts'],
  history: [(n: number) => `以前的到访（${n}）`, (n: number) => (n === 1 ? '1 earlier visit' : `${n} earlier visits`)],
  all: ['看全部', 'See all'],
  none: ['这台设备上没有以前的到访', 'No earlier visits on this device'],
})

/** More would bury the step marks; the rest is a tap away. */
const SHOWN = 3

export function Papers({ known: { job, likelyParts } }: { known: JobInFull }) {
  const history = useLive(() => historyOf(job.equipment_id, job.id), [job.equipment_id, job.id]) ?? []
  return (
    <Sheet flush class="list">
      <details class="papers">
        <summary>
          <Icon name="book-open" size="l" />
          <div class="grow">
            <b>{w.title()}</b>
            <p class="meta">{w.holds(likelyParts.length, history.length)}</p>
          </div>
          <span class="turns">
            <Icon name="caret-right" tone="quiet" />
          </span>
        </summary>
        <Lacks names={job.lacks} />
        <dl class="inside">
          <div>
            <dt>{w.analysis()}</dt>
            <dd>{job.analysis || w.noAnalysis()}</dd>
          </div>
          {likelyParts.length > 0 && (
            <div>
              <dt>{w.parts()}</dt>
              {likelyParts.map((part) => (
                <dd key={part.id}>
                  {partName(part)} <span class="meta mono">{part.part_no}</span>
                </dd>
              ))}
              <dd>
                <AskForJob job_id={job.id} />
              </dd>
            </div>
          )}
          <div>
            <dt>{w.history(history.length)}</dt>
            {history.length === 0 && <dd class="meta">{w.none()}</dd>}
          </div>
        </dl>
        <div class="list pasts">
          {history.slice(0, SHOWN).map((past) => (
            <PastLine key={past.id} past={past} />
          ))}
          {history.length > SHOWN && (
            <a href={`/unit/${job.equipment_id}`}>
              <b class="grow acc">{w.all()}</b>
              <Icon name="caret-right" tone="quiet" />
            </a>
          )}
        </div>
      </details>
    </Sheet>
  )
}
