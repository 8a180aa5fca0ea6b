/** What master data asks of the cache. */
import type { FileName } from '../rules/master_data'
import type { CalendarYear, Checklist, Id, Json, Person, Rows, SlaProfile } from '../rules/wire'
import { cache, holderId } from './db'

/** A row of a file with what people call the rows that it leads to. */
export type Filed<F extends FileName = FileName> = Rows[F] & { customer_name?: string; station_name?: string }

export async function filed<F extends FileName>(file: F): Promise<Filed<F>[]> {
  const [rows, stations] = await Promise.all([rowsOf(file), cache().station.toArray()])
  const stationNames = new Map(stations.map((station) => [station.id, station.name]))
  const owners = file === 'equipment' ? await cache().customer.toArray() : []
  const customerNames = new Map(owners.map((customer) => [customer.id, customer.name]))
  return rows.map((row) => {
    const { station_id, customer_id } = row as { station_id?: Id | null; customer_id?: Id }
    return {
      ...row,
      ...(station_id && { station_name: stationNames.get(station_id) ?? '' }),
      ...(customer_id && { customer_name: customerNames.get(customer_id) ?? '' }),
    }
  })
}

/** One table or the other: the union of their tables cannot be asked. */
const rowsOf = async <F extends FileName>(file: F): Promise<Rows[F][]> =>
  (await cache()[file].toArray()) as unknown as Rows[F][]

export async function filedRow(file: FileName, id: Id): Promise<Rows[FileName] | null> {
  return ((await cache()[file].get(id)) as Rows[FileName] | undefined) ?? null
}

export const stations = (): Promise<Rows['station'][]> => cache().station.toArray()
export const customersOf = (station_id: Id): Promise<Rows['customer'][]> =>
  cache()
    .customer.filter((customer) => customer.station_id === station_id)
    .sortBy('name')

/** Who holds the device, as the office knows them. */
export const myself = async (): Promise<Person | null> => (await cache().person.get(holderId())) ?? null

/** How many rows each file has. */
export async function fileCounts(): Promise<Record<FileName | 'checklist' | 'sla_profile' | 'calendar_year', number>> {
  const tables = [
    'customer',
    'equipment',
    'part',
    'fault',
    'station',
    'person',
    'sla_profile',
    'calendar_year',
  ] as const
  const counts = await Promise.all(tables.map((table) => cache()[table].count()))
  const checklist = (await checklists()).length
  return { ...Object.fromEntries(tables.map((table, place) => [table, counts[place]])), checklist } as never
}

/** The newest version of each checklist, by kind and section. */
export async function checklists(): Promise<Checklist[]> {
  const newest = new Map<string, Checklist>()
  for (const one of await cache().checklist.toArray()) {
    const key = `${one.kind}:${one.section}`
    if ((newest.get(key)?.version ?? 0) < one.version) newest.set(key, one)
  }
  return [...newest.values()].sort((one, other) => one.kind.localeCompare(other.kind))
}

export const checklistOf = async (id: Id): Promise<Checklist | null> => (await cache().checklist.get(id)) ?? null

export const slaProfiles = (): Promise<SlaProfile[]> => cache().sla_profile.toArray()
export const slaProfile = async (id: Id): Promise<SlaProfile | null> => (await cache().sla_profile.get(id)) ?? null

export const calendarYears = (): Promise<CalendarYear[]> => cache().calendar_year.orderBy('id').reverse().toArray()
export const calendarYear = async (year: string): Promise<CalendarYear | null> =>
  (await cache().calendar_year.get(year)) ?? null

/** The presets that somebody has changed, by name. */
export async function changedPresets(): Promise<ReadonlyMap<string, Json>> {
  return new Map((await cache().preset.toArray()).map(({ id, value }) => [id, value]))
}
