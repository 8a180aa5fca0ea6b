/** A part's name and unit in the language of the person who holds the device, unless another one is asked for. */
import { language } from '../parts/words'
import type { Part } from '../rules/wire'

export function partName({ name, name_en }: Pick<Part, 'name' | 'name_en'>, spoken = language.value): string {
  return spoken === 'en' ? (name_en ?? name) : name
}

const PIECES = ['pc', 'pcs'] as const

/** Of one, and of more. */
const UNITS: Record<string, readonly [string, string]> = {
  件: PIECES,
  个: PIECES,
  条: PIECES,
  套: ['set', 'sets'],
  升: ['l', 'l'],
  米: ['m', 'm'],
  公斤: ['kg', 'kg'],
}

/** What `quantity` of the part is counted in. */
export function unitName({ unit }: Pick<Part, 'unit'>, quantity?: number): string {
  return language.value === 'en' ? (UNITS[unit]?.[quantity === 1 ? 0 : 1] ?? unit) : unit
}
