/** Fixed first time, by fault class: one bar of ink for each (KPI-2). */
import { words } from '../../parts/words'
import { type Figures, perMille } from '../../rules/figures'
import { faultClass } from '../office/words'
import { shareIn } from './groups'
import { percent } from './share'
import { casesOf } from './words'

const w = words({
  title: ['一次修好', 'Fixed first time'],
  byClass: ['按故障类别', 'by fault class'],
  nothing: ['这段还没有修完的任务', 'No job has ended in this period'],
})

export function ByClass({ groups }: { groups: Figures['fault_classes'] }) {
  const bars = groups
    .map((group) => ({ name: faultClass(group.id), share: shareIn(group, 'first_time') }))
    .filter(({ share }) => share.of > 0)
    .sort((one, other) => (perMille(other.share) ?? 0) - (perMille(one.share) ?? 0))
  return (
    <section class="sheet plotcard">
      <div class="h">
        <h2 id="by-class">{w.title()}</h2>
        <span class="meta">{w.byClass()}</span>
      </div>
      {bars.length === 0 ? (
        <p class="quiet">{w.nothing()}</p>
      ) : (
        <table class="bars" aria-labelledby="by-class">
          <tbody>
            {bars.map(({ name, share }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td class="bar-cell" aria-hidden="true">
                  <span style={{ '--at': (perMille(share) ?? 0) / 1000 }} />
                </td>
                <td>
                  <b>{percent(perMille(share) ?? 0)}%</b>
                </td>
                <td class="quiet">{casesOf('first_time', share.of)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
