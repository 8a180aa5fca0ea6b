/** The promises that are still to be kept, the one that is due first on top. */
import { PromiseClock } from '../parts/sla_clock'
import type { Clock } from '../rules/sla'

interface Props {
  /** Running ones, in their order. */
  clocks: readonly Clock[]
  /** Milliseconds. */
  now: number
}

export function RunningClocks({ clocks, now }: Props) {
  if (clocks.length === 0) return null
  return (
    <div class="clocks">
      {clocks.map((clock) => (
        <PromiseClock key={clock.promise} clock={clock} now={now} doubtful={false} />
      ))}
    </div>
  )
}
