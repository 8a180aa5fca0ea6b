/** Check: the fault is found in the catalogue without signal, by code or by name (VIS-3). */
import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import type { Fault } from '../../src/rules/wire'
import CheckScreen from '../../src/screens/visit/check'
import { findFaults } from '../../src/store/visits'
import { seed } from '../device'
import { row } from '../screens/asked'
import { at, close, leave, onSite, recordedOnce, type } from './on_site'

afterEach(close)

const fault = (id: string, code: string, name: string, name_en: string): Fault => ({
  ...row<Fault>('fault'),
  id,
  code,
  name,
  name_en,
})
const CATALOGUE = [
  fault('belt', '3509-08', '空压机皮带打滑', 'Compressor belt slipping'),
  fault('dryer', '3511-02', '干燥罐堵塞', 'Air dryer blocked'),
]

test('a code finds its fault with and without the dash, a name from its start or its middle', async () => {
  await onSite()
  await seed({ fault: CATALOGUE })
  const found = async (typed: string) => (await findFaults(typed, null)).map(({ id }) => id)
  expect(await found('3511')).toEqual(['dryer'])
  expect(await found('351102')).toEqual(['dryer'])
  expect((await found('空压机')).at(-1)).toBe('belt')
  expect(await found('堵')).toEqual(['dryer'])
  expect(await found('DRYER')).toEqual(['dryer'])
  expect(await found('轮胎')).toEqual([])
})

test('a scanned or typed code and Enter pick the fault', async () => {
  await onSite()
  await seed({ fault: CATALOGUE })
  render(<CheckScreen {...at} />)
  const field = await type('故障代码或名称', '3511-02')
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(1))
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(await screen.findByRole('button', { name: '换一个' })).toBeTruthy()
  await close()
  expect((await recordedOnce('visit.record_check')).changes.fault_id).toEqual({ from: null, to: 'dryer' })
})

test('what is not in the catalogue is written in own words', async () => {
  await onSite()
  render(<CheckScreen {...at} />)
  await type('故障代码或名称', '轮胎')
  expect(await screen.findByText(/目录里没有/)).toBeTruthy()
  leave(await type(/目录里没有，或要补充/, '内胎老化'))
  expect((await recordedOnce('visit.record_check')).changes).toEqual({ cause: { from: null, to: '内胎老化' } })
})
