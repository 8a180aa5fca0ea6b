/** What a part is counted in, in the reader's language. */
import { afterEach, expect, test } from 'vitest'
import { language } from '../../src/parts/words'
import { unitName } from '../../src/screens/part_name'

afterEach(() => {
  language.value = 'zh'
})

test('one piece is not called pieces', () => {
  language.value = 'en'
  expect([1, 2, 0].map((quantity) => unitName({ unit: '件' }, quantity))).toEqual(['pc', 'pcs', 'pcs'])
  expect(unitName({ unit: '套' }, 1)).toBe('set')
  expect(unitName({ unit: '件' })).toBe('pcs')
  language.value = 'zh'
  expect(unitName({ unit: '件' }, 1)).toBe('件')
})

test('a unit that has no translation stays as it is', () => {
  language.value = 'en'
  expect(unitName({ unit: '桶' }, 1)).toBe('桶')
})
