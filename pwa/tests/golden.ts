/** Reads the golden files that the server's tests read too. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const CONTRACT = resolve(process.cwd(), '../tests/contract')

export const golden = <T>(path: string): T => JSON.parse(readFileSync(`${CONTRACT}/${path}`, 'utf8')) as T

/** The names of the golden files in a folder. */
export const goldens = (folder: string): string[] =>
  readdirSync(`${CONTRACT}/${folder}`).map((file) => file.replace(/\.json$/, ''))
