/** Lines as they are being typed or scanned, and as they travel. */
import type { Bodies, Id } from '../../rules/wire'

export interface TypedLine {
  part_id: Id
  quantity: number
  batch: string
  /** Serial numbers, with spaces or commas between. */
  serials: string
}

export type HandedLine = Bodies['requisition.issue']['lines'][number]

const MOST = 100_000

export const newLine = (part_id: Id, quantity = 1): TypedLine => ({ part_id, quantity, batch: '', serials: '' })

/** A part that was scanned again is one piece more of its last line. */
export function withPart<L extends TypedLine>(lines: readonly L[], part_id: Id, fresh: L): L[] {
  const at = lines.findLastIndex((line) => line.part_id === part_id)
  if (at < 0) return [...lines, fresh]
  return lines.map((line, index) => (index === at ? { ...line, quantity: line.quantity + 1 } : line))
}

/** A serial number that was scanned belongs to the last line; scanned twice it stands once. */
export function withSerial<L extends TypedLine>(lines: readonly L[], serial: string): L[] {
  return lines.map((line, index) =>
    index === lines.length - 1 && !serialsOf(line).includes(serial)
      ? { ...line, serials: [...serialsOf(line), serial].join(' ') }
      : line,
  )
}

export function serialsOf({ serials }: Pick<TypedLine, 'serials'>): string[] {
  return [...new Set(serials.split(/[\s,，;；]+/).filter((serial) => serial !== ''))]
}

/** What was typed as a number of pieces, or null when it is none. */
export function piecesTyped(text: string): number | null {
  const trimmed = text.trim()
  if (!/^\d{1,6}$/.test(trimmed)) return null
  return Math.min(Number(trimmed), MOST)
}

/** The lines that hand something over; the same part and batch typed twice is one line. */
export function handedLines(lines: readonly TypedLine[]): HandedLine[] {
  const found = new Map<string, HandedLine>()
  for (const line of lines) {
    if (line.quantity === 0) continue
    const batch = line.batch.trim() === '' ? null : line.batch.trim()
    const key = `${line.part_id} ${batch ?? ''}`
    const known = found.get(key)
    found.set(key, {
      part_id: line.part_id,
      batch,
      quantity: line.quantity + (known?.quantity ?? 0),
      serials: [...(known?.serials ?? []), ...serialsOf(line)],
    })
  }
  return [...found.values()]
}
