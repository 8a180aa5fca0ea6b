/** Who somebody is. */
import type { Id, Person } from '../rules/wire'
import { cache } from './db'

/** Null where nobody is meant, or the device does not know them. */
export async function personOf(user_id: Id | null): Promise<Person | null> {
  return user_id === null ? null : ((await cache().person.get(user_id)) ?? null)
}
