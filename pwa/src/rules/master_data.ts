/** Who keeps the files of the house; the mirror of `server/rules/master_data.py`. */
import type { Id, Person } from './wire'

/** A file by the name of its table. */
export type FileName = 'customer' | 'equipment' | 'part' | 'fault' | 'station' | 'person'

/** Files that can be taken in and given out as tables. */
export const IMPORTED = ['customer', 'equipment', 'part', 'fault'] as const
export type ImportedFile = (typeof IMPORTED)[number]

export const isImported = (file: string): file is ImportedFile => (IMPORTED as readonly string[]).includes(file)

const OF_A_STATION: readonly FileName[] = ['customer', 'equipment']
const OF_THE_ADMINISTRATOR: readonly FileName[] = ['station', 'person']

type Who = Pick<Person, 'roles' | 'station_id'>

/** An administrator keeps all of them, a manager those of their own station, the head office's those of every station. */
export function mayKeep(who: Who | null, file: FileName, station_id: Id | null = null): boolean {
  if (who === null) return false
  if (who.roles.includes('administrator')) return true
  if (!who.roles.includes('manager') || OF_THE_ADMINISTRATOR.includes(file)) return false
  if (who.station_id === null) return true
  return OF_A_STATION.includes(file) && (station_id === null || station_id === who.station_id)
}

/** What holds for every station is set by the head office. */
export const maySetForAll = (who: Who | null): boolean =>
  who !== null && who.station_id === null && who.roles.some((role) => role === 'manager' || role === 'administrator')
