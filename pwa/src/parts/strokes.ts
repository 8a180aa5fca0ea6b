/** A handwritten signature as whole-number vectors that survive rotation, reload and any screen. */

/** x and y in units of the drawing, t in milliseconds since the first stroke began. */
export type Point = [x: number, y: number, t: number]
export type Stroke = Point[]
export interface Drawing {
  width: number
  height: number
  strokes: Stroke[]
}

export const NOTHING_DRAWN: Drawing = { width: 0, height: 0, strokes: [] }
/** Width of every drawing; its height follows the pad on which the first stroke was made. */
export const DRAWING_WIDTH = 1200

/** What makes a scribble a signature; both are presets. */
interface Least {
  /** Fewer strokes are a slip of the hand. */
  signature_min_strokes: number
  /** Three taps are no signature either: the ink must span this part of the pad's shorter side, in per cent. */
  signature_min_percent: number
}

/** Say whether the scribble is a signature; an empty one is not (VIS-6). */
export function isSignature({ strokes, width, height }: Drawing, least: Least): boolean {
  const drawn = strokes.filter((stroke) => stroke.length > 0)
  if (drawn.length < least.signature_min_strokes) return false
  const points = drawn.flat()
  const span = Math.max(reach(points.map(([x]) => x)), reach(points.map(([, y]) => y)))
  return span * 100 >= least.signature_min_percent * Math.min(width, height)
}

function reach(values: number[]): number {
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values)
}

/** A smooth line through the points of one stroke; a tap becomes a dot. */
export function strokePath(stroke: Stroke): string {
  const [first, ...rest] = stroke
  if (!first) return ''
  const last = rest.pop()
  if (!last) return `M${first[0]} ${first[1]}h.01`
  const curves = rest.map(([x, y], at) => {
    const [nextX, nextY] = rest[at + 1] ?? last
    return `Q${x} ${y} ${(x + nextX) / 2} ${(y + nextY) / 2}`
  })
  return `M${first[0]} ${first[1]}${curves.join('')}L${last[0]} ${last[1]}`
}

/** The same drawing in a frame that holds every point: strokes made after a rotation may lie outside the first frame. */
export function framed(drawing: Drawing): Drawing {
  const points = drawing.strokes.flat()
  const left = Math.min(0, ...points.map(([x]) => x))
  const top = Math.min(0, ...points.map(([, y]) => y))
  return {
    width: Math.max(drawing.width, ...points.map(([x]) => x)) - left,
    height: Math.max(drawing.height, ...points.map(([, y]) => y)) - top,
    strokes: drawing.strokes.map((stroke) => stroke.map(([x, y, t]) => [x - left, y - top, t])),
  }
}
