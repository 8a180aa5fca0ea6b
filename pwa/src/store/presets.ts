/** The presets in force on this device: what a manager has changed, and otherwise what the house began with. */
import { INITIAL, type Presets } from '../rules/presets'
import { cache } from './db'

export async function presets(): Promise<Presets> {
  const changed = await cache().preset.toArray()
  const known = changed.filter(({ id }) => id in INITIAL).map(({ id, value }) => [id, value] as const)
  const inForce: Presets = { ...INITIAL, ...Object.fromEntries(known) }
  // Phrases that a manager changed before a field was added lack that field.
  return { ...inForce, phrases: { ...INITIAL.phrases, ...inForce.phrases } }
}
