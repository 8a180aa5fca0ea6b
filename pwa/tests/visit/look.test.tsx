/** Look: told and read are kept apart, a doubt never blocks, the papers say what the warranty is (VIS-2, WARR-1). */
import { render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { isFree } from '../../src/rules/payment'
import { warrantyFinding } from '../../src/rules/warranty'
import type { Equipment } from '../../src/rules/wire'
import LookScreen from '../../src/screens/visit/look'
import { row } from '../screens/asked'
import { at, close, leave, NOTHING_YET, onSite, press, recordedOnce, type } from './on_site'

afterEach(close)

test('a difference between told and read is shown, and both stay', async () => {
  await onSite({ listen: { ...NOTHING_YET.listen, told_km: 182000 } })
  render(<LookScreen {...at} />)
  leave(await type('看到的里程，km', '186430'))
  expect(await screen.findByText(/比说的多 4\s430 km/)).toBeTruthy()
  expect(screen.getByText(/182\s000/)).toBeTruthy()
})

test('a meter that shows less than last time is a doubt, and is recorded as it was read', async () => {
  await onSite()
  render(<LookScreen {...at} />)
  leave(await type('看到的里程，km', '171000'))
  expect(await screen.findByText(/比上次少（171\s905）。就按这个记？/)).toBeTruthy()
  const { changes } = await recordedOnce('visit.record_look')
  expect(changes.read_km).toEqual({ from: null, to: 171000 })
})

test('the papers answer the warranty until the technician decides (WARR-2)', async () => {
  await onSite()
  render(<LookScreen {...at} />)
  leave(await type('看到的里程，km', '200001'))
  await waitFor(() => expect(screen.getByText('不在三包期')).toBeTruthy())
  expect((await recordedOnce('visit.record_look')).changes.in_warranty).toEqual({ from: null, to: 'no' })
})

test('a finding against the papers is asked for its reason and recorded all the same (WARR-2)', async () => {
  await onSite()
  render(<LookScreen {...at} />)
  await press('不在')
  expect(await screen.findByText(/和台账算的不一样/)).toBeTruthy()
  await close()
  expect((await recordedOnce('visit.record_look')).changes.in_warranty).toEqual({ from: null, to: 'no' })
})

describe('the warranty by the papers (WARR-1)', () => {
  const papers = (changes: Partial<Equipment>): Equipment => ({
    ...row<Equipment>('equipment'),
    warranty_until: '2028-03-18',
    warranty_km: 200000,
    ...changes,
  })
  test.each([
    ['within both limits', papers({}), 186430, '2026-11-19', 'yes', 13570],
    ['on the last day', papers({}), null, '2028-03-18', 'yes', null],
    ['a day after', papers({}), 100, '2028-03-19', 'no', 199900],
    ['over the kilometres', papers({}), 200001, '2026-11-19', 'no', -1],
    ['no day in the papers', papers({ warranty_until: null }), 1, '2026-11-19', 'yes', 199999],
    ['no papers', papers({ warranty_until: null, warranty_km: null }), 1, '2026-11-19', 'unknown', null],
    ['no unit', null, 1, '2026-11-19', 'unknown', null],
  ] as const)('%s', (_, equipment, read_km, today, in_warranty, km_left) => {
    expect(warrantyFinding(equipment, read_km, today)).toMatchObject({ in_warranty, km_left })
  })

  test('misuse is not free, even in warranty (WARR-2)', () => {
    const look = { ...NOTHING_YET.look, in_warranty: 'yes' as const }
    expect(isFree({ look, handle: { ...NOTHING_YET.handle, responsibility: 'user' } })).toBe(false)
    expect(isFree({ look, handle: { ...NOTHING_YET.handle, responsibility: 'supplier' } })).toBe(true)
  })
})
