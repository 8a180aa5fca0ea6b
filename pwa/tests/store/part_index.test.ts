/** A search of parts: the same answers from the database and from memory, and never older than the catalogue. */
import { beforeEach, expect, test } from 'vitest'
import type { Part } from '../../src/rules/wire'
import { cache } from '../../src/store/db'
import { findParts } from '../../src/store/find_parts'
import { indexParts, partsIndexed, searchParts } from '../../src/store/part_index'
import { newDevice } from '../device'
import { golden } from '../golden'

const part = golden<{ row: Part }>('rows/part.json').row
const of = (n: number, more: Partial<Part> = {}): Part => ({
  ...part,
  id: `part-${n}`,
  part_no: `${String(n).padStart(4, '0')}-00417`,
  name: `水泵 ${n}`,
  name_en: `Water pump ${n}`,
  ...more,
})
const numbers = (parts: readonly Part[]) => parts.map(({ part_no }) => part_no)
const rest = Array.from({ length: 1500 }, (_, n) => of(n + 1000))
const named = [
  of(1, { part_no: '3509-1', name: '空压机总成', name_en: 'Air compressor' }),
  of(2, { part_no: '7711-2', name: '3509 修理包', name_en: 'Repair kit' }),
  of(3, { part_no: '8811-3', name: '修理包 3509', name_en: 'Kit for 3509' }),
]

beforeEach(async () => {
  await newDevice()
})
const stored = async (parts: readonly Part[]) => void (await cache().part.bulkPut([...parts]))
const indexed = async (change: () => Promise<unknown>) => {
  const before = partsIndexed.peek()
  const again = new Promise<void>((done) => {
    const stop = partsIndexed.subscribe((now) => {
      if (now > before) {
        queueMicrotask(() => stop())
        done()
      }
    })
  })
  await change()
  await again
}

test.each([
  ['a short catalogue, in the database', () => stored(named)],
  ['a long one, in memory', async () => stored([...rest, ...named]).then(indexParts)],
])('the number counts before the name, its beginning before its inside: %s', async (_, prepare) => {
  await prepare()
  expect(numbers(await searchParts('3509', 9))).toEqual(['3509-1', '7711-2', '8811-3'])
  expect(numbers(await searchParts('35091', 9))).toEqual(['3509-1'])
  expect(numbers(await searchParts('COMPRESSOR', 9))).toEqual(['3509-1'])
  expect(await searchParts('没有这个', 9)).toEqual([])
  expect(await searchParts('  ', 9)).toEqual([])
})

test('before the index is ready a long catalogue answers with what begins so', async () => {
  await stored([...rest, ...named])
  expect(numbers(await searchParts('3509', 9))).toEqual(['3509-1', '7711-2'])
  await indexed(() => Promise.resolve())
  expect(await searchParts('3509', 9)).toHaveLength(3)
})

test('no more than asked for are answered, those in the van before all others', async () => {
  await stored([...rest, ...named])
  await indexParts()
  expect(numbers(await searchParts('水泵', 3))).toEqual(['1000-00417', '1001-00417', '1002-00417'])
  const before = new Set(['part-2400'])
  expect(numbers(await searchParts('水泵', 3, before))[0]).toBe('2400-00417')
})

test('a part that comes with the next sync is found, and another person’s catalogue is not', async () => {
  await stored([...rest, ...named])
  await indexParts()
  await indexed(() => stored([of(9, { part_no: '9999-9', name: '新来的件' })]))
  expect(numbers(await searchParts('新来的', 9))).toEqual(['9999-9'])
  await newDevice()
  expect(await searchParts('新来的', 9)).toEqual([])
})

test('nothing typed: the likely parts first', async () => {
  await stored(named)
  expect((await findParts('', ['part-2'])).map(({ part: { id } }) => id)).toEqual(['part-2'])
})
