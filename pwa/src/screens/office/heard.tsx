/** What the technicians told the office about a job: how they left it, and who asks for it (VIS-12). */
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { heardOf } from '../../store/leaving'
import { useLive } from '../../store/live'

const w = words({
  done: ['做完了', 'done'],
  another_visit: ['要再来一次', 'another visit needed'],
  waiting_for_parts: ['等件', 'waiting for parts'],
  asks: [(who: string) => `${who}想接这单`, (who: string) => `${who} asks for this job`],
})

export function Heard({ job_id }: { job_id: Id }) {
  const heard = useLive(() => heardOf(job_id), [job_id])
  if (!heard) return null
  return (
    <>
      {heard.told.map(({ row, name }) => (
        <p key={row.id} class="meta">
          <b>{name}</b> {dayAndClock(row.reported_at)} · {[w[row.outcome](), row.note].filter(Boolean).join(' · ')}
        </p>
      ))}
      {heard.asking.map(({ row, name }) => (
        <p key={row.id} class="meta">
          {w.asks(name)}
        </p>
      ))}
    </>
  )
}
