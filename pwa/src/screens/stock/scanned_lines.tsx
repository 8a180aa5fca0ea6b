/** Lines that are put together by scanning: a part is one piece more, anything else a serial of the last line. */
import type { ComponentChildren } from 'preact'
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

interface RowsProps {
  lines: readonly TypedLine[]
  /** Every line of the document, where only some of them are rows here. */
  all?: readonly TypedLine[]
  /** The parts as they lie at the place; undefined until they are read. */
  shelves: ReadonlyMap<Id, PartOnShelf> | undefined
  withBooks?: boolean
  aside?: ComponentChildren
  onLines: (lines: TypedLine[]) => void
}

/** The rows of a list. */
export function ScannedRows({ lines, all = lines, shelves, withBooks = false, aside, onLines }: RowsProps) {
  const holds = useLive(openHolds) ?? []
  return (
    <>
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
              aside={aside}
              onChange={(changed) => onLines(all.map((one) => (one === line ? { ...one, ...changed } : one)))}
              onRemove={() => onLines(all.filter((one) => one !== line))}
            />
          )
        )
      })}
    </>
  )
}

export function ScannedLines({ name, ...rows }: Omit<RowsProps, 'all' | 'aside'> & { name: string }) {
  return (
    <ul class="list lines" aria-label={name}>
      <ScannedRows {...rows} />
    </ul>
  )
}
