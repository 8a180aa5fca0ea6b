/** The last answers about figures, kept so that they can be read without a network; as of when, they say themselves. */
import type { Figures } from '../rules/figures'
import type { Id } from '../rules/wire'
import { cache, isHeldBy } from './db'

const MOST_KEPT = 24

/** The newest answer to this question; null when there never was one on this device. */
export async function keptFigures(question: string): Promise<Figures | null> {
  return (await cache().figures.get(question))?.figures ?? null
}

/** Keep an answer for the person who asked; the oldest give way. */
export async function keepFigures(user_id: Id, question: string, figures: Figures): Promise<void> {
  if (!isHeldBy(user_id)) return
  const table = cache().figures
  await table.put({ question, figures })
  const all = await table.toArray()
  all.sort((one, other) => other.figures.as_of.localeCompare(one.figures.as_of))
  await table.bulkDelete(all.slice(MOST_KEPT).map(({ question: old }) => old))
}

/** Whose figures can be asked for: the stations, and the technicians of one of them or of all. */
export async function whoseFigures(station_id: Id | null) {
  const [stations, people] = await Promise.all([cache().station.toArray(), cache().person.toArray()])
  const technicians = people.filter(
    ({ roles, station_id: own }) => roles.includes('technician') && (station_id === null || own === station_id),
  )
  const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name)
  return { stations: stations.sort(byName), technicians: technicians.sort(byName), people }
}
