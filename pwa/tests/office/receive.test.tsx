import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Bodies, OldPart } from '../../src/rules/wire'
import ReceiveScreen from '../../src/screens/office/receive'
import { holderId, outbox } from '../../src/store/db'
import { loadDrafts } from '../../src/store/drafts'
import { newDevice, seed } from '../device'
import { golden } from '../golden'

const part = golden<{ row: OldPart }>('rows/old_part.json').row

beforeEach(async () => {
  localStorage.clear()
  await newDevice()
  await loadDrafts()
  await seed({ old_part: [part] })
  render(<ReceiveScreen />)
})
afterEach(cleanup)

const box = () => screen.getByRole('textbox', { name: '扫标签，或者输编号' })
const scan = (text: string) => {
  fireEvent.input(box(), { target: { value: text } })
  fireEvent.keyDown(box(), { key: 'Enter' })
}
const saved = async () => {
  const [kept] = await waitFor(async () => {
    const all = await outbox().all()
    expect(all).toHaveLength(1)
    return all
  })
  return JSON.parse(kept?.envelope.body ?? '{}') as Bodies['old_part.receive']
}

test('the scan box has the focus from the start', () => {
  expect(document.activeElement).toBe(box())
})

test('a wrong check digit leaves the text in the box and says to look again (OLD-1)', () => {
  scan('7K4-M92-8')
  expect((box() as HTMLInputElement).value).toBe('7K4-M92-8')
  expect(screen.getByText('末位不对，再看一眼标签')).toBeTruthy()
})

test('a scanned part that is expected shows its serial and is received with one press (OLD-3)', async () => {
  scan('7k4-m92-g')
  fireEvent.click(await screen.findByRole('button', { name: '和现场一样' }))
  expect(await screen.findByText('一致')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '收下' }))
  expect(await saved()).toMatchObject({
    old_part_id: part.id,
    tag: '7K4M92G',
    condition: 'as_described',
    mismatch: 'none',
    serial_seen: 'AC2103-7719',
  })
})

test('another serial is recorded as seen, and as a mismatch (OLD-3)', async () => {
  scan('7K4M92G')
  fireEvent.input(await screen.findByRole('textbox', { name: '手上这件的编号' }), { target: { value: 'AC2103-7791' } })
  fireEvent.click(screen.getByRole('button', { name: '收下' }))
  expect(await saved()).toMatchObject({ mismatch: 'wrong_serial', serial_seen: 'AC2103-7791' })
})

test('the serial may be scanned instead of typed while the part is in hand', async () => {
  scan('7K4M92G')
  await screen.findByRole('button', { name: '和现场一样' })
  scan('ac2103 7719')
  expect(await screen.findByText('一致')).toBeTruthy()
})

test('a tag that nobody expects is kept all the same, to be matched later (OLD-3)', async () => {
  scan('2QD88VE')
  expect(await screen.findByText('没在等这一件')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '收下' }))
  expect(await saved()).toMatchObject({ old_part_id: null, tag: '2QD88VE' })
})

test('an arrival that was matched later shows as the part that it turned out to be (OLD-3)', async () => {
  const came = { received_at: new Date().toISOString(), received_by: holderId() }
  await seed({
    old_part: [
      { ...part, ...came, state: 'received' },
      { ...part, ...came, id: 'arrival', state: 'matched', expected: false, part_name: null },
    ],
  })
  expect(await screen.findByText('收了 1 件')).toBeTruthy()
  scan('7K4M92G')
  expect(await screen.findByText('空压机总成，在手上')).toBeTruthy()
})

test('a part without a tag says so', async () => {
  fireEvent.click(screen.getByRole('button', { name: '没有标签的旧件' }))
  fireEvent.click(await screen.findByRole('button', { name: '收下' }))
  expect(await saved()).toMatchObject({ old_part_id: null, tag: null, mismatch: 'no_tag' })
})

test('what is wrong is named before the part is received as it is', async () => {
  scan('7K4M92G')
  fireEvent.click(await screen.findByRole('button', { name: '有不对' }))
  fireEvent.click(screen.getByRole('button', { name: '数量少' }))
  fireEvent.input(screen.getByRole('textbox', { name: '备注，照实写' }), { target: { value: '少一个垫片' } })
  fireEvent.click(screen.getByRole('button', { name: '收下' }))
  expect(await saved()).toMatchObject({ mismatch: 'quantity_short', note: '少一个垫片' })
})

test('a received part is in the list, and the scan box has the focus again', async () => {
  scan('7K4M92G')
  await screen.findByRole('button', { name: '和现场一样' })
  fireEvent.click(screen.getByRole('button', { name: '收下' }))
  expect(await screen.findByText('收了 1 件')).toBeTruthy()
  expect(document.activeElement).toBe(box())
})

test('the part in hand is still there after a reload', async () => {
  scan('7K4M92G')
  await screen.findByRole('button', { name: '和现场一样' })
  cleanup()
  await loadDrafts()
  render(<ReceiveScreen />)
  expect(await screen.findByRole('button', { name: '和现场一样' })).toBeTruthy()
})
