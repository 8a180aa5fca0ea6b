/** What to take along: the office's analysis, likely parts, and the unit's earlier visits (JOB-6, 一车一档). */
import { Icon } from '../../parts/icon'
import { Sheet } from '../../parts/sheet'
import { calendarDay } from '../../parts/times'
import { words } from '../../parts/words'
import { historyOf, type JobInFull, type PastVisit } from '../../store/jobs'
import { useLive } from '../../store/live'
import { partName } from '../part_name'

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
  history: ['以前的到访', 'Earlier visits'],
  none: ['这台设备上没有以前的到访', 'No earlier visits on this device'],
  swapped: [(parts: string) => `换了 ${parts}`, (parts: string) => `changed ${parts}`],
})

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
            </div>
          )}
          <div>
            <dt>{w.history()}</dt>
            {history.length === 0 && <dd class="meta">{w.none()}</dd>}
            {history.map((past) => (
              <Past key={past.visit.id} {...past} />
            ))}
          </div>
        </dl>
      </details>
    </Sheet>
  )
}

function Past({ visit, job, technician, parts }: PastVisit) {
  const day = visit.arrived_at?.slice(0, 10)
  const found = [visit.check.cause ?? job.fault_reported, parts.length > 0 ? w.swapped(parts.join('、')) : '']
  return (
    <dd class="past">
      <b>{day ? calendarDay(day) : job.number}</b> <span class="meta">{technician?.name}</span>
      <br />
      {found.filter(Boolean).join(' · ')}
    </dd>
  )
}
