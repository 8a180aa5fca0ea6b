/** Which period, and whose figures: chosen at the top of the screen. */
import { Icon } from '../../parts/icon'
import { Segmented } from '../../parts/segmented'
import { language, words } from '../../parts/words'
import { type FaultClass, type Period, SPANS, type Span } from '../../rules/figures'
import type { Id, Person, Station } from '../../rules/wire'
import { FAULT_CLASSES, faultClass } from '../office/words'
import { periodName } from './words'

const w = words({
  span: ['多长一段', 'How long'],
  week: ['周', 'Week'],
  quarter: ['季度', 'Quarter'],
  year: ['年', 'Year'],
  before: ['前一段', 'Period before'],
  after: ['后一段', 'Period after'],
  station: ['服务站', 'Station'],
  technician: ['服务人员', 'Technician'],
  fault: ['故障类别', 'Fault class'],
  allStations: ['全部服务站', 'All stations'],
  everybody: ['所有人', 'Everybody'],
  allFaults: ['所有类别', 'All faults'],
})

/** What is chosen; `back` counts periods before the present one. */
export interface Chosen {
  span: Span
  back: number
  station_id: Id | null
  technician_id: Id | null
  fault_class: FaultClass | null
}

export const AT_FIRST: Chosen = { span: 'quarter', back: 0, station_id: null, technician_id: null, fault_class: null }

interface SpanProps {
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
}

export function SpanChoice({ chosen, onChoose }: SpanProps) {
  return (
    <div class="span">
      <Segmented
        label={w.span()}
        value={chosen.span}
        options={SPANS.map((span) => ({ value: span, label: w[span]() }))}
        onChoose={(span) => onChoose({ ...chosen, span, back: 0 })}
      />
    </div>
  )
}

interface Props extends SpanProps {
  period: Period
  /** Empty where a person has the figures of one station only. */
  stations: readonly Station[]
  technicians: readonly Person[]
}

export function Filters({ chosen, period, stations, technicians, onChoose }: Props) {
  return (
    <div class="filters">
      <div class="row period">
        <button
          type="button"
          class="iconbtn"
          aria-label={w.before()}
          onClick={() => onChoose({ ...chosen, back: chosen.back + 1 })}
        >
          <Icon name="caret-left" />
        </button>
        <b aria-live="polite">{periodName(chosen.span, period)}</b>
        <button
          type="button"
          class="iconbtn"
          aria-label={w.after()}
          disabled={chosen.back === 0}
          onClick={() => onChoose({ ...chosen, back: chosen.back - 1 })}
        >
          <Icon name="caret-right" />
        </button>
      </div>
      {stations.length > 0 && (
        <Pick
          label={w.station()}
          all={w.allStations()}
          value={chosen.station_id}
          options={stations.map((station) => ({ value: station.id, label: stationName(station) }))}
          onPick={(station_id) => onChoose({ ...chosen, station_id, technician_id: null })}
        />
      )}
      <Pick
        label={w.technician()}
        all={w.everybody()}
        value={chosen.technician_id}
        options={technicians.map(({ id, name }) => ({ value: id, label: name }))}
        onPick={(technician_id) => onChoose({ ...chosen, technician_id })}
      />
      <Pick
        label={w.fault()}
        all={w.allFaults()}
        value={chosen.fault_class}
        options={FAULT_CLASSES.map((code) => ({ value: code, label: faultClass(code) }))}
        onPick={(code) => onChoose({ ...chosen, fault_class: code as FaultClass | null })}
      />
    </div>
  )
}

/** The town is enough on a plot. */
export const stationName = ({ name, name_en }: Station): string =>
  language.value === 'zh' ? name.replace(/服务站$/, '') : name_en.replace(/ station$/i, '')

interface PickProps {
  label: string
  all: string
  value: string | null
  options: readonly { value: string; label: string }[]
  onPick: (value: string | null) => void
}

function Pick({ label, all, value, options, onPick }: PickProps) {
  return (
    <select
      class="pickone"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onPick(event.currentTarget.value || null)}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
