/** All figures of the screen as one CSV file that a spreadsheet opens. */
import { words } from '../../parts/words'
import { type Figures, perMille, type Share } from '../../rules/figures'
import { faultClass } from '../office/words'
import { stretchesOf } from './ageing'
import { percent } from './share'
import { figureName, waitingName } from './words'

const w = words({
  what: ['范围', 'What'],
  figure: ['数字', 'Figure'],
  count: ['计入', 'Counted'],
  of: ['总数', 'Of'],
  share: ['百分比', 'Per cent'],
  goal: ['目标', 'Goal'],
  before: ['上期百分比', 'Per cent before'],
  all: ['全部', 'All'],
  week: ['周', 'Week of'],
  out: ['旧件在外', 'Old parts out'],
  waits: ['等人处理', 'Waiting'],
})

type Cell = string | number

interface Names {
  station: (id: string) => string
  person: (id: string) => string
}

/** The file's text: a byte-order mark, so that a spreadsheet reads it as UTF-8, and lines as RFC 4180 has them. */
export function csvOf(figures: Figures, names: Names): string {
  const share = (of: Share) => {
    const per_mille = perMille(of)
    return per_mille === null ? '' : percent(per_mille)
  }
  const groups = (kind: Figures['stations'], nameOf: (id: string) => string): Cell[][] =>
    kind.flatMap(({ id, figures: some }) =>
      some.map((one) => [nameOf(id), figureName(one.name), one.count, one.of, share(one)]),
    )
  const stretches = stretchesOf(figures.ageing_days)
  const lines: Cell[][] = [
    [w.what(), w.figure(), w.count(), w.of(), w.share(), w.goal(), w.before()],
    ...figures.figures
      .filter(({ recorded }) => recorded)
      .map((one): Cell[] => [
        w.all(),
        figureName(one.name),
        one.count,
        one.of,
        share(one),
        one.goal,
        share(one.before),
      ]),
    ...groups(figures.stations, names.station),
    ...groups(figures.technicians, names.person),
    ...groups(figures.fault_classes, faultClass),
    ...figures.weeks.map((week): Cell[] => [
      [w.week(), week.begins_on].join(' '),
      figureName('on_time'),
      week.count,
      week.of,
      share(week),
    ]),
    ...figures.ageing.flatMap(({ station_id, technician_id, pieces }) =>
      pieces.map((count, place): Cell[] => [
        [names.station(station_id), technician_id === null ? '' : names.person(technician_id)].join(' ').trim(),
        [w.out(), stretches[place] ?? ''].join(' '),
        count,
      ]),
    ),
    ...figures.waiting.map(({ kind, count }): Cell[] => [w.waits(), waitingName(kind), count]),
  ]
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A name that begins like a formula is given an apostrophe, so that no spreadsheet runs it. */
function cell(value: Cell): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
