/** The pen: a finger that drags, two taps, or a cross moved by the keys become one shape in ten-thousandths. */
import { useState } from 'preact/hooks'
import type { Shape, ShapeKind } from '../../rules/wire'

export type Aim = [x: number, y: number]

const SIDE = 10_000
/** A finger that moved less than this has tapped. */
const TAP = 120
/** Points of a line that are nearer than this are one. */
const NEAR = 40
const MOST_POINTS = 600
const STEP = 200
const FINE_STEP = 25

const KEYS: Record<string, Aim> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

interface Drawing {
  /** What is being drawn and not yet let go. */
  open: Shape[]
  /** A first point is set; the next tap ends the shape. */
  begun: boolean
  /** Where the cross of the keyboard stands. */
  aim: Aim | null
  listeners: {
    onPointerDown: (event: PointerEvent) => void
    onPointerMove: (event: PointerEvent) => void
    onPointerUp: (event: PointerEvent) => void
    onPointerCancel: () => void
    onKeyDown: (event: KeyboardEvent) => void
  }
}

export function useDrawing(kind: ShapeKind, onShape: (shape: Shape) => void): Drawing {
  const [first, setFirst] = useState<Aim | null>(null)
  const [stroke, setStroke] = useState<Aim[]>([])
  const [aim, setAim] = useState<Aim | null>(null)
  const finish = (points: Aim[]) => {
    setFirst(null)
    setStroke([])
    onShape({ kind, points })
  }
  const tap = (at: Aim) => {
    if (first === null) setFirst(at)
    else if (far(first, at)) finish([first, at])
  }
  const drag = (at: Aim) => {
    const last = stroke.at(-1)
    if (last === undefined) return
    if (kind !== 'line') setStroke([stroke[0] as Aim, at])
    else if (distance(last, at) >= NEAR && stroke.length < MOST_POINTS) setStroke([...stroke, at])
  }
  const key = (event: KeyboardEvent) => {
    const way = KEYS[event.key]
    const from = aim ?? [SIDE / 2, SIDE / 2]
    if (way)
      setAim([0, 1].map((n) => held((from[n] ?? 0) + (way[n] ?? 0) * (event.shiftKey ? FINE_STEP : STEP))) as Aim)
    else if (event.key === 'Enter' || event.key === ' ') tap(from as Aim)
    else return
    event.preventDefault()
  }
  const end = stroke.at(-1)
  const dragged = stroke[0] !== undefined && end !== undefined && (stroke.length > 2 || far(stroke[0], end))
  const target = first !== null && aim !== null && far(first, aim) ? [first, aim] : []
  return {
    open: dragged ? [{ kind, points: stroke }] : target.length > 0 ? [{ kind, points: target as Aim[] }] : [],
    begun: first !== null,
    aim: aim ?? first,
    listeners: {
      onPointerDown: (event) => {
        ;(event.currentTarget as Element).setPointerCapture?.(event.pointerId)
        setAim(null)
        setStroke([pointOf(event)])
      },
      onPointerMove: (event) => drag(pointOf(event)),
      onPointerUp: (event) => {
        const began = stroke[0]
        if (began === undefined) return
        if (dragged) return finish(stroke)
        setStroke([])
        tap(pointOf(event))
      },
      onPointerCancel: () => setStroke([]),
      onKeyDown: key,
    },
  }
}

const held = (place: number) => Math.round(Math.min(SIDE, Math.max(0, place)))
const distance = (one: Aim, other: Aim) => Math.hypot(one[0] - other[0], one[1] - other[1])
const far = (one: Aim, other: Aim) => distance(one, other) >= TAP

function pointOf(event: PointerEvent): Aim {
  const { left, top, width, height } = (event.currentTarget as Element).getBoundingClientRect()
  return [held(((event.clientX - left) / width) * SIDE), held(((event.clientY - top) / height) * SIDE)]
}
