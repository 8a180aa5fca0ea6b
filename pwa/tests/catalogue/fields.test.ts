import { describe, expect, it } from 'vitest'
import { mayKeep, maySetForAll } from '../../src/rules/master_data'
import type { Rows } from '../../src/rules/wire'
import { changesOf, fieldsOf, travels, troubleOf, typedOf } from '../../src/screens/catalogue/fields'
import { presetRead, presetTyped } from '../../src/screens/catalogue/preset_text'

const PART: Rows['part'] = {
  id: 'p',
  part_no: '3509-00417',
  name: '空压机总成',
  name_en: 'Air compressor',
  unit: '件',
  serialised: true,
  list_price_minor: 286_005,
  currency: 'CNY',
  on_hold: false,
}

describe('a card of the files', () => {
  it('names only what was changed, with both values', () => {
    const typed = { ...typedOf('part', PART), list_price_minor: '2980', on_hold: true }
    expect(changesOf('part', PART, typed)).toEqual({
      list_price_minor: { from: 286_005, to: 298_000 },
      on_hold: { from: false, to: true },
    })
    expect(changesOf('part', PART, typedOf('part', PART))).toEqual({})
  })

  it('says which field cannot be kept as it is typed', () => {
    const typed = { ...typedOf('part', PART), name: ' ', list_price_minor: '四百', currency: 'EURO' }
    const troubles = fieldsOf('part', false).map((field) => [field.name, troubleOf(field, typed)])
    expect(Object.fromEntries(troubles.filter(([, trouble]) => trouble !== null))).toEqual({
      name: 'needed',
      list_price_minor: 'not_money',
      currency: 'too_long',
    })
  })

  it('lets an empty plate travel as nothing, and an empty phone as empty', () => {
    const plate = fieldsOf('equipment', true).find(({ name }) => name === 'plate')
    const phone = fieldsOf('customer', true).find(({ name }) => name === 'phone')
    expect([plate && travels(plate, { plate: ' ' }), phone && travels(phone, { phone: '' })]).toEqual([null, ''])
  })
})

describe('who keeps the files', () => {
  const manager = { roles: ['manager' as const], station_id: 'NB' }
  const head = { roles: ['manager' as const], station_id: null }
  const administrator = { roles: ['administrator' as const], station_id: null }
  it.each([
    [manager, 'customer', 'NB', true],
    [manager, 'customer', 'WZ', false],
    [manager, 'part', null, false],
    [head, 'part', null, true],
    [head, 'person', null, false],
    [administrator, 'person', null, true],
    [{ roles: ['clerk' as const], station_id: 'NB' }, 'customer', 'NB', false],
  ] as const)('%o keeps %s of %s: %s', (who, file, station, may) => {
    expect(mayKeep({ ...who, roles: [...who.roles] }, file, station)).toBe(may)
  })
  it('sets what holds for every station only in the head office', () => {
    expect([maySetForAll(manager), maySetForAll(head)]).toEqual([false, true])
  })
})

describe('a preset as it is typed', () => {
  it.each([
    ['number', 14],
    ['per_cent', 70],
    ['money', 12_000],
    ['currency', 'CNY'],
    ['days', [7, 15, 30]],
    ['goals', { on_time: 90, complaints: 3 }],
    ['policy', [{ evidence: 'meter', photos: 1, obligatory: true }]],
    ['reasons', [{ code: 'other', zh: '其他', en: 'Other' }]],
    ['phrases', { usage: [{ zh: '长途高速', en: 'Long motorway runs' }], done: [] }],
  ] as const)('comes back the same: %s', (kind, value) => {
    expect(presetRead(kind, presetTyped(kind, value as never), value as never)).toEqual(value)
  })

  it.each([
    ['number', '0'],
    ['number', '1.5'],
    ['per_cent', '101'],
    ['currency', 'rmb'],
    ['days', '7 7 30'],
    ['reasons', 'other | 其他'],
  ] as const)('is nothing when its rule could not read it: %s %s', (kind, value) => {
    expect(presetRead(kind, { value }, 0)).toBeNull()
  })
})
