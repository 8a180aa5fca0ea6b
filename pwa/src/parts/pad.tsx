/** Paper to sign on: it takes strokes from a finger, a pen or a mouse and draws what it was given back. */
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { DRAWING_WIDTH, type Drawing, type Point, type Stroke, strokePath } from './strokes'
import './pad.css'

/** Units of the drawing that stay free around the ink when it is shown small. */
const INK_EDGE = 16

interface PadProps {
  drawing: Drawing
  /** Called once for each finished stroke. */
  onDraw: (drawing: Drawing) => void
  /** What a screen reader says, with the number of strokes in it. */
  label: string
  /** Printed name, lower left. */
  who: ComponentChildren
  /** Number of strokes in words, lower right. */
  note: string
}

export function Pad({ drawing, onDraw, label, who, note }: PadProps) {
  const paper = useRef<HTMLDivElement>(null)
  const pen = useRef<number | null>(null)
  const [stroke, setStroke] = useState<Stroke>([])
  const current = useRef<Stroke>([])
  const startedAt = useRef<number | null>(null)
  const frame = drawing.width > 0 ? drawing : frameOf(paper.current)

  const begin = (event: PointerEvent) => {
    if (pen.current !== null || event.button > 0) return
    event.preventDefault()
    pen.current = event.pointerId
    const last = drawing.strokes.at(-1)?.at(-1)?.[2] ?? 0
    startedAt.current ??= event.timeStamp - (drawing.strokes.length > 0 ? last + 400 : 0)
    paper.current?.setPointerCapture?.(event.pointerId)
    current.current = [pointAt(event)]
    setStroke(current.current)
  }
  const draw = (event: PointerEvent) => {
    if (event.pointerId !== pen.current) return
    const seen = event.getCoalescedEvents?.() ?? []
    const points = (seen.length > 0 ? seen : [event]).map(pointAt)
    current.current = withoutRests([...current.current, ...points])
    setStroke(current.current)
  }
  const lift = (event: PointerEvent) => {
    if (event.pointerId !== pen.current) return
    pen.current = null
    const { width, height } = frameOf(paper.current, drawing)
    onDraw({ width, height, strokes: [...drawing.strokes, current.current] })
    current.current = []
    setStroke([])
  }
  function pointAt(event: PointerEvent): Point {
    const { width, height } = frameOf(paper.current, drawing)
    const box = paper.current?.getBoundingClientRect()
    const scale = box && box.width > 0 ? Math.min(box.width / width, box.height / height) : 1
    const x = (event.clientX - (box?.left ?? 0) - ((box?.width ?? 0) - width * scale) / 2) / scale
    const y = height - ((box?.bottom ?? 0) - event.clientY) / scale
    return [Math.round(x), Math.round(y), Math.max(0, Math.round(event.timeStamp - (startedAt.current ?? 0)))]
  }

  return (
    <div
      class="pad live"
      ref={paper}
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={lift}
      onPointerCancel={lift}
    >
      <span class="x" aria-hidden="true">
        ×
      </span>
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        preserveAspectRatio="xMidYMax meet"
        role="img"
        aria-label={label}
      >
        <Strokes strokes={stroke.length > 0 ? [...drawing.strokes, stroke] : drawing.strokes} />
      </svg>
      <span class="who">{who}</span>
      <span class="note" role="status">
        {note}
      </span>
    </div>
  )
}

/** A signature as it was written, small, without the pad. */
export function Written({ drawing, label }: { drawing: Drawing; label: string }) {
  return (
    <svg class="written" viewBox={inkBox(drawing)} preserveAspectRatio="xMinYMax meet" role="img" aria-label={label}>
      <Strokes strokes={drawing.strokes} />
    </svg>
  )
}

/** The ink with a narrow edge, without the empty paper around it. */
function inkBox({ strokes, width, height }: Drawing): string {
  const points = strokes.flat()
  if (points.length === 0) return `0 0 ${width} ${height}`
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs) - INK_EDGE, Math.min(...ys) - INK_EDGE]
  return `${left} ${top} ${Math.max(...xs) + INK_EDGE - left} ${Math.max(...ys) + INK_EDGE - top}`
}

function Strokes({ strokes }: { strokes: Stroke[] }) {
  return (
    <g class="strokes">
      {strokes.map((stroke, at) => (
        <path key={at} d={strokePath(stroke)} />
      ))}
    </g>
  )
}

/** The drawing's own frame, or that of the pad while nothing is drawn yet. */
function frameOf(paper: HTMLElement | null, drawing?: Drawing): { width: number; height: number } {
  if (drawing && drawing.width > 0) return drawing
  const box = paper?.getBoundingClientRect()
  const ratio = box && box.width > 0 ? box.height / box.width : 0.4
  return { width: DRAWING_WIDTH, height: Math.round(DRAWING_WIDTH * ratio) }
}

/** A pen that rests adds nothing to the line. */
function withoutRests(line: Stroke): Stroke {
  return line.filter(([x, y], place) => {
    const before = line[place - 1]
    return !before || before[0] !== x || before[1] !== y
  })
}
