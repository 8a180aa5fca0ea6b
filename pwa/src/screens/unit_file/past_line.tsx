/** One earlier visit as a row: when, what it was, what was changed. */
import { Icon } from '../../parts/icon'
import { localDay } from '../../parts/times'
import { words } from '../../parts/words'
import type { PastVisit } from '../../store/unit_file'
import { partName } from '../part_name'

const w = words({
  swapped: [(parts: string) => `换了 ${parts}`, (parts: string) => `changed ${parts}`],
  noSwap: ['没换件', 'no part changed'],
  and: ['、', ', '],
  unnamed: ['目录里没有的件', 'a part that is in no catalogue'],
})

/** The names of the parts that were changed, in one line. */
export function partsOf({ swaps }: PastVisit): string {
  return swaps.map(nameOf).join(w.and())
}

export function nameOf({ name, name_en, part_no }: PastVisit['swaps'][number]): string {
  return name === null ? (part_no ?? w.unnamed()) : partName({ name, name_en: name_en ?? name })
}

export function PastLine({ past }: { past: PastVisit }) {
  return (
    <a href={`/unit/${past.equipment_id}/visit/${past.id}`}>
      <div class="grow">
        <b>{localDay(past.arrived_at)}</b> <span class="meta">{past.technician_name}</span>
        <p>{past.cause || past.fault_reported}</p>
        <p class="meta">{past.swaps.length > 0 ? w.swapped(partsOf(past)) : w.noSwap()}</p>
      </div>
      <Icon name="caret-right" tone="quiet" />
    </a>
  )
}
