/** A section's checklist: branches open in place, one tap says what is normal, numbers are doubted and never refused. */
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import type { Checklist, ChecklistItem } from '../../src/rules/wire'
import CheckScreen from '../../src/screens/visit/check'
import ListenScreen from '../../src/screens/visit/listen'
import LookScreen from '../../src/screens/visit/look'
import { cache } from '../../src/store/db'
import { seed } from '../device'
import { row } from '../screens/asked'
import { at, close, leave, NOTHING_YET, onSite, press, recorded, recordedOnce, type } from './on_site'

afterEach(close)

const checklist = (changes: Partial<Checklist> = {}): Checklist => ({
  ...row<Checklist>('checklist'),
  id: 'c',
  set_at: '2026-01-01T00:00:00.000Z',
  ...changes,
})
const item = (id: string, changes: Partial<ChecklistItem>): ChecklistItem => ({
  ...(row<Checklist>('checklist').items[0] as ChecklistItem),
  id,
  label: id,
  normal: null,
  ...changes,
})

async function onSiteWith(one: Checklist = checklist()): Promise<void> {
  await onSite()
  await seed({ checklist: [one] })
}

test('a branch opens when its condition holds, and closes with it', async () => {
  await onSiteWith()
  render(<CheckScreen {...at} />)
  const leak = await screen.findByRole('group', { name: '管路漏气' })
  expect(screen.queryByRole('group', { name: '漏在哪里' })).toBeNull()
  fireEvent.click(within(leak).getByRole('button', { name: '是' }))
  expect(await screen.findByRole('group', { name: '漏在哪里' })).toBeTruthy()
  fireEvent.click(within(leak).getByRole('button', { name: '否' }))
  await waitFor(() => expect(screen.queryByRole('group', { name: '漏在哪里' })).toBeNull())
})

test('one tap records every normal answer, each by its name', async () => {
  await onSiteWith()
  render(<CheckScreen {...at} />)
  await press('其余 1 项都正常')
  expect(await recordedOnce('visit.answer')).toEqual({
    visit_id: 'v',
    checklist_id: 'c',
    changes: { leak: { from: null, to: false } },
  })
  await waitFor(() => expect(screen.queryByRole('button', { name: /正常/ })).toBeNull())
})

test('a number with decimals is kept as a whole number, and a doubt about it says the limit', async () => {
  await onSiteWith()
  render(<CheckScreen {...at} />)
  leave(await type('储气筒压力 (bar)', '6.9'))
  expect(await screen.findByText('比常见的少（7.5 bar 起）。就按这个记？')).toBeTruthy()
  expect((await recordedOnce('visit.answer')).changes).toEqual({ pressure: { from: null, to: 69 } })
})

test('the first answer binds the version that was asked; a newer one changes nothing here', async () => {
  await onSiteWith()
  render(<CheckScreen {...at} />)
  await press('其余 1 项都正常')
  await recordedOnce('visit.answer')
  await seed({ checklist: [checklist({ id: 'd', version: 2, name: '新版检查' })] })
  await waitFor(async () => expect((await cache().visit_checklist.get('v'))?.check.checklist_id).toBe('c'))
  expect(screen.queryByText('新版检查')).toBeNull()
  expect(screen.getByRole('heading', { name: '客车检查' })).toBeTruthy()
})

test('a choice of many stands in keys, text in a field, and what is needed says so', async () => {
  const many = ['red', 'green', 'blue', 'black'].map((value) => ({ value, label: value, label_en: value }))
  const items = [
    item('颜色', { kind: 'choice', options: many, required: true }),
    item('说明', { kind: 'text', required: true }),
    item('照片', { kind: 'photo', required: false }),
  ]
  await onSiteWith(checklist({ section: 'listen', items }))
  render(<ListenScreen {...at} />)
  const asked = await screen.findByRole('region', { name: '客车检查' })
  expect(within(asked).getAllByRole('radio')).toHaveLength(4)
  expect(within(asked).getAllByText('签字前要填')).toHaveLength(2)
  fireEvent.click(within(asked).getByRole('radio', { name: 'blue' }))
  leave(await type('说明', '左边'))
  await close()
  const all = await recorded('visit.answer')
  expect(Object.assign({}, ...all.map(({ changes }) => changes))).toEqual({
    颜色: { from: null, to: 'blue' },
    说明: { from: null, to: '左边' },
  })
})

test('what was opened is asked about tampering, in place (VIS-2)', async () => {
  await onSite({ look: { ...NOTHING_YET.look } })
  render(<LookScreen {...at} />)
  await press('拆动过')
  fireEvent.click(await screen.findByRole('button', { name: '有改动' }))
  expect(screen.getByText('拍下改动的地方，或在下面写一句')).toBeTruthy()
  await close()
  expect((await recordedOnce('visit.record_look')).changes).toMatchObject({
    opened_before: { from: null, to: 'yes' },
    tampering: { from: null, to: 'yes' },
  })
})

test('a reading far above the last one is a doubt, and is recorded as it was read (VIS-2)', async () => {
  await onSite()
  render(<LookScreen {...at} />)
  leave(await type('看到的里程，km', '900000'))
  expect(await screen.findByText(/比上次多出很多（上次 171\s905）。就按这个记？/)).toBeTruthy()
  expect((await recordedOnce('visit.record_look')).changes.read_km).toEqual({ from: null, to: 900000 })
})

test('a quick phrase is said with one tap and joins what is written (VIS-1)', async () => {
  await onSite()
  render(<ListenScreen {...at} />)
  await press('山路重载')
  await press('工地，粉尘大')
  await close()
  expect((await recordedOnce('visit.record_listen')).changes).toEqual({
    usage: { from: null, to: '山路重载。工地，粉尘大' },
  })
})
