/** The PIN on the device: only a slow hash is kept, and wrong tries are counted across reloads. */
import { expect, test } from 'vitest'
import { uuid7 } from '../../src/rules/ids'
import { forgetPin, hasPin, pinWait, setPin, tryPin } from '../../src/store/pin'

const NOW = Date.parse('2026-11-19T05:22:00.000Z')

test('the right PIN is known again, a wrong one is not', async () => {
  const me = uuid7()
  expect(await hasPin(me)).toBe(false)
  await setPin(me, '2580')
  expect(await tryPin(me, '2580', NOW)).toEqual({ right: true })
  expect(await tryPin(me, '2581', NOW)).toEqual({ right: false, wait_s: 0 })
})

test('what is kept is neither the PIN nor the same for two people with one PIN', async () => {
  const stored = async (me: string): Promise<string> => {
    await setPin(me, '2580')
    return new Promise((resolve) => {
      const opening = indexedDB.open(`truckroll-pin-${me}`)
      opening.onsuccess = () => {
        const asking = opening.result.transaction('pins').objectStore('pins').get('pin')
        asking.onsuccess = () => resolve(JSON.stringify([...asking.result.hash]) + JSON.stringify(asking.result))
      }
    })
  }
  const [one, other] = await Promise.all([stored(uuid7()), stored(uuid7())])
  expect(one).not.toContain('2580')
  expect(one).not.toBe(other)
})

test('after three wrong tries it waits, a reload changes nothing, and even the right PIN waits', async () => {
  const me = uuid7()
  await setPin(me, '2580')
  for (const wrong of ['1111', '2222']) expect(await tryPin(me, wrong, NOW)).toEqual({ right: false, wait_s: 0 })
  expect(await tryPin(me, '3333', NOW)).toEqual({ right: false, wait_s: 30 })
  expect(await pinWait(me, NOW + 10_000)).toBe(20)
  expect(await tryPin(me, '2580', NOW + 10_000)).toEqual({ right: false, wait_s: 20 })
  expect(await tryPin(me, '2580', NOW + 30_000)).toEqual({ right: true })
  expect(await tryPin(me, '1111', NOW + 30_000)).toEqual({ right: false, wait_s: 0 })
})

test('tries that come at once are each counted', async () => {
  const me = uuid7()
  await setPin(me, '2580')
  await Promise.all(['1', '2', '3'].map((digit) => tryPin(me, digit.repeat(4), NOW)))
  expect(await pinWait(me, NOW)).toBe(30)
})

test('a forgotten PIN is gone, and a new one can be set', async () => {
  const me = uuid7()
  await setPin(me, '2580')
  await forgetPin(me)
  expect(await hasPin(me)).toBe(false)
})
