/** Paper to sign on: it takes strokes from a finger, a pen or a mouse and draws what it was given back. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { DRAWING_WIDTH, type Drawing, type Point, type Stroke, strokePath } from './strokes'
import './pad.css'

/** Units of the drawing that stay free around the ink when it is shown small. */
const INK_EDGE = 16
/** Between two strokes whose true distance in time a reload has taken. */
const PAUSE_MS = 400
/** An unfinished stroke is kept this often: more would cost the pen its smoothness. */
const KEEP_MS = 200
/** A contact wider than a fingertip, in CSS pixels, is a palm. */
const PALM_PX = 60

interface PadProps {
  drawing: Drawing
  /** Called once for each finished stroke. */
  onDraw: (drawing: Drawing) => void
  /** Called now and then while a stroke is being made, and when the page goes away in the middle of it. */
  onKeep: (drawing: Drawing) => void
  /** What a screen reader says, with the number of strokes in it. */
  label: string
  /** Printed name, lower left. */
  who: ComponentChildren
  /** Number of strokes in words, lower right. */
  note: string
  /** Stands on the upper right corner; a touch of it writes nothing. */
  corner?: ComponentChildren
}

/** What the hand does between two drawings; none of it is shown. */
interface Hand {
  pointer: number | null
  /** Once a pen has touched the paper, a finger or the side of the hand writes nothing. */
  pen: boolean
  /** When the first stroke began, on the clock of the events. */
  began: number | null
  kept: number
  /** The frame in which this stroke began: a rotation in the middle of it changes nothing. */
  frame: { width: number; height: number }
  /** What was on the paper when this stroke began. */
  before: readonly Stroke[]
  stroke: Stroke
}

export function Pad({ drawing, onDraw, onKeep, label, who, note, corner }: PadProps) {
  const paper = useRef<HTMLDivElement>(null)
  const [stroke, setStroke] = useState<Stroke>([])
  const hand = useRef<Hand>({
    pointer: null,
    pen: false,
    began: null,
    kept: 0,
    frame: drawing,
    before: [],
    stroke: [],
  }).current
  const frame = drawing.width > 0 ? drawing : frameOf(paper.current)

  const written = (): Drawing => ({ ...hand.frame, strokes: [...hand.before, hand.stroke] })
  const begin = (event: PointerEvent) => {
    const byPen = event.pointerType === 'pen'
    if (event.button > 0 || isPalm(event, hand.pen)) return
    if (hand.pointer !== null && !(byPen && !hand.pen)) return
    event.preventDefault()
    hand.pen ||= byPen
    hand.pointer = event.pointerId
    const last = drawing.strokes.at(-1)?.at(-1)?.[2]
    hand.began ??= event.timeStamp - (last === undefined ? 0 : last + PAUSE_MS)
    hand.frame = frameOf(paper.current, drawing)
    hand.kept = event.timeStamp
    hand.before = drawing.strokes
    paper.current?.setPointerCapture?.(event.pointerId)
    hand.stroke = [pointAt(event)]
    setStroke(hand.stroke)
  }
  const draw = (event: PointerEvent) => {
    if (event.pointerId !== hand.pointer) return
    const seen = event.getCoalescedEvents?.() ?? []
    const points = (seen.length > 0 ? seen : [event]).map(pointAt)
    hand.stroke = withoutRests([...hand.stroke, ...points])
    setStroke(hand.stroke)
    if (event.timeStamp - hand.kept < KEEP_MS) return
    hand.kept = event.timeStamp
    onKeep(written())
  }
  const lift = (event: PointerEvent) => {
    if (event.pointerId !== hand.pointer) return
    hand.pointer = null
    onDraw(written())
    hand.stroke = []
    setStroke([])
  }
  const leave = () => {
    if (hand.pointer !== null) onKeep(written())
  }
  const newest = useRef(leave)
  newest.current = leave
  useEffect(() => {
    const leaving = () => newest.current()
    addEventListener('pagehide', leaving)
    document.addEventListener('visibilitychange', leaving)
    return () => {
      removeEventListener('pagehide', leaving)
      document.removeEventListener('visibilitychange', leaving)
    }
  }, [])
  function pointAt(event: PointerEvent): Point {
    const { width, height } = hand.frame
    const box = paper.current?.getBoundingClientRect()
    const scale = box && box.width > 0 ? Math.min(box.width / width, box.height / height) : 1
    const x = (event.clientX - (box?.left ?? 0) - ((box?.width ?? 0) - width * scale) / 2) / scale
    const y = height - ((box?.bottom ?? 0) - event.clientY) / scale
    return [Math.round(x), Math.round(y), Math.max(0, Math.round(event.timeStamp - (hand.began ?? 0)))]
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
        <Strokes strokes={stroke.length > 0 ? [...hand.before, stroke] : drawing.strokes} />
      </svg>
      <span class="who">{who}</span>
      <span class="note" role="status">
        {note}
      </span>
      <div class="corner" onPointerDown={(event) => event.stopPropagation()}>
        {corner}
      </div>
    </div>
  )
}

/** The side of the hand lies on the glass while the pen writes. */
function isPalm({ pointerType, width = 0, height = 0 }: PointerEvent, penIsUsed: boolean): boolean {
  return pointerType === 'touch' && (penIsUsed || Math.max(width, height) > PALM_PX)
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

function Strokes({ strokes }: { strokes: readonly Stroke[] }) {
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
