// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { Answered } from '../../src/rules/checklists'
import { lacking } from '../../src/rules/lacking'
import type { OldPart, Photo, SectionName, Swap, Visit } from '../../src/rules/wire'
import { golden } from '../golden'

interface Case {
  says: string
  visit: Visit
  swaps: Swap[]
  old_parts: OldPart[]
  photos: Photo[]
  checklists?: Partial<Record<SectionName, Pick<Answered, 'items' | 'answers'>>>
  lacking: string[]
  unacknowledged?: boolean
}

describe('what is lacking before the signature (VIS-6)', () => {
  it.each(golden<{ cases: Case[] }>('lacking.json').cases)(
    '$says',
    ({ visit, swaps, old_parts, photos, checklists = {}, ...expected }) => {
      const found = lacking({
        ...visit,
        ended: visit.ended_at !== null,
        photo_subjects: new Set(photos.filter((photo) => photo.state !== 'refused').map((photo) => photo.subject)),
        swaps: swaps.map((swap) => ({
          swap_id: swap.id,
          reason: swap.reason,
          old_part_tag: old_parts.find((part) => part.id === swap.old_part_id)?.tag ?? null,
          no_old_part_reason: swap.no_old_part_reason,
        })),
        unacknowledged: expected.unacknowledged ?? false,
        checklists: Object.fromEntries(
          Object.entries(checklists).map(([section, one]) => [section, { ...one, photos: new Set<string>() }]),
        ),
      })
      expect(found.map((lack) => lack.code)).toEqual(expected.lacking)
    },
  )
})
