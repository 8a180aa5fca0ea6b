/** A step mark: a ring with one segment for each thing to record. Decoration; the word and count stand beside it. */
import glyphs from 'virtual:marks'
import { type IconName, iconPath } from './icon'
import type { MarkName } from './mark_names'
import { type Language, language } from './words'

export type { MarkName }
export type Segment = 'todo' | 'done' | 'doubt'

const ICON_OF: Record<MarkName, IconName> = {
  listen: 'ear',
  look: 'eye',
  check: 'magnifying-glass',
  handle: 'wrench',
  swap: 'arrows-down-up',
  sign: 'signature',
  seal: 'seal-check',
}
const STROKE = { todo: 'seg o', done: 'seg d', doubt: 'seg q' } as const
const SIZE = { lg: '', md: ' md', sm: ' sm' } as const
const RADIUS = 45.5
/** Half of the gap between two segments, in degrees. */
const HALF_GAP = 4.54

interface Props {
  name: MarkName
  segments: readonly Segment[]
  /** 104, 64 or 44 px. */
  size?: keyof typeof SIZE
  /** The customer's page speaks its own language. */
  spoken?: Language
}

export function Mark({ name, segments, size = 'lg', spoken = language.value }: Props) {
  const state = markState(segments)
  return (
    <svg class={`mark ${state}${SIZE[size]}`} viewBox="0 0 100 100" aria-hidden="true">
      <circle class="disc" cx="50" cy="50" r="38" />
      {segments.map((segment, index) => (
        <path key={arc(index, segments.length)} class={STROKE[segment]} d={arc(index, segments.length)} />
      ))}
      {spoken === 'zh' ? (
        <path class="g" transform="translate(26 26) scale(.48)" d={glyphs[name]} />
      ) : (
        <path class="g" transform="translate(28 28) scale(.172)" d={iconPath(ICON_OF[name])} />
      )}
      {size !== 'sm' && state === 'done' && <Badge ground="bdg" sign="bt" d="M79 84.5l4.2 4.2 8-8.6" />}
      {size !== 'sm' && segments.includes('doubt') && <Badge ground="bdg q" sign="bt q" d="M85 77.5v7.5M85 90.4v.1" />}
    </svg>
  )
}

/** Done when everything is recorded, todo when nothing is; a doubt counts as recorded, but never as done. */
export function markState(segments: readonly Segment[]): 'todo' | 'now' | 'done' {
  if (segments.every((segment) => segment === 'todo')) return 'todo'
  return segments.every((segment) => segment === 'done') ? 'done' : 'now'
}

function Badge({ ground, sign, d }: { ground: string; sign: string; d: string }) {
  return (
    <>
      <circle class={ground} cx="85" cy="84" r="13" />
      <path class={sign} d={d} />
    </>
  )
}

function arc(index: number, count: number): string {
  const each = 360 / count
  const large = each - 2 * HALF_GAP > 180 ? 1 : 0
  return `M${point(index * each + HALF_GAP)}A${RADIUS} ${RADIUS} 0 ${large} 1 ${point((index + 1) * each - HALF_GAP)}`
}

/** Degrees are counted clockwise from the top. */
function point(degrees: number): string {
  const turn = (degrees * Math.PI) / 180
  return `${(50 + RADIUS * Math.sin(turn)).toFixed(1)} ${(50 - RADIUS * Math.cos(turn)).toFixed(1)}`
}
