/** Whether the day is on this device: what is opened from the disk, one line for each thing that a day needs. */
import type { Id } from '../rules/wire'
import { feedPlace } from './cache'
import { unsent } from './card'
import { cache, holderId, outbox } from './db'
import { type Readiness, readiness } from './device'
import { agenda, jobInFull } from './jobs'
import { presets } from './presets'
import { historyOf } from './unit_file'

export type LineName =
  | 'loaded'
  | 'copy'
  | 'jobs'
  | 'history'
  | 'catalogue'
  | 'parts'
  | 'van'
  | 'app'
  | 'pad'
  | 'scanner'
  | 'room'
  | 'kept'
  | 'installed'
  | 'clock'
  | 'unsent'

/** One thing that was looked at. `lost` hinders a day without a signal; `doubt` may. */
export interface ReadyLine {
  name: LineName
  state: 'ok' | 'doubt' | 'lost'
  /** What was counted: jobs, visits, parts, photos that fit, minutes. */
  count: number
  /** What is missing, by the name that people say. */
  missing: string[]
}

const line = (name: LineName, missing: string[], count: number): ReadyLine => ({
  name,
  state: missing.length > 0 ? 'lost' : 'ok',
  count,
  missing,
})

/** Everything that the rows on this device can prove; nothing is asked of the network. */
export async function rowsReady(midnight: number): Promise<ReadyLine[]> {
  const { next, day } = await agenda(midnight)
  const todays = [...(next ? [next] : []), ...day].map(({ job }) => job)
  const [place, parts, faults] = await Promise.all([feedPlace(cache()), cache().part.count(), cache().fault.count()])
  const opened = await Promise.all(todays.map(({ id }) => opens(id)))
  const likely = [...new Set(todays.flatMap(({ likely_parts }) => likely_parts))]
  const known = await cache().part.bulkGet(likely)
  return [
    line('loaded', place.complete_at === null ? ['feed'] : [], 1),
    line('jobs', namesOf(opened, 'whole'), todays.length),
    { ...line('history', namesOf(opened, 'file'), 0), count: opened.reduce((sum, { visits }) => sum + visits, 0) },
    line('catalogue', faults === 0 ? ['fault'] : [], faults),
    line('parts', parts === 0 ? ['part'] : likely.filter((_, at) => known[at] === undefined), parts),
    await van(),
  ]
}

interface Opened {
  name: string
  /** The job with its unit and its people. */
  whole: boolean
  /** The unit's file can be read. */
  file: boolean
  visits: number
}

const namesOf = (opened: readonly Opened[], of: 'whole' | 'file') =>
  opened.filter((one) => !one[of]).map(({ name }) => name)

/** Open the job as its screen does, and the unit's file behind it (JOB-6). */
async function opens(id: Id): Promise<Opened> {
  const known = await jobInFull(id)
  const job = known?.job
  const name = job?.plate ?? job?.number ?? id
  const people = await cache().person.bulkGet(job?.technicians.map(({ user_id }) => user_id) ?? [])
  const hasUnit = job?.equipment_id == null || known?.equipment != null
  const file = await historyOf(job?.equipment_id ?? null, id)
  return {
    name,
    whole: job !== undefined && hasUnit && !people.includes(undefined),
    file: hasUnit,
    visits: file.length,
  }
}

/** Each part that the books place in the van is one that the catalogue knows. */
async function van(): Promise<ReadyLine> {
  const stock = await cache().stock.where('location').equals(`van:${holderId()}`).toArray()
  const had = stock.filter(({ quantity }) => quantity > 0)
  const known = await cache().part.bulkGet(had.map(({ part_id }) => part_id))
  const unknown = had.filter((_, at) => known[at] === undefined).map(({ part_id }) => part_id)
  return line('van', unknown, had.length)
}

const MEGABYTE = 1_000_000
const MINUTE = 60_000

/** Room, the browser's promise, the home screen, the clock, and what still waits from the days before. */
export async function deviceReady(midnight: number, isApple: boolean): Promise<ReadyLine[]> {
  const [device, known, limits, waiting] = await Promise.all([readiness(), outbox().device(), presets(), unsent()])
  const free = device.free_bytes === null ? null : Math.floor(device.free_bytes / MEGABYTE)
  const minutes = Math.round(Math.abs(known?.clock_offset_ms ?? 0) / MINUTE)
  const old = waiting.filter(({ since }) => Date.parse(since) < midnight).length
  return [
    { name: 'room', missing: [], count: free ?? 0, state: roomIs(free, limits.ready_free_mb) },
    { name: 'kept', missing: [], count: 0, state: device.persisted ? 'ok' : 'doubt' },
    { name: 'installed', missing: [], count: 0, state: installedIs(device, isApple) },
    { name: 'clock', missing: [], count: minutes, state: minutes > limits.clock_skew_min ? 'doubt' : 'ok' },
    { name: 'unsent', missing: [], count: old, state: old > 0 ? 'doubt' : 'ok' },
  ]
}

function roomIs(free_mb: number | null, least_mb: number): ReadyLine['state'] {
  if (free_mb === null) return 'doubt'
  return free_mb < least_mb ? 'lost' : 'ok'
}

/** Only an iPhone or iPad clears what a page keeps when it is not on the home screen. */
function installedIs({ installed }: Readiness, isApple: boolean): ReadyLine['state'] {
  if (installed) return 'ok'
  return isApple ? 'lost' : 'doubt'
}

/** When the day was checked last, and how many lines hinder it. */
export interface LastCheck {
  at: string
  lost: number
  doubts: number
}

const KEY = () => `truckroll.ready.${holderId()}`

export function lastCheck(): LastCheck | null {
  const kept = globalThis.localStorage?.getItem(KEY())
  return kept ? (JSON.parse(kept) as LastCheck) : null
}

export function rememberCheck(lines: readonly ReadyLine[]): void {
  const of = (state: ReadyLine['state']) => lines.filter((one) => one.state === state).length
  const check: LastCheck = { at: new Date().toISOString(), lost: of('lost'), doubts: of('doubt') }
  globalThis.localStorage?.setItem(KEY(), JSON.stringify(check))
}
