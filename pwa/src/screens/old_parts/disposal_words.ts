/** What becomes of old parts in the end, in words. */
import { words } from '../../parts/words'
import type { Disposal } from '../../rules/wire'

const w = words({
  scrap: ['报废', 'Scrapped'],
  refurbish: ['翻新', 'Refurbished'],
  supplier: ['退供应商', 'To the supplier'],
})

export const WAYS = ['scrap', 'refurbish', 'supplier'] as const satisfies readonly Disposal['way'][]
export const wayName = (way: Disposal['way']): string => w[way]()
