import fc from 'fast-check'
import { expect, test } from 'vitest'
import { metresBetween } from '../../src/rules/distance'

const place = fc.record({
  lat_e7: fc.integer({ min: -900_000_000, max: 900_000_000 }),
  lon_e7: fc.integer({ min: -1_800_000_000, max: 1_800_000_000 }),
})

test('a distance is whole metres, as long back as forth, and never beyond half the globe', () => {
  fc.assert(
    fc.property(place, place, (from, to) => {
      const metres = metresBetween(from, to)
      expect(Number.isInteger(metres)).toBe(true)
      expect(metres).toBe(metresBetween(to, from))
      expect(metres).toBeGreaterThanOrEqual(0)
      expect(metres).toBeLessThanOrEqual(20_015_087)
    }),
  )
})

test('Ningbo to Hangzhou is about 142 km, and a place is no way from itself', () => {
  const ningbo = { lat_e7: 298_683_000, lon_e7: 1_215_440_000 }
  const hangzhou = { lat_e7: 302_741_000, lon_e7: 1_201_551_000 }
  expect(Math.round(metresBetween(ningbo, hangzhou) / 1000)).toBe(141)
  expect(metresBetween(ningbo, ningbo)).toBe(0)
})
