/** The figures that have no tile: each a line with its share and its goal (KPI-2). */
import { Icon } from '../../parts/icon'
import { words } from '../../parts/words'
import { type Figure, perMille, reaches } from '../../rules/figures'
import { percent } from './share'
import { casesOf, figureName } from './words'

const w = words({
  title: ['还要看的', 'Also counted'],
  goal: [(goal: number) => `目标 ≥ ${goal}`, (goal: number) => `goal ≥ ${goal}`],
  limit: [(goal: number) => `上限 ${goal}`, (goal: number) => `limit ${goal}`],
  notRecorded: ['还没有记录', 'Not recorded yet'],
  nothing: ['这段没有', 'None in this period'],
})

export function AlsoCounted({ figures }: { figures: readonly Figure[] }) {
  return (
    <section class="sheet plotcard">
      <div class="h">
        <h2>{w.title()}</h2>
      </div>
      <ul class="tallies">
        {figures.map((figure) => {
          const share = perMille(figure)
          const missed = reaches(figure) === false
          return (
            <li key={figure.name}>
              <span class="grow">
                {figureName(figure.name)}
                {share !== null && <span class="meta line">{casesOf(figure.name, figure.of)}</span>}
              </span>
              {share === null ? (
                <span class="meta">{figure.recorded ? w.nothing() : w.notRecorded()}</span>
              ) : (
                <>
                  <b>{percent(share)} %</b>
                  <span class={missed ? 'meta warn' : 'meta'}>
                    <Icon name={missed ? 'warning' : 'check'} size="s" />
                    {figure.at_most ? w.limit(figure.goal) : w.goal(figure.goal)}
                  </span>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
