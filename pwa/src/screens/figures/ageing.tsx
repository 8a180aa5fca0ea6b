/** Old parts that are out, by days since they came off: light, darker, and hatched where it is long (OLD-4). */
import { figure as grouped } from '../../parts/figures'
import { money } from '../../parts/money'
import { words } from '../../parts/words'
import type { Figures } from '../../rules/figures'
import { AsTable } from './as_table'

const w = words({
  title: ['还没回来的旧件', 'Old parts not yet back'],
  pieces: [(pieces: string) => `${pieces} 件`, (pieces: string) => `${pieces} pieces`],
  worth: [
    (pieces: string, worth: string) => `${pieces} 件，${worth}`,
    (pieces: string, worth: string) => `${pieces} pieces, ${worth}`,
  ],
  days: [(from: number, to: number) => `${from}–${to} 天`, (from: number, to: number) => `${from}–${to} days`],
  over: [(days: number) => `${days} 天以上`, (days: number) => `over ${days}`],
  none: ['都回来了', 'All are back'],
  station: ['服务站', 'Station'],
  technician: ['服务人员', 'Technician'],
  total: ['合计', 'Total'],
})

const SHADES = ['a', 'b', 'c', 'd'] as const

interface Props {
  ageing: Figures['ageing']
  limits: readonly number[]
  /** One line for each station, or for each technician. */
  whose: 'station_id' | 'technician_id'
  nameOf: (id: string) => string
}

interface Row {
  name: string
  pieces: number[]
  total: number
}

export function Ageing({ ageing, limits, whose, nameOf }: Props) {
  const rows = rowsOf(ageing, whose, nameOf)
  const all = sum(rows.map(({ total }) => total))
  const stretches = stretchesOf(limits)
  const most = Math.max(1, ...rows.map(({ total }) => total))
  return (
    <section class="sheet plotcard">
      <div class="h">
        <h2>{w.title()}</h2>
        <span class="meta">{worthOf(ageing, all)}</span>
      </div>
      {all === 0 ? (
        <p class="quiet">{w.none()}</p>
      ) : (
        <>
          <div class="agerows" aria-hidden="true">
            {rows.map((row) => (
              <Bar key={row.name} row={row} most={most} stretches={stretches} />
            ))}
          </div>
          <ul class="agekey meta" aria-hidden="true">
            {stretches.map((name, stretch) => (
              <li key={name}>
                <span class="age">
                  <i class={shade(stretch, stretches.length)} />
                </span>
                {name}
              </li>
            ))}
          </ul>
          <AsTable
            title={w.title()}
            columns={[whose === 'station_id' ? w.station() : w.technician(), ...stretches, w.total()]}
            rows={rows.map(({ name, pieces, total }) => [name, ...pieces, total])}
          />
        </>
      )}
    </section>
  )
}

function Bar({ row, most, stretches }: { row: Row; most: number; stretches: readonly string[] }) {
  return (
    <div class="agerow">
      <b>{row.name}</b>
      <div class="grow">
        <div class="age" style={{ '--part': row.total / most }}>
          {row.pieces.map((count, stretch) =>
            count === 0 ? null : (
              <i key={stretches[stretch]} class={shade(stretch, row.pieces.length)} style={{ '--n': count }}>
                <b>{count}</b>
              </i>
            ),
          )}
          <span class="meta">{row.total}</span>
        </div>
      </div>
    </div>
  )
}

function rowsOf(ageing: Figures['ageing'], whose: Props['whose'], nameOf: Props['nameOf']): Row[] {
  const rows = new Map<string, Row>()
  for (const one of ageing) {
    const id = one[whose] ?? ''
    const row = rows.get(id) ?? { name: nameOf(id), pieces: one.pieces.map(() => 0), total: 0 }
    const pieces = row.pieces.map((count, stretch) => count + (one.pieces[stretch] ?? 0))
    rows.set(id, { ...row, pieces, total: sum(pieces) })
  }
  return [...rows.values()].sort((one, other) => other.total - one.total)
}

/** The names of the stretches of days, the open one last. */
export function stretchesOf(limits: readonly number[]): string[] {
  const closed = limits.map((limit, place) => w.days(place === 0 ? 0 : (limits[place - 1] ?? 0) + 1, limit))
  return [...closed, w.over(limits.at(-1) ?? 0)]
}

/** The last stretch is always the hatched one, however many there are. */
const shade = (stretch: number, of: number) => (stretch === of - 1 ? 'd' : (SHADES[Math.min(stretch, 2)] ?? 'c'))

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

function worthOf(ageing: Figures['ageing'], pieces: number): string {
  const worth = new Map<string, number>()
  for (const { currency, minor } of ageing.flatMap((one) => one.worth))
    worth.set(currency, (worth.get(currency) ?? 0) + minor)
  const said = [...worth].map(([currency, minor]) => money(Math.round(minor / 100) * 100, currency))
  return said.length === 0 ? w.pieces(grouped(pieces)) : w.worth(grouped(pieces), said.join(' + '))
}
