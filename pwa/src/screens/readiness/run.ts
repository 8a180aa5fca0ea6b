/** Runs the whole check: first a word with the server, if it answers, and then everything from the device alone. */
import { deviceReady, type ReadyLine, rememberCheck, rowsReady } from '../../store/ready'
import { agree, copyIsWhole } from '../../sync/agree'
import { proveFiles } from '../../sync/proof'
import { isApple } from './apple'

/** Nobody waits longer for a server that may not be there. */
const PATIENCE_MS = 8000

/** Look at everything; `shown` is called as soon as each group is known. */
export async function check(midnight: number, shown: (lines: ReadyLine[]) => void): Promise<void> {
  const lines: ReadyLine[] = []
  const add = (some: readonly ReadyLine[]) => {
    lines.push(...some)
    shown([...lines])
  }
  await Promise.race([agree().catch(() => undefined), later(PATIENCE_MS)])
  add(await rowsReady(midnight))
  add([await copyLine()])
  add(await filesReady())
  add(await deviceReady(midnight, isApple()))
  rememberCheck(lines)
}

async function copyLine(): Promise<ReadyLine> {
  const whole = await copyIsWhole()
  const state = whole === null ? 'doubt' : whole ? 'ok' : 'lost'
  return { name: 'copy', state, count: 0, missing: whole === false ? ['row'] : [] }
}

/** The app's own files, through the worker with the network shut; and the signing page, really loaded. */
async function filesReady(): Promise<ReadyLine[]> {
  const [proof, pad] = await Promise.all([proveFiles(), opensSigning()])
  if (proof === null) {
    const nothing = { count: 0, missing: ['worker'], state: 'lost' as const }
    return [
      { name: 'app', ...nothing },
      { name: 'pad', ...nothing },
      { name: 'scanner', ...nothing },
    ]
  }
  const isReader = (file: string) => file.endsWith('.wasm')
  const lost = (some: string[]): ReadyLine['state'] => (some.length > 0 ? 'lost' : 'ok')
  const app = proof.missing.filter((file) => !isReader(file))
  const readers = proof.missing.filter(isReader)
  const padLost = pad ? app.filter((file) => /\.(js|css)$/.test(file)) : ['sign']
  const hasReader = proof.files.some(isReader)
  return [
    { name: 'app', state: lost(app), count: proof.files.length, missing: app },
    { name: 'pad', state: lost(padLost), count: 0, missing: padLost },
    { name: 'scanner', state: hasReader ? lost(readers) : 'lost', count: 0, missing: readers },
  ]
}

async function opensSigning(): Promise<boolean> {
  try {
    return typeof (await import('../visit/sign')).default === 'function'
  } catch {
    return false
  }
}

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
