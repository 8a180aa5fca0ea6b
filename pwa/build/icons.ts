/** The outlines of the icons that the app uses, read from the installed icon package. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { FIRST_ICONS, ICONS } from '../src/parts/icon_names'

const installed = createRequire(import.meta.url)

const FIRST: ReadonlySet<string> = new Set(FIRST_ICONS)

/** The path of each icon that the first screen shows, on a 256 × 256 field, by name. */
export const firstIconPaths = () => pathsOf(FIRST_ICONS)
/** The same of all others. */
export const moreIconPaths = () => pathsOf(ICONS.filter((name) => !FIRST.has(name)))

const pathsOf = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, iconPath(name)]))

function iconPath(name: string): string {
  const svg = readFileSync(installed.resolve(`@phosphor-icons/core/assets/bold/${name}-bold.svg`), 'utf8')
  const paths = [...svg.matchAll(/ d="([^"]+)"/g)].map((match) => match[1])
  if (paths.length !== 1) throw new Error(`The icon ${name} has ${paths.length} paths; one was expected.`)
  return paths[0] as string
}
