/** The figures: how the service does against its goals, by period, station, technician and fault class (KPI-1, KPI-2). */
import { useEffect, useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import { type FigureName, type Figures, periodOf, type Question } from '../../rules/figures'
import type { Id } from '../../rules/wire'
import { dayAt, HOME_ZONE } from '../../rules/zones'
import { keptFigures, whoseFigures } from '../../store/figures'
import { holder } from '../../store/holder'
import { useLive } from '../../store/live'
import { type Asked, askForFigures } from '../../sync/figures'
import { offlineSince } from '../../sync/status'
import { Line } from '../line'
import { useNow } from '../now'
import { Ageing } from './ageing'
import { AlsoCounted } from './also'
import { ByClass } from './by_class'
import { csvOf } from './csv'
import { AT_FIRST, type Chosen, Filters, SpanChoice, stationName } from './filters'
import { SideBySide } from './people'
import { saveText } from './save_text'
import { Tile } from './tile'
import { WaitingForAPerson } from './waiting'
import { WeekPlot } from './week_plot'
import '../office/office.css'
import './figures.css'

const w = words({
  title: ['数字', 'Figures'],
  table: ['表格', 'Table'],
  asOf: [(at: string) => `截至 ${at}`, (at: string) => `As of ${at}`],
  counting: ['正在数', 'Counting'],
  notHere: ['这一段还没在本机上', 'This period is not on this device yet'],
  notHereWhy: [
    '有信号时打开一次，以后没信号也能看。',
    'Open it once with a signal; afterwards it is here without one.',
  ],
  notYours: ['这些数字不归你看', 'These figures are another station’s'],
  notYoursWhy: ['选自己的服务站。', 'Choose your own station.'],
  technicians: ['服务人员', 'Technicians'],
  technician: ['服务人员', 'Technician'],
  stations: ['服务站', 'Stations'],
  station: ['服务站', 'Station'],
})

const TILES: readonly FigureName[] = [
  'on_time',
  'satisfied',
  'complaints',
  'first_time',
  'old_parts_back',
  'stock_agrees',
]

export default function FiguresScreen() {
  const now = useNow()
  const own = holder.value?.person.station_id ?? null
  const [chosen, choose] = useState<Chosen>({ ...AT_FIRST, station_id: own })
  const period = periodOf(chosen.span, dayAt(now, HOME_ZONE), chosen.back)
  const name = nameOf(chosen, period.begins)
  const kept = useLive(() => keptFigures(name), [name])
  const whose = useLive(() => whoseFigures(chosen.station_id), [chosen.station_id])
  const asked = useAsked(name, { ...period, ...whoOf(chosen) })
  const stations = new Map(whose?.stations.map((station) => [station.id, stationName(station)]))
  const people = new Map(whose?.people.map((person) => [person.id, person.name]))
  const names = { station: (id: Id) => stations.get(id) ?? '–', person: (id: Id) => people.get(id) ?? '–' }
  return (
    <main id="main" class="office figures" tabIndex={-1} aria-busy={asked === null ? 'true' : undefined}>
      <header class="officehead">
        <h1 class="grow">{w.title()}</h1>
        <Line />
        <SpanChoice chosen={chosen} onChoose={choose} />
        <Button
          size="mid"
          icon="download-simple"
          off={!kept}
          onTap={() => kept && saveText(csvOf(kept, names), `truckroll-${kept.begins_on}.csv`, 'text/csv')}
        >
          {w.table()}
        </Button>
      </header>
      <div class="filterline">
        <Filters
          chosen={chosen}
          period={kept ? { begins: kept.begins_on, ends: kept.ends_on } : period}
          stations={own === null ? (whose?.stations ?? []) : []}
          technicians={whose?.technicians ?? []}
          onChoose={choose}
        />
        <p class="meta" role="status">
          {kept ? w.asOf(dayAndClock(kept.as_of)) : asked === null ? w.counting() : ''}
        </p>
      </div>
      {kept ? <Drawn figures={kept} names={names} now={now} /> : asked !== null && <NotHere asked={asked} />}
    </main>
  )
}

interface DrawnProps {
  figures: Figures
  names: { station: (id: Id) => string; person: (id: Id) => string }
  now: number
}

function Drawn({ figures, names, now }: DrawnProps) {
  const shown = TILES.flatMap((name) => figures.figures.filter((figure) => figure.name === name))
  const others = figures.figures.filter(({ name }) => !TILES.includes(name))
  const goal = figures.figures.find(({ name }) => name === 'on_time')?.goal ?? 0
  return (
    <>
      <ul class="kpis">
        {shown.map((figure) => (
          <Tile key={figure.name} figure={figure} />
        ))}
      </ul>
      <div class="plots plots-two">
        <WeekPlot weeks={figures.weeks} goal={goal} />
        <Ageing
          ageing={figures.ageing}
          limits={figures.ageing_days}
          whose={figures.station_id === null ? 'station_id' : 'technician_id'}
          nameOf={figures.station_id === null ? names.station : names.person}
        />
      </div>
      <div class="plots plots-three">
        <ByClass groups={figures.fault_classes} />
        <AlsoCounted figures={others} />
        <WaitingForAPerson waiting={figures.waiting} now={now} />
      </div>
      <div class="plots">
        {figures.stations.length > 1 && (
          <SideBySide
            title={w.stations()}
            whose={w.station()}
            groups={figures.stations}
            figures={figures.figures}
            nameOf={names.station}
          />
        )}
        <SideBySide
          title={w.technicians()}
          whose={w.technician()}
          groups={figures.technicians}
          figures={figures.figures}
          nameOf={names.person}
        />
      </div>
    </>
  )
}

function NotHere({ asked }: { asked: Asked }) {
  return asked === 'refused' ? (
    <Empty icon="chart-line-up" title={w.notYours()}>
      {w.notYoursWhy()}
    </Empty>
  ) : (
    <Empty icon="chart-line-up" title={w.notHere()}>
      {w.notHereWhy()}
    </Empty>
  )
}

/** Ask when the question changes and when the line comes back; null while it is being counted. */
function useAsked(name: string, question: Question): Asked | null {
  const [answered, setAnswered] = useState<{ name: string; asked: Asked } | null>(null)
  const online = offlineSince.value === null
  useEffect(() => {
    let left = false
    void askForFigures(name, question).then((asked) => {
      if (!left) setAnswered({ name, asked })
    })
    return () => {
      left = true
    }
  }, [name, online])
  return answered?.name === name ? answered.asked : null
}

/** The present period is kept under its length, so that the last answer is found also when a new one has begun. */
function nameOf(chosen: Chosen, begins: string): string {
  const { span, back, station_id, technician_id, fault_class } = chosen
  return [span, back === 0 ? 'now' : begins, station_id, technician_id, fault_class].map((one) => one ?? '*').join(' ')
}

const whoOf = ({ station_id, technician_id, fault_class }: Chosen) => ({ station_id, technician_id, fault_class })
