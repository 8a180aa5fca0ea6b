/** Square codes, error level M: an old-part tag in version 1, a longer text such as an address in versions 2 to 10. */

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
/** As many letters as fit into version 1. */
const TAG_LENGTH = 20
/** Level M with mask 0, protected by its BCH code, as the standard prints it. */
const FORMAT_M0 = 0b101010000010010
const ALPHANUMERIC = 0b0010
const BYTES = 0b0100

/** Of versions 1 to 10: check codewords of each block, then the data codewords of every block. */
const BLOCKS: readonly (readonly [number, readonly number[]])[] = [
  [10, [16]],
  [16, [28]],
  [26, [44]],
  [18, [32, 32]],
  [24, [43, 43]],
  [16, [27, 27, 27, 27]],
  [18, [31, 31, 31, 31]],
  [22, [38, 38, 39, 39]],
  [22, [36, 36, 36, 37, 37]],
  [26, [43, 43, 43, 43, 44]],
]
/** Of versions 7 to 10: the middle one of three places where alignment squares stand. */
const MIDDLES = [22, 24, 26, 28]

/** Rows of dark (true) and light modules, without the quiet zone. Throws a RangeError for text that does not fit. */
export function qrModules(text: string): boolean[][] {
  const isTag = text.length <= TAG_LENGTH && Array.from(text).every((letter) => LETTERS.includes(letter))
  const bytes = new TextEncoder().encode(text)
  const version = isTag ? 1 : versionFor(bytes.length)
  const [checks, blocks] = BLOCKS[version - 1] as (typeof BLOCKS)[number]
  const room = blocks.reduce((sum, length) => sum + length, 0)
  const data = isTag ? lettersIn(text, room) : bytesIn(bytes, version, room)
  return drawn(interleaved(data, checks, blocks), version)
}

/** The same code as one SVG path in module units, for a viewBox of `0 0 size size`. */
export function qrSquare(text: string): { size: number; path: string } {
  const rows = qrModules(text)
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { size: rows.length, path }
}

/** A tag's code as a path, for a viewBox of `0 0 21 21`. */
export const qrPath = (tag: string): string => qrSquare(tag).path

function versionFor(length: number): number {
  const at = BLOCKS.findIndex(([, blocks], place) => {
    const bits = blocks.reduce((sum, one) => sum + one * 8, 0)
    return length * 8 + 4 + countWidth(place + 1) <= bits
  })
  if (at < 0) throw new RangeError(`${length} bytes do not fit into a square code`)
  return at + 1
}

const countWidth = (version: number): number => (version < 10 ? 8 : 16)

function lettersIn(text: string, room: number): number[] {
  const values = Array.from(text, (letter) => LETTERS.indexOf(letter))
  const bits = [...asBits(ALPHANUMERIC, 4), ...asBits(values.length, 9)]
  for (let at = 0; at < values.length; at += 2) {
    const [first = 0, second] = values.slice(at, at + 2)
    bits.push(...(second === undefined ? asBits(first, 6) : asBits(first * 45 + second, 11)))
  }
  return padded(bits, room)
}

function bytesIn(bytes: Uint8Array, version: number, room: number): number[] {
  const head = [...asBits(BYTES, 4), ...asBits(bytes.length, countWidth(version))]
  return padded([...head, ...Array.from(bytes).flatMap((byte) => asBits(byte, 8))], room)
}

const asBits = (value: number, width: number): number[] =>
  Array.from({ length: width }, (_, at) => (value >> (width - 1 - at)) & 1)

function padded(bits: number[], room: number): number[] {
  const ended = [...bits, ...asBits(0, Math.min(4, room * 8 - bits.length))]
  while (ended.length % 8) ended.push(0)
  const bytes = Array.from({ length: ended.length / 8 }, (_, at) =>
    ended.slice(at * 8, at * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0),
  )
  for (let pad = 0xec; bytes.length < room; pad ^= 0xec ^ 0x11) bytes.push(pad)
  return bytes
}

/** The blocks' codewords in turn, first those of the data, then those that check them. */
function interleaved(data: number[], checks: number, blocks: readonly number[]): number[] {
  let from = 0
  const parts = blocks.map((length) => {
    from += length
    return data.slice(from - length, from)
  })
  const checked = parts.map((part) => checkCodewords(part, checks))
  return [...inTurn(parts), ...inTurn(checked)]
}

function inTurn(parts: readonly number[][]): number[] {
  const longest = Math.max(...parts.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => parts.flatMap((part) => part[at] ?? [])).flat()
}

/** Product in the field GF(256) of QR codes (x⁸+x⁴+x³+x²+1). */
function times(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ (product & 0x80 ? 0x11d : 0)
    if ((b >> bit) & 1) product ^= a
  }
  return product & 0xff
}

function checkCodewords(data: number[], count: number): number[] {
  let divisor = [1]
  for (let power = 0, root = 1; power < count; power++, root = times(root, 2)) {
    const shifted = [...divisor, 0]
    divisor = shifted.map((value, at) => value ^ times(divisor[at - 1] ?? 0, root))
  }
  const remainder = [...data, ...Array<number>(count).fill(0)]
  for (let at = 0; at < data.length; at++) {
    const lead = remainder[at] ?? 0
    divisor.forEach((value, offset) => {
      remainder[at + offset] = (remainder[at + offset] ?? 0) ^ times(value, lead)
    })
  }
  return remainder.slice(data.length)
}

function drawn(bytes: number[], version: number): boolean[][] {
  const size = 17 + 4 * version
  const grid: (boolean | undefined)[][] = Array.from({ length: size }, () => Array(size).fill(undefined))
  const set = (x: number, y: number, dark: boolean) => {
    const row = grid[y]
    if (row && x >= 0 && x < size) row[x] = dark
  }
  for (const [x, y] of alignments(version)) drawAlignment(set, x, y)
  for (const [left, top] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const) {
    for (let dy = -1; dy <= 7; dy++) {
      for (let dx = -1; dx <= 7; dx++) {
        const ring = Math.max(Math.abs(dx - 3), Math.abs(dy - 3))
        set(left + dx, top + dy, ring !== 2 && ring !== 4)
      }
    }
  }
  for (let at = 8; at < size - 8; at++) {
    set(at, 6, at % 2 === 0)
    set(6, at, at % 2 === 0)
  }
  for (let bit = 0; bit < 15; bit++) {
    const dark = ((FORMAT_M0 >> bit) & 1) === 1
    if (bit < 6) set(8, bit, dark)
    else if (bit < 8) set(8, bit + 1, dark)
    else if (bit === 8) set(7, 8, dark)
    else set(14 - bit, 8, dark)
    if (bit < 8) set(size - 1 - bit, 8, dark)
    else set(8, size - 15 + bit, dark)
  }
  set(8, size - 8, true)
  if (version >= 7) drawVersion(set, version, size)

  let bit = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const y = (right + 1) & 2 ? step : size - 1 - step
      for (const x of [right, right - 1]) {
        if (grid[y]?.[x] !== undefined) continue
        const dark = (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1
        set(x, y, dark !== ((x + y) % 2 === 0))
        bit++
      }
    }
  }
  return grid.map((row) => row.map((dark) => dark === true))
}

/** The middles of the alignment squares: every crossing of these lines but the corners where the finders stand. */
function alignments(version: number): [number, number][] {
  if (version < 2) return []
  const last = 10 + 4 * version
  const lines = version < 7 ? [6, last] : [6, MIDDLES[version - 7] as number, last]
  const isFinder = (x: number, y: number) => (x === 6 && (y === 6 || y === last)) || (x === last && y === 6)
  return lines.flatMap((x) => lines.map((y): [number, number] => [x, y])).filter(([x, y]) => !isFinder(x, y))
}

type Draw = (x: number, y: number, dark: boolean) => void

function drawAlignment(set: Draw, left: number, top: number) {
  for (let dy = -2; dy <= 2; dy++) {
    for (let dx = -2; dx <= 2; dx++) set(left + dx, top + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1)
  }
}

/** From version 7 on the code says its version twice, protected by a BCH code. */
function drawVersion(set: Draw, version: number, size: number) {
  let rest = version
  for (let at = 0; at < 12; at++) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25)
  const bits = (version << 12) | rest
  for (let bit = 0; bit < 18; bit++) {
    const dark = ((bits >> bit) & 1) === 1
    set(size - 11 + (bit % 3), Math.floor(bit / 3), dark)
    set(Math.floor(bit / 3), size - 11 + (bit % 3), dark)
  }
}
