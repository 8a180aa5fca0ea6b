/** What was told and what was read, side by side; neither replaces the other (VIS-2). */
import type { ComponentChildren } from 'preact'
import { figure } from './figures'
import { Icon } from './icon'
import { NumberField } from './keypad'
import { words } from './words'
import './pair.css'

export type MeterUnit = 'km' | 'h'

/** Told and read agree when they differ by no more than this part of what was read. */
const TOLERANCE = 0.01

const w = words({
  told: ['听到', 'Told'],
  read: ['看到', 'Read'],
  readKm: ['看到的里程，km', 'Mileage read, km'],
  readH: ['看到的运行时间，h', 'Running time read, h'],
  notTold: ['没说', 'not told'],
  more: [
    (n: string, unit: MeterUnit) => `比说的多 ${n} ${unit}`,
    (n: string, unit: MeterUnit) => `${n} ${unit} more than told`,
  ],
  less: [
    (n: string, unit: MeterUnit) => `比说的少 ${n} ${unit}`,
    (n: string, unit: MeterUnit) => `${n} ${unit} less than told`,
  ],
  kept: ['两个都留着', 'both are kept'],
  same: ['相差不到 1 %', 'Agree within 1 %'],
})

interface PairProps {
  id: string
  unit: MeterUnit
  told: number | null
  read: number | null
  onRead: (value: number | null) => void
  /** What is doubtful about the reading, beyond its difference from what was told. */
  doubt?: string | null
}

export function Pair({ id, unit, told, read, onRead, doubt = null }: PairProps) {
  return (
    <div class="pair">
      <div class="told">
        <p class="cap">
          <Icon name="ear" size="s" />
          {w.told()}
        </p>
        <p class="key">{told === null ? <small>{w.notTold()}</small> : <Measure value={told} unit={unit} />}</p>
      </div>
      <div class="read">
        <p class="cap">
          <Icon name="eye" size="s" />
          {w.read()}
        </p>
        <NumberField
          id={id}
          label={unit === 'km' ? w.readKm() : w.readH()}
          value={read}
          unit={unit}
          onInput={onRead}
          describedBy={doubt ? `${id}-doubt` : undefined}
        />
      </div>
      {doubt && (
        <p class="diff line" id={`${id}-doubt`} role="status">
          <Icon name="warning" size="s" />
          {doubt}
        </p>
      )}
      {told !== null && read !== null && <Difference told={told} read={read} unit={unit} />}
    </div>
  )
}

function Difference({ told, read, unit }: { told: number; read: number; unit: MeterUnit }) {
  if (agree(told, read)) {
    return (
      <p class="diff same">
        <Icon name="check" size="s" />
        {w.same()}
      </p>
    )
  }
  const by = figure(Math.abs(read - told))
  return (
    <p class="diff">
      <Icon name="arrows-left-right" size="s" />
      {read > told ? w.more(by, unit) : w.less(by, unit)} <span>· {w.kept()}</span>
    </p>
  )
}

/** Say whether what was told and what was read are the same within the tolerance. */
export function agree(told: number, read: number): boolean {
  return Math.abs(read - told) <= read * TOLERANCE
}

function Measure({ value, unit }: { value: number; unit: ComponentChildren }) {
  return (
    <>
      {figure(value)} <small>{unit}</small>
    </>
  )
}
