/** What printing tags asks of the cache: the rolls of the person's stations, and where they may print (OLD-1). */
import type { Rows } from '../rules/wire'
import { cache, holderId } from './db'

export interface TagRolls {
  /** The newest first. */
  rolls: readonly Rows['tag_roll'][]
  people: ReadonlyMap<string, Rows['person']>
  /** One, or all of them for the head office. */
  stations: readonly Rows['station'][]
}

export async function tagRolls(): Promise<TagRolls> {
  const me = await cache().person.get(holderId())
  const [rolls, stations] = await Promise.all([cache().tag_roll.toArray(), cache().station.toArray()])
  const people = await cache().person.bulkGet([...new Set(rolls.map(({ printed_by }) => printed_by))])
  return {
    rolls: rolls.sort((one, other) => other.printed_at.localeCompare(one.printed_at)),
    people: new Map(people.flatMap((person) => (person ? [[person.id, person]] : []))),
    stations: stations.filter(({ id }) => !me?.station_id || id === me.station_id),
  }
}
