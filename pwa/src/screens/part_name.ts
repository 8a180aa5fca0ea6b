/** A part's name in the language of the person who holds the device. */
import { language } from '../parts/words'
import type { Part } from '../rules/wire'

export function partName({ name, name_en }: Part): string {
  return language.value === 'en' ? (name_en ?? name) : name
}
