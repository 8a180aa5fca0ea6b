/** Lines that are put together by scanning: a part is one piece more, anything else a serial of the last line. */
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { useLive } from '../../store/live'
import { openHolds, type PartOnShelf } from '../../store/stock_room'
import { LineRow } from './line_row'
import { PartScan } from './part_scan'
import { newLine, type TypedLine, withPart, withSerial } from './typed_lines'

const w = words({
  serial: [(serial: string) => `序列号 ${serial}`, (serial: string) => `Serial ${serial}`],
})

interface ScanProps<L extends TypedLine> {
  lines: readonly L[]
  onLines: (lines: L[]) => void
  fresh: (part_id: Id) => L
}

export function ScanLinesOf<L extends TypedLine>({ lines, onLines, fresh }: ScanProps<L>) {
  return (
    <PartScan
      onPart={(part) => onLines(withPart(lines, part.id, fresh(part.id)))}
      onOther={(serial) => {
        if (lines.length === 0) return null
        onLines(withSerial(lines, serial))
        return w.serial(serial)
      }}
    />
  )
}

export function ScanLines({ lines, onLines }: Omit<ScanProps<TypedLine>, 'fresh'>) {
  return <ScanLinesOf lines={lines} onLines={onLines} fresh={newLine} />
}

interface LinesProps {
  name: string
  lines: readonly TypedLine[]
  /** The parts as they lie at the place; undefined until they are read. */
  shelves: ReadonlyMap<Id, PartOnShelf> | undefined
  withBooks?: boolean
  onLines: (lines: TypedLine[]) => void
}

export function ScannedLines({ name, lines, shelves, withBooks = false, onLines }: LinesProps) {
  const holds = useLive(openHolds) ?? []
  return (
    <ul class="list lines" aria-label={name}>
      {lines.map((line) => {
        const shelf = shelves?.get(line.part_id)
        return (
          shelf && (
            <LineRow
              key={line.part_id}
              shelf={shelf}
              line={line}
              holds={holds}
              withBooks={withBooks}
              onChange={(changed) => onLines(lines.map((one) => (one === line ? { ...one, ...changed } : one)))}
              onRemove={() => onLines(lines.filter((one) => one !== line))}
            />
          )
        )
      })}
    </ul>
  )
}
