/** One figure: its share, where that stands against the goal, and how it has changed (KPI-1, KPI-2). */
import { Icon } from '../../parts/icon'
import { words } from '../../parts/words'
import { change, type Figure, onBand, perMille, reaches } from '../../rules/figures'
import { percent, signed } from './share'
import { casesOf, figureName } from './words'

const w = words({
  goal: [(goal: number) => `目标 ≥ ${goal}`, (goal: number) => `goal ≥ ${goal}`],
  limit: [(goal: number) => `上限 ${goal}`, (goal: number) => `limit ${goal}`],
  reached: ['达到', 'Reached: '],
  missed: ['没达到', 'Missed: '],
  changed: [(points: string) => `比上期 ${points}`, (points: string) => `${points} against the period before`],
  notRecorded: ['还没有记录', 'Not recorded yet'],
  nothing: ['这段没有', 'None in this period'],
})

export function Tile({ figure }: { figure: Figure }) {
  const share = perMille(figure)
  return (
    <li class="sheet kpi">
      <p class="meta">{figureName(figure.name)}</p>
      {share === null ? (
        <>
          <p class="v none" aria-hidden="true">
            –
          </p>
          <p class="meta quiet">{figure.recorded ? w.nothing() : w.notRecorded()}</p>
        </>
      ) : (
        <Measured figure={figure} share={share} />
      )}
    </li>
  )
}

function Measured({ figure, share }: { figure: Figure; share: number }) {
  const reached = reaches(figure) ?? true
  const changed = change(figure)
  return (
    <>
      <p class="v">
        {percent(share)}
        <small> %</small>
      </p>
      <div
        class={reached ? 'band' : 'band miss'}
        style={{ '--at': onBand(share, figure), '--goal': 0.5 }}
        aria-hidden="true"
      >
        <i />
        <u />
      </div>
      <p class="meta foot">
        <span class={reached ? '' : 'warn'}>
          <Icon name={reached ? 'check' : 'warning'} size="s" />
          <span class="visually-hidden">{reached ? w.reached() : w.missed()}</span>
          {figure.at_most ? w.limit(figure.goal) : w.goal(figure.goal)}
        </span>
        {changed !== null && (
          <span class="quiet">
            <span aria-hidden="true">{signed(changed)}</span>
            <span class="visually-hidden">{w.changed(signed(changed))}</span>
          </span>
        )}
      </p>
      <p class="micro quiet">{casesOf(figure.name, figure.of)}</p>
    </>
  )
}
