/** What the places of the ledger are called: shelves, vans, the road, and where pieces come from and go (PART-1). */
import { language, words } from '../../parts/words'
import type { Station } from '../../rules/wire'
import type { Names } from '../../store/stock_room'

const w = words({
  shelves: [(station: string) => `${station}货架`, (station: string) => `Shelves, ${station}`],
  van: [(who: string) => `${who}的车`, (who: string) => `Van, ${who}`],
  somebody: ['别人', 'somebody'],
  station: ['别的站', 'another station'],
  transit: ['路上', 'On the road'],
  unit: ['装上设备', 'A customer’s unit'],
  supplier: ['供应商', 'Supplier'],
  difference: ['盘点差异', 'Count difference'],
  opening: ['期初', 'Opening stock'],
  old: ['旧件', 'Old parts'],
  other: ['别处', 'Elsewhere'],
})

export function stationName({ name, name_en }: Pick<Station, 'name' | 'name_en'>): string {
  return language.value === 'en' ? name_en : name
}

export function placeName(location: string, { people, stations }: Names): string {
  const [kind, id = ''] = location.split(':')
  const station = stations.get(id)
  switch (kind) {
    case 'store':
      return w.shelves(station ? stationName(station) : w.station())
    case 'van':
      return w.van(people.get(id)?.name ?? w.somebody())
    case 'transit':
      return w.transit()
    case 'unit':
      return w.unit()
    case 'supplier':
      return w.supplier()
    case 'difference':
      return w.difference()
    case 'opening':
      return w.opening()
    case 'old':
      return w.old()
    default:
      return w.other()
  }
}
