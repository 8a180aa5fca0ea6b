/** A full disk is said where the person stands, and nothing that was typed is lost (law 5). */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { diskFull } from '../../src/screens/visit/saving'
import SwapScreen from '../../src/screens/visit/swap'
import { outbox } from '../../src/store/db'
import { at, onSite, press, recorded, recordedOnce, type } from './on_site'

const REASON = /坏在哪/

beforeEach(() => {
  diskFull.value = false
})
afterEach(() => {
  vi.restoreAllMocks()
  cleanup()
})

test('a swap that finds no room says so and keeps its draft; with room again the same tap saves it', async () => {
  await onSite()
  render(<SwapScreen {...at} />)
  fireEvent.keyDown(await type('件号、名称，或扫一下', '3509-00417'), { key: 'Enter' })
  await type(REASON, '断裂')
  await waitFor(async () => expect(JSON.stringify(await outbox().drafts())).toContain('断裂'))
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  await press('这一组换好了')
  expect((await screen.findByRole('alert')).textContent).toContain('本机满了，刚才的没存进去')
  expect(screen.getByLabelText<HTMLTextAreaElement>(REASON).value).toBe('断裂')
  expect(JSON.stringify(await outbox().drafts())).toContain('断裂')
  expect(await recorded('swap.record')).toEqual([])
  vi.restoreAllMocks()
  await press('这一组换好了')
  expect((await recordedOnce('swap.record')).reason).toBe('断裂')
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})
