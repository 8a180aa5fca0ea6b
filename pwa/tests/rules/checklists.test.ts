// @vitest-environment node
/** A checklist asks, lacks, doubts and takes one tap as on the server (VIS-1 to VIS-4, VIS-6). */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Answered,
  type Answers,
  allNormal,
  asked,
  checklistOf,
  doubts,
  type Item,
  unanswered,
} from '../../src/rules/checklists'
import type { Checklist, VisitChecklist } from '../../src/rules/wire'
import { golden } from '../golden'

interface Golden {
  checklists: Record<string, Item[]>
  cases: {
    says: string
    checklist: string
    answers: Answers
    photos: string[]
    asked: string[]
    lacking: string[]
    doubts: Record<string, string>
    normal: Record<string, unknown>
  }[]
}
const { checklists, cases } = golden<Golden>('checklists.json')

const value = fc.oneof(
  fc.constantFrom(null, true, false, 'joint', 'hose', 'valve', 'black', 'p', ' '),
  fc.integer({ min: -10_000, max: 10_000 }),
)
const anAnswered: fc.Arbitrary<Answered> = fc
  .constantFrom(...Object.values(checklists))
  .chain((items) =>
    fc
      .dictionary(fc.constantFrom('ghost', ...items.map(({ id }) => id)), value)
      .map((answers) => ({ items, answers, photos: new Set(['p']) })),
  )

describe('a checklist', () => {
  it.each(cases)('$says', ({ checklist, answers, photos, ...expected }) => {
    const done = { items: checklists[checklist] ?? [], answers, photos: new Set(photos) }
    expect(asked(done).map(({ id }) => id)).toEqual(expected.asked)
    expect(unanswered(done)).toEqual(expected.lacking)
    expect(doubts(done)).toEqual(expected.doubts)
    expect(allNormal(done)).toEqual(expected.normal)
  })

  it('never lacks, doubts or answers what it does not ask (VIS-6)', () => {
    fc.assert(
      fc.property(anAnswered, (done) => {
        const shown = asked(done).map(({ id }) => id)
        const named = [...unanswered(done), ...Object.keys(doubts(done)), ...Object.keys(allNormal(done))]
        expect(named.filter((id) => !shown.includes(id))).toEqual([])
      }),
    )
  })

  it('does not care in which order the answers came', () => {
    fc.assert(
      fc.property(anAnswered, (done) => {
        const turned = { ...done, answers: Object.fromEntries(Object.entries(done.answers).reverse()) }
        expect(asked(turned)).toEqual(asked(done))
        expect(unanswered(turned)).toEqual(unanswered(done))
      }),
    )
  })
})

describe('the version that a visit is asked', () => {
  const row = golden<{ row: Checklist }>('rows/checklist.json').row
  const version = (id: string, number: number, set_at: string): Checklist => ({ ...row, id, version: number, set_at })
  const known = [version('second', 2, '2026-11-20T00:00:00.000Z'), version('first', 1, '2026-11-19T00:00:00.000Z')]
  const at = (arrived_at: string) => ({ kind: row.kind, arrived_at })

  it('is the newest that was in force on arrival, and none before the first', () => {
    const of = (arrived_at: string) => checklistOf(known, null, 'check', at(arrived_at))?.id
    expect(of('2026-11-18T23:59:59.000Z')).toBeUndefined()
    expect(of('2026-11-19T00:00:00.000Z')).toBe('first')
    expect(of('2026-11-21T00:00:00.000Z')).toBe('second')
  })

  it('stays the one that the first answer named', () => {
    const kept = golden<{ row: VisitChecklist }>('rows/visit_checklist.json').row
    const bound = { ...kept, check: { checklist_id: 'first', answers: {} } }
    expect(checklistOf(known, bound, 'check', at('2026-11-21T00:00:00.000Z'))?.id).toBe('first')
  })

  it('belongs to the kind of unit and to the section', () => {
    const arrived_at = '2026-11-21T00:00:00.000Z'
    expect(checklistOf(known, null, 'look', at(arrived_at))).toBeNull()
    expect(checklistOf(known, null, 'check', { kind: 'machine', arrived_at })).toBeNull()
    expect(checklistOf(known, null, 'check', { kind: null, arrived_at })).toBeNull()
  })
})
