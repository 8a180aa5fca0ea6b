/** The same figures for each technician, or for each station, side by side (KPI-1). */
import { Sideways } from '../../parts/sideways'
import { words } from '../../parts/words'
import { type Figure, type FigureName, type Figures, perMille, reaches } from '../../rules/figures'
import { shareIn } from './groups'
import { percent } from './share'
import { figureName } from './words'

const w = words({
  jobs: ['任务', 'Jobs'],
  missed: ['没达到目标', 'misses the goal'],
})

const SHOWN: readonly FigureName[] = ['on_time', 'satisfied', 'first_time', 'repeat_faults', 'old_parts_back']

interface Props {
  title: string
  /** What stands in the first column. */
  whose: string
  groups: Figures['stations']
  figures: readonly Figure[]
  nameOf: (id: string) => string
}

export function SideBySide({ title, whose, groups, figures, nameOf }: Props) {
  if (groups.length === 0) return null
  const goals = new Map(figures.map((figure) => [figure.name, figure]))
  return (
    <section class="sheet plotcard">
      <div class="h">
        <h2>{title}</h2>
      </div>
      <Sideways name={title}>
        <table class="sidebyside">
          <thead>
            <tr>
              <th scope="col">{whose}</th>
              <th scope="col">{w.jobs()}</th>
              {SHOWN.map((name) => (
                <th key={name} scope="col">
                  {figureName(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.id}>
                <th scope="row">{nameOf(group.id)}</th>
                <td>{shareIn(group, 'on_time').of}</td>
                {SHOWN.map((name) => {
                  const share = shareIn(group, name)
                  const at = perMille(share)
                  const goal = goals.get(name)
                  const missed = goal !== undefined && reaches({ ...goal, ...share }) === false
                  return (
                    <td key={name}>
                      {at === null ? (
                        <span class="quiet">–</span>
                      ) : (
                        <span class={missed ? 'warn' : ''}>
                          {percent(at)} %{missed && <span class="visually-hidden"> {w.missed()}</span>}
                        </span>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  )
}
