/** All earlier visits of one unit, the newest first. */
import { Bar } from '../../parts/bar'
import { Empty } from '../../parts/empty'
import { figure } from '../../parts/figures'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Kv, Plate, Sheet } from '../../parts/sheet'
import { calendarDay } from '../../parts/times'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { useLive } from '../../store/live'
import { historyOf, jobOnUnit, unitOf } from '../../store/unit_file'
import { PastLine } from './past_line'
import './unit_file.css'

const w = words({
  title: ['一车一档', 'Unit history'],
  visits: [(n: number) => `本机有 ${n} 次到访`, (n: number) => (n === 1 ? '1 visit here' : `${n} visits here`)],
  none: ['这台设备上没有以前的到访', 'No earlier visits on this device'],
  noneWhat: ['派给你的单子会带着这台车的档案来。', 'A job that you are given brings its unit’s history.'],
  accepted: ['交车', 'Accepted'],
  warranty: ['三包到', 'Warranty until'],
  meter: ['上次里程', 'Last meter'],
  hours: ['上次运行', 'Last hours'],
})

export default function History({ params }: ScreenProps) {
  const id = params.id as Id
  const unit = useLive(() => unitOf(id), [id])
  const history = useLive(() => historyOf(id), [id])
  const job = useLive(() => jobOnUnit(id), [id])
  if (unit === undefined || history === undefined) return <main tabIndex={-1} aria-busy="true" />
  const name = unit?.plate ?? unit?.serial
  const pairs: [string, string][] = []
  if (unit?.delivered_on) pairs.push([w.accepted(), calendarDay(unit.delivered_on)])
  if (unit?.warranty_until) pairs.push([w.warranty(), calendarDay(unit.warranty_until)])
  if (unit?.last_km != null) pairs.push([w.meter(), figure(unit.last_km)])
  if (unit?.last_km == null && unit?.last_h != null) pairs.push([w.hours(), `${figure(unit.last_h)} h`])
  return (
    <Screen
      head={
        <Bar
          title={name ? <Plate>{name}</Plate> : w.title()}
          meta={w.visits(history.length)}
          back={job ? `/job/${job}` : '/scan'}
        />
      }
    >
      <div class="stack about">
        {unit && <h2 class="key">{unit.model}</h2>}
        {pairs.length > 0 && <Kv pairs={pairs} />}
      </div>
      {history.length === 0 ? (
        <Empty icon="books" title={w.none()}>
          {w.noneWhat()}
        </Empty>
      ) : (
        <Sheet flush class="list pasts">
          {history.map((past) => (
            <PastLine key={past.id} past={past} />
          ))}
        </Sheet>
      )}
    </Screen>
  )
}
