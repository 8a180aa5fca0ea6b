/** Which meters a kind of unit has; one that was told or read all the same is shown too. */
import type { MeterUnit } from '../../parts/pair'
import type { Equipment, Visit } from '../../rules/wire'

const METERS: Record<Equipment['kind'], readonly MeterUnit[]> = {
  coach: ['km', 'h'],
  bus: ['km', 'h'],
  truck: ['km', 'h'],
  machine: ['h'],
  generator: ['h'],
  electronics: ['h'],
  building: ['h'],
}

export function metersOf(equipment: Equipment | null, { listen, look }: Pick<Visit, 'listen' | 'look'>): MeterUnit[] {
  const usual = equipment ? METERS[equipment.kind] : (['km', 'h'] as const)
  const known = { km: listen.told_km ?? look.read_km, h: listen.told_h ?? look.read_h }
  return (['km', 'h'] as const).filter((meter) => usual.includes(meter) || known[meter] !== null)
}
