/** What was drawn over a photo: arrows, circles and lines over its picture, which stays as it came. */
import './marks.css'

type Point = readonly [x: number, y: number]

export interface Drawing {
  kind: 'arrow' | 'circle' | 'line'
  /** Ten-thousandths of the photo's sides. */
  points: readonly Point[]
}

const SIDE = 10_000
/** The head of an arrow, as a part of the photo's longer side. */
const HEAD = 0.035
const WING = Math.PI / 7

interface MarksProps {
  shapes: readonly Drawing[]
  /** The photo's own sides, in pixels. */
  width: number
  height: number
  /** `slice`: the picture fills its frame and is cut; `meet`: it is seen whole. */
  fit?: 'slice' | 'meet'
}

export function Marks({ shapes, width, height, fit = 'slice' }: MarksProps) {
  if (shapes.length === 0) return null
  return (
    <svg
      class="marks-over"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio={`xMidYMid ${fit}`}
      aria-hidden="true"
    >
      {shapes.map((shape, place) => (
        <Shape key={place} shape={shape} width={width} height={height} />
      ))}
    </svg>
  )
}

function Shape({ shape, width, height }: { shape: Drawing; width: number; height: number }) {
  const path = pathOf(shape, width, height)
  return (
    <>
      <path class="casing" d={path} vector-effect="non-scaling-stroke" />
      <path class="pen" d={path} vector-effect="non-scaling-stroke" />
    </>
  )
}

/** The shape as a path on a photo of this size. */
export function pathOf({ kind, points }: Drawing, width: number, height: number): string {
  const at = points.map(([x, y]) => [(x / SIDE) * width, (y / SIDE) * height] as const)
  const [from, to] = at
  if (from === undefined || to === undefined) return ''
  if (kind === 'circle') return ellipse(from, to)
  const line = at.map(([x, y], place) => `${place === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
  return kind === 'line' ? line : line + head(from, to, HEAD * Math.max(width, height))
}

function ellipse(one: Point, other: Point): string {
  const [left, right] = [Math.min(one[0], other[0]), Math.max(one[0], other[0])]
  const [rx, ry, middle] = [(right - left) / 2, Math.abs(one[1] - other[1]) / 2, (one[1] + other[1]) / 2]
  const arc = (x: number) => `A${round(rx)} ${round(ry)} 0 1 0 ${round(x)} ${round(middle)}`
  return `M${round(left)} ${round(middle)}${arc(right)}${arc(left)}`
}

function head(from: Point, to: Point, length: number): string {
  const angle = Math.atan2(to[1] - from[1], to[0] - from[0])
  const wing = (turn: number) =>
    `${round(to[0] - length * Math.cos(angle + turn))} ${round(to[1] - length * Math.sin(angle + turn))}`
  return `M${wing(WING)}L${round(to[0])} ${round(to[1])}L${wing(-WING)}`
}

const round = (value: number) => Math.round(value * 10) / 10
