/** What is out, by days since it came off: one bar for each technician; a tap shows theirs alone (OLD-4). */
import { words } from '../../parts/words'
import type { Id, Rows } from '../../rules/wire'
import { type Ages, agesOf } from '../../store/old_parts'

const w = words({
  title: ['还没回来的，按拆下的天数', 'Still out, by days since they came off'],
  all: ['全部', 'Everybody'],
  stretches: [(told: string) => `：${told}。只看这些`, (told: string) => `: ${told}. Show only these`],
  stretch: [
    (days: string, count: number) => `${days} 天 ${count} 件`,
    (days: string, count: number) => `${count} at ${days} days`,
  ],
  nobody: ['不知道谁', 'Unknown'],
  days: ['天', 'days'],
})

/** Where the bars would push the list out of sight, they are opened by a tap. */
const NARROW = globalThis.matchMedia?.('(max-width: 37.49rem)')
const SHADES = ['a', 'b', 'c', 'd'] as const

interface Props {
  parts: readonly Rows['old_part'][]
  people: ReadonlyMap<Id, Rows['person']>
  limits: readonly number[]
  now: Date
  /** Whose parts alone are shown. */
  only: Id | null
  onOnly: (technicianId: Id | null) => void
}

export function AgeingBars({ parts, people, limits, now, only, onOnly }: Props) {
  const rows = agesOf(parts, now, limits)
  if (rows.length === 0) return null
  const most = Math.max(...rows.map(({ total }) => total))
  const names = stretchNames(limits)
  return (
    <details class="sheet ageing" open={!NARROW?.matches}>
      <summary class="row between">
        <h2 class="cap">{w.title()}</h2>
        <p class="meta bands" aria-hidden="true">
          {names.map((name, at) => (
            <span key={name} class="age">
              <i class={shade(at, names.length)} /> {name}
            </span>
          ))}{' '}
          {w.days()}
        </p>
      </summary>
      {rows.map((row) => (
        <Bar
          key={row.technicianId ?? ''}
          row={row}
          name={(row.technicianId && people.get(row.technicianId)?.name) || w.nobody()}
          names={names}
          most={most}
          pressed={only !== null && only === row.technicianId}
          onTap={() => onOnly(only === row.technicianId ? null : row.technicianId)}
        />
      ))}
    </details>
  )
}

interface BarProps {
  row: Ages
  name: string
  names: readonly string[]
  most: number
  pressed: boolean
  onTap: () => void
}

function Bar({ row, name, names, most, pressed, onTap }: BarProps) {
  const told = row.counts.flatMap((count, at) => (count === 0 ? [] : [w.stretch(names[at] ?? '', count)])).join(', ')
  return (
    <button type="button" class="agebar" aria-pressed={pressed} onClick={onTap}>
      <b>{name}</b>
      <span class="age" aria-hidden="true" style={{ '--share': row.total / most }}>
        {row.counts.map((count, at) =>
          count === 0 ? null : (
            <i key={names[at]} class={shade(at, names.length)} style={{ '--n': count }}>
              <b>{count}</b>
            </i>
          ),
        )}
      </span>
      <span class="meta">{row.total}</span>
      <span class="visually-hidden">{w.stretches(told)}</span>
    </button>
  )
}

/** `0–7`, `8–15`, `16–30`, `30+` */
function stretchNames(limits: readonly number[]): string[] {
  const last = limits.at(-1) ?? 0
  return [...limits.map((limit, at) => `${at === 0 ? 0 : (limits[at - 1] ?? 0) + 1}–${limit}`), `${last}+`]
}

/** The open stretch is always the hatched one. */
const shade = (at: number, of: number): string => (at === of - 1 ? 'd' : (SHADES[Math.min(at, 2)] ?? 'a'))
