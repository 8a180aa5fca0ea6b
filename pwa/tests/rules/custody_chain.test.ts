// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { chainOf, nameOfBox, type OldPartFile } from '../../src/rules/custody_chain'
import { OLD_PART_PRESETS } from '../../src/rules/old_part_presets'
import type { Rows, Table } from '../../src/rules/wire'
import { agesOf } from '../../src/store/old_parts'
import { golden } from '../golden'

const row = <T extends Table>(table: T) => golden<{ row: Rows[T] }>(`rows/${table}.json`).row
const part: Rows['old_part'] = { ...row('old_part'), removed_at: '2026-11-19T06:00:00.000Z' }
const file: OldPartFile = {
  ...{ part, handOvers: [], manifests: [], closings: [], inspections: [], extensions: [] },
  ...{ disposal: undefined, waiver: undefined },
}
const kinds = (changed: Partial<OldPartFile>) => chainOf({ ...file, ...changed }).map(({ kind }) => kind)

describe('the chain of custody', () => {
  it('tells its links in the order in which they happened (OLD-2)', () => {
    const manifests = [{ ...row('return_manifest'), packed_at: '2026-11-19T09:40:00.000Z' }]
    const given = { ...row('old_part_hand_over'), state: 'done' as const, given_at: '2026-11-19T08:00:00.000Z' }
    const back = { ...part, received_at: '2026-11-21T01:00:00.000Z', received_by: 'clerk' }
    expect(kinds({ part: back, manifests, handOvers: [given] })).toEqual([
      'removed',
      'handed_over',
      'packed',
      'shipped',
      'received',
    ])
  })

  it('a hand-over that only one has told says so, and one told differently too (OLD-2)', () => {
    const told = { ...row('old_part_hand_over'), given_at: '2026-11-19T08:00:00.000Z' }
    expect(kinds({ handOvers: [{ ...told, state: 'waiting_for_taker' }] })).toContain('half_told')
    expect(kinds({ handOvers: [{ ...told, state: 'contradicted' }] })).toContain('contradicted')
  })

  it('a box that did not hold the part is a link of its chain (OLD-3)', () => {
    const closing = row('box_closing')
    expect(kinds({ closings: [{ ...closing, missing_ids: [part.id] }] })).toContain('not_in_box')
    expect(kinds({ closings: [closing] })).not.toContain('not_in_box')
  })

  it('a box is named by its manifest’s number and its own', () => {
    expect(nameOfBox('HY-2611-0001', 2)).toBe('HY-2611-0001-2')
    expect(nameOfBox(null, 2)).toBe('2')
  })
})

describe('what is out', () => {
  const now = new Date('2026-11-30T06:00:00.000Z')
  const off = (removed_at: string, removed_by: string | null = 'zhou') => ({
    ...{ ...part, removed_at, removed_by, received_at: null },
  })

  it('is counted by technician and by days since it came off, the most first (OLD-4)', () => {
    const parts = [
      off('2026-11-29T06:00:00.000Z', 'mu'),
      off('2026-11-22T05:00:00.000Z'),
      off('2026-10-20T06:00:00.000Z'),
    ]
    expect(agesOf(parts, now, OLD_PART_PRESETS.ageing_days)).toEqual([
      { technicianId: 'zhou', counts: [0, 1, 0, 1], total: 2 },
      { technicianId: 'mu', counts: [1, 0, 0, 0], total: 1 },
    ])
  })

  it('does not count what came back (OLD-4)', () => {
    const back = { ...off('2026-11-22T05:00:00.000Z'), received_at: '2026-11-23T05:00:00.000Z' }
    expect(agesOf([back], now, OLD_PART_PRESETS.ageing_days)).toEqual([])
  })

  it('begins with the server’s stretches and reasons of deduction (OLD-3, OLD-4)', () => {
    expect(OLD_PART_PRESETS).toEqual(golden('old_part_presets.json'))
  })
})
