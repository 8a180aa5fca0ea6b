/** The square code of an old-part tag: up to 20 digits and capitals, version 1, error level M. */

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const SIZE = 21
const DATA_CODEWORDS = 16
const CHECK_CODEWORDS = 10
/** Level M with mask 0, protected by its BCH code, as the standard prints it. */
const FORMAT_M0 = 0b101010000010010

/** Rows of dark (true) and light modules, without the quiet zone. Throws a RangeError for text that does not fit. */
export function qrModules(text: string): boolean[][] {
  const data = codewords(text)
  return drawn([...data, ...checkCodewords(data)])
}

/** The same code as one SVG path in module units, for a viewBox of `0 0 21 21`. */
export function qrPath(text: string): string {
  return qrModules(text)
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
}

function codewords(text: string): number[] {
  const bits: number[] = []
  const put = (value: number, width: number) => {
    for (let at = width - 1; at >= 0; at--) bits.push((value >> at) & 1)
  }
  const values = Array.from(text, (letter) => LETTERS.indexOf(letter))
  if (values.includes(-1) || values.length > 20) throw new RangeError(`${text} does not fit into a tag code`)
  put(0b0010, 4)
  put(values.length, 9)
  for (let at = 0; at < values.length; at += 2) {
    const [first = 0, second] = values.slice(at, at + 2)
    if (second === undefined) put(first, 6)
    else put(first * 45 + second, 11)
  }
  put(0, Math.min(4, DATA_CODEWORDS * 8 - bits.length))
  while (bits.length % 8) bits.push(0)
  const bytes = Array.from({ length: bits.length / 8 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((byte, bit) => byte * 2 + bit, 0),
  )
  for (let pad = 0xec; bytes.length < DATA_CODEWORDS; pad ^= 0xec ^ 0x11) bytes.push(pad)
  return bytes
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

function checkCodewords(data: number[]): number[] {
  let divisor = [1]
  for (let power = 0, root = 1; power < CHECK_CODEWORDS; power++, root = times(root, 2)) {
    const shifted = [...divisor, 0]
    divisor = shifted.map((value, at) => value ^ times(divisor[at - 1] ?? 0, root))
  }
  const remainder = [...data, ...Array<number>(CHECK_CODEWORDS).fill(0)]
  for (let at = 0; at < data.length; at++) {
    const lead = remainder[at] ?? 0
    divisor.forEach((value, offset) => {
      remainder[at + offset] = (remainder[at + offset] ?? 0) ^ times(value, lead)
    })
  }
  return remainder.slice(data.length)
}

function drawn(bytes: number[]): boolean[][] {
  const grid: (boolean | undefined)[][] = Array.from({ length: SIZE }, () => Array(SIZE).fill(undefined))
  const set = (x: number, y: number, dark: boolean) => {
    const row = grid[y]
    if (row && x >= 0 && x < SIZE) row[x] = dark
  }
  for (const [left, top] of [
    [0, 0],
    [SIZE - 7, 0],
    [0, SIZE - 7],
  ] as const) {
    for (let dy = -1; dy <= 7; dy++) {
      for (let dx = -1; dx <= 7; dx++) {
        const ring = Math.max(Math.abs(dx - 3), Math.abs(dy - 3))
        set(left + dx, top + dy, ring !== 2 && ring !== 4)
      }
    }
  }
  for (let at = 8; at < SIZE - 8; at++) {
    set(at, 6, at % 2 === 0)
    set(6, at, at % 2 === 0)
  }
  for (let bit = 0; bit < 15; bit++) {
    const dark = ((FORMAT_M0 >> bit) & 1) === 1
    if (bit < 6) set(8, bit, dark)
    else if (bit < 8) set(8, bit + 1, dark)
    else if (bit === 8) set(7, 8, dark)
    else set(14 - bit, 8, dark)
    if (bit < 8) set(SIZE - 1 - bit, 8, dark)
    else set(8, SIZE - 15 + bit, dark)
  }
  set(8, SIZE - 8, true)

  let bit = 0
  for (let right = SIZE - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < SIZE; step++) {
      const y = (right + 1) & 2 ? step : SIZE - 1 - step
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
