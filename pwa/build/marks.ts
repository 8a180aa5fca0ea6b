/** The seven Chinese marks, drawn as outlines of Noto Serif SC Bold so that no web font is loaded. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { create } from 'fontkit'
import { decompress } from 'wawoff2'
import { GLYPHS } from '../src/parts/mark_names'

const FONT = '@fontsource-variable/noto-serif-sc'
const BOLD = { wght: 700 }
/** Free space on each side of a 100 × 100 field. */
const MARGIN = 6

const folder = dirname(createRequire(import.meta.url).resolve(`${FONT}/package.json`))
/** The font comes in subsets; for each, the code points that it draws. */
const subsets: Record<string, string> = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'))

/** The path of each mark on a 100 × 100 field, by name. */
export async function markPaths(): Promise<Record<string, string>> {
  const paths: Record<string, string> = {}
  // One after the other: the unpacker has one memory.
  for (const [name, glyph] of Object.entries(GLYPHS)) paths[name] = await markPath(glyph)
  return paths
}

async function markPath(glyph: string): Promise<string> {
  const codePoint = glyph.codePointAt(0) as number
  const packed = readFileSync(join(folder, 'files', `noto-serif-sc-${subsetWith(codePoint)}-wght-normal.woff2`))
  const font = create(Buffer.from(await decompress(packed))).getVariation(BOLD)
  return fitted(font.glyphForCodePoint(codePoint).path)
}

function subsetWith(codePoint: number): string {
  for (const [name, ranges] of Object.entries(subsets)) {
    if (ranges.split(',').some((range) => inRange(range, codePoint))) return name.replace(/[[\]]/g, '')
  }
  throw new Error(`${FONT} does not draw ${String.fromCodePoint(codePoint)}.`)
}

function inRange(range: string, codePoint: number): boolean {
  const [first, last = first] = range
    .replace('U+', '')
    .split('-')
    .map((part) => Number.parseInt(part, 16)) as [number, number?]
  return first <= codePoint && codePoint <= (last as number)
}

/** Turned upright (fonts count upwards), centred, and as large as the margins allow. */
function fitted(path: Outline): string {
  const { minX, minY, maxX, maxY } = path.bbox
  const scale = (100 - 2 * MARGIN) / Math.max(maxX - minX, maxY - minY)
  const left = (100 - (maxX - minX) * scale) / 2
  const top = (100 - (maxY - minY) * scale) / 2
  return path.commands.map(({ command, args }) => LETTERS[command] + args.map(placed).join(' ')).join('')

  function placed(value: number, index: number): string {
    const moved = index % 2 === 0 ? left + (value - minX) * scale : top + (maxY - value) * scale
    return String(Math.round(moved * 10) / 10)
  }
}

const LETTERS = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const

interface Outline {
  bbox: { minX: number; minY: number; maxX: number; maxY: number }
  commands: { command: keyof typeof LETTERS; args: number[] }[]
}
