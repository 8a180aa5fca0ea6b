/** The clocks of a job, for every screen that shows them: the promise that is due next, or all of them (JOB-3). */
import { PromiseClock } from '../parts/sla_clock'
import { inOrder } from '../rules/sla'
import type { Job } from '../rules/wire'
import { clocksOfJob, isArrivalDoubtful } from '../store/clocks'
import { useLive } from '../store/live'

interface Props {
  job: Job
  /** Milliseconds. */
  now: number
  /** At most so many; all without it. */
  most?: number
}

export function JobClocks({ job, now, most }: Props) {
  const clocks = useLive(() => clocksOfJob(job), [job])
  const doubtful = useLive(() => isArrivalDoubtful(job.id), [job.id])
  if (!clocks || clocks.length === 0) return null
  return (
    <div class="clocks">
      {inOrder(clocks)
        .slice(0, most)
        .map((clock) => (
          <PromiseClock key={clock.promise} clock={clock} now={now} doubtful={doubtful ?? false} />
        ))}
    </div>
  )
}
