/** A part's name and unit in the language of the person who holds the device, unless another one is asked for. */
import { language } from '../parts/words'
import type { Part } from '../rules/wire'

export function partName({ name, name_en }: Pick<Part, 'name' | 'name_en'>, spoken = language.value): string {
  return spoken === 'en' ? (name_en ?? name) : name
}

const UNITS: Record<string, string> = { 件: 'pcs', 个: 'pcs', 套: 'sets', 条: 'pcs', 升: 'l', 米: 'm', 公斤: 'kg' }

export function unitName({ unit }: Part): string {
  return language.value === 'en' ? (UNITS[unit] ?? unit) : unit
}
