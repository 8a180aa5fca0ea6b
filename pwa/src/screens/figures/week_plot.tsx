/** On time by week: a line of ink, the goal dashed, weeks below it as hollow dots (KPI-1). */
import { words } from '../../parts/words'
import { type Figures, perMille, weekNumber } from '../../rules/figures'
import { AsTable } from './as_table'
import { percent } from './share'
import { useWidth } from './width'

const w = words({
  title: ['及时率，按周', 'On time, by week'],
  jobs: [
    (jobs: number, weeks: number) => `${weeks} 周，${jobs} 个任务`,
    (jobs: number, weeks: number) => `${jobs} jobs, ${weeks} weeks`,
  ],
  goal: ['目标', 'goal'],
  week: ['周', 'Week'],
  share: ['及时', 'On time'],
  of: ['任务', 'Jobs'],
  told: [
    (low: string, high: string, goal: number) => `每周及时率在 ${low}% 到 ${high}% 之间，目标 ${goal}%。`,
    (low: string, high: string, goal: number) => `From ${low} to ${high} per cent a week; the goal is ${goal}.`,
  ],
})

const HEIGHT = 268
const [TOP, BOTTOM, LEFT, RIGHT] = [22, 34, 36, 48]
const LABEL_ROOM = 38
const STEPS = [1, 2, 5, 10, 20, 25, 50] as const

interface Point {
  x: number
  y: number
  week: string
  share: number
}

export function WeekPlot({ weeks, goal }: { weeks: Figures['weeks']; goal: number }) {
  const [box, width] = useWidth<HTMLDivElement>()
  const shares = weeks.map(perMille)
  const known = shares.filter((share) => share !== null)
  const { low, high, step } = scaleOf(known, goal)
  const across = (place: number) => LEFT + (place * (width - LEFT - RIGHT)) / Math.max(1, weeks.length - 1)
  const down = (share: number) => TOP + ((high - share / 10) * (HEIGHT - TOP - BOTTOM)) / (high - low)
  const points = weeks.map((week, place): Point | null => {
    const share = shares[place] ?? null
    if (share === null) return null
    return { x: across(place), y: down(share), week: weekName(week.begins_on), share }
  })
  const drawn = points.filter((point) => point !== null)
  const worst = drawn.reduce<Point | null>(
    (found, one) => (found === null || one.share < found.share ? one : found),
    null,
  )
  const last = drawn.at(-1)
  const every = Math.ceil((weeks.length * LABEL_ROOM) / (width - LEFT - RIGHT))
  const jobs = weeks.reduce((sum, { of }) => sum + of, 0)
  const told = w.told(percent(Math.min(...known, 1000)), percent(Math.max(...known, 0)), goal)
  return (
    <section class="sheet plotcard">
      <div class="h">
        <h2>{w.title()}</h2>
        <span class="meta">{w.jobs(jobs, weeks.length)}</span>
      </div>
      <div ref={box}>
        <svg
          class="plot"
          viewBox={`0 0 ${width} ${HEIGHT}`}
          height={HEIGHT}
          role="img"
          aria-labelledby="by-week-title by-week-told"
        >
          <title id="by-week-title">{w.title()}</title>
          <desc id="by-week-told">{told}</desc>
          {ticks(low, high, step).map((tick) => (
            <g key={tick}>
              <path class="grid" d={`M${LEFT} ${down(tick * 10)}H${width - RIGHT}`} />
              {Math.abs(down(tick * 10) - down(goal * 10)) > 12 && (
                <text x={LEFT - 8} y={down(tick * 10) + 4} text-anchor="end">
                  {tick}
                </text>
              )}
            </g>
          ))}
          <path class="goal" d={`M${LEFT} ${down(goal * 10)}H${width - RIGHT}`} />
          <text x={LEFT - 8} y={down(goal * 10) + 4} text-anchor="end">
            {goal}
          </text>
          {(last === undefined || Math.abs(last.y - down(goal * 10)) > 14) && (
            <text x={width - RIGHT + 6} y={down(goal * 10) + 4}>
              {w.goal()}
            </text>
          )}
          <path class="ln" d={lineThrough(points)} />
          {drawn.map((point) => {
            const missed = point.share < goal * 10
            return (
              <circle
                key={point.week}
                class={missed ? 'dot miss' : 'dot'}
                cx={point.x}
                cy={point.y}
                r={missed ? 5.5 : 3.6}
              />
            )
          })}
          {worst && worst !== last && worst.share < goal * 10 && (
            <text class="b" x={worst.x} y={worst.y + 22} text-anchor="middle">
              {percent(worst.share)}
            </text>
          )}
          {last && (
            <text class="b" x={last.x + 10} y={last.y + 4}>
              {percent(last.share)}
            </text>
          )}
          {weeks.map((week, place) =>
            (weeks.length - 1 - place) % every === 0 ? (
              <text key={week.begins_on} x={across(place)} y={HEIGHT - 6} text-anchor="middle">
                {weekName(week.begins_on)}
              </text>
            ) : null,
          )}
        </svg>
      </div>
      <AsTable
        title={w.title()}
        columns={[w.week(), w.share(), w.of()]}
        rows={weeks.map((week, place) => {
          const share = shares[place] ?? null
          return [weekName(week.begins_on), share === null ? '–' : `${percent(share)} %`, week.of]
        })}
      />
    </section>
  )
}

const weekName = (monday: string) => `W${weekNumber(monday).week}`

/** Whole per cents below and above all that is shown, a few steps apart. */
function scaleOf(known: readonly number[], goal: number): { low: number; high: number; step: number } {
  const [least, most] = [Math.min(goal * 10, ...known) / 10, Math.max(goal * 10, ...known) / 10]
  const step = STEPS.find((one) => (most - least) / one <= 4) ?? 50
  const low = Math.max(0, Math.floor((least - 0.5) / step) * step)
  return { low, high: Math.min(100, Math.max(low + step, Math.ceil((most + 0.5) / step) * step)), step }
}

function ticks(low: number, high: number, step: number): number[] {
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, place) => low + place * step)
}

/** A line that breaks where a week has nothing. */
function lineThrough(points: readonly (Point | null)[]): string {
  let drawing = false
  return points
    .map((point) => {
      if (point === null) {
        drawing = false
        return ''
      }
      const part = `${drawing ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`
      drawing = true
      return part
    })
    .join('')
}
