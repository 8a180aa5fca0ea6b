/** Saves that overlap: nothing typed is lost or sent twice, and a draft goes in the transaction of its mutation (law 5). */
import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import ListenScreen from '../../src/screens/visit/listen'
import { recordLeftDrafts } from '../../src/screens/visit/section'
import { cache, outbox } from '../../src/store/db'
import { keepDraft, loadDrafts } from '../../src/store/drafts'
import { at, close, leave, onSite, recorded, recordedOnce, type } from './on_site'

afterEach(async () => {
  vi.restoreAllMocks()
  await close()
})
const ACCOUNT = /出了什么事/

const accounts = async () => (await recorded('visit.record_listen')).map(({ changes }) => changes.account)

test('the draft goes in the transaction that keeps its mutation', async () => {
  await onSite()
  const together: boolean[] = []
  const really = IDBObjectStore.prototype.delete
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, key) {
    if (String(key).includes('saving')) together.push(this.transaction.objectStoreNames.contains('envelopes'))
    return really.call(this, key)
  })
  render(<ListenScreen {...at} />)
  leave(await type(ACCOUNT, '漏气'))
  await recordedOnce('visit.record_listen')
  await waitFor(async () => expect(await outbox().drafts()).toEqual([]))
  expect(together).toEqual([true])
})

test('what is typed while a save is under way is a draft of its own and starts from what is being saved', async () => {
  await onSite()
  render(<ListenScreen {...at} />)
  const field = await type(ACCOUNT, '漏气')
  leave(field)
  await type(ACCOUNT, '漏气，有油味')
  await recordedOnce('visit.record_listen')
  await waitFor(async () =>
    expect((await outbox().drafts()).map(({ key, value }) => [key, value])).toEqual([
      ['visit:v:listen', { account: { from: '漏气', to: '漏气，有油味' } }],
    ]),
  )
  expect((screen.getByLabelText(ACCOUNT) as HTMLTextAreaElement).value).toBe('漏气，有油味')
  await close()
  expect(await accounts()).toEqual([
    { from: null, to: '漏气' },
    { from: '漏气', to: '漏气，有油味' },
  ])
})

test('a person who comes back before the save is done goes on from it', async () => {
  await onSite()
  render(<ListenScreen {...at} />)
  await type(ACCOUNT, '漏气')
  cleanup()
  render(<ListenScreen {...at} />)
  await waitFor(() => expect((screen.getByLabelText(ACCOUNT) as HTMLTextAreaElement).value).toBe('漏气'))
  await type(ACCOUNT, '漏气，有油味')
  await close()
  expect(await accounts()).toEqual([
    { from: null, to: '漏气' },
    { from: '漏气', to: '漏气，有油味' },
  ])
})

test('a battery that dies in the middle of a save leaves one edit, from what was first seen to what was typed last', async () => {
  await onSite()
  await keepDraft('visit:v:listen:saving:1', { account: { from: null, to: '漏气' } })
  await keepDraft('visit:v:listen', { account: { from: '漏气', to: '漏气，有油味' } })
  await loadDrafts()
  render(<ListenScreen {...at} />)
  expect(((await screen.findByLabelText(ACCOUNT)) as HTMLTextAreaElement).value).toBe('漏气，有油味')
  await close()
  expect(await accounts()).toEqual([{ from: null, to: '漏气，有油味' }])
  await waitFor(async () => expect(await outbox().drafts()).toEqual([]))
})

test('a save that finds no room takes its draft back, and what was typed meanwhile', async () => {
  await onSite()
  render(<ListenScreen {...at} />)
  const field = await type(ACCOUNT, '漏气')
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })
  leave(field)
  await type(/跑什么路/, '山路')
  expect((await screen.findByRole('alert')).textContent).toContain('本机满了')
  await waitFor(async () =>
    expect((await outbox().drafts()).map(({ key, value }) => [key, value])).toEqual([
      ['visit:v:listen', { account: { from: null, to: '漏气' }, usage: { from: null, to: '山路' } }],
    ]),
  )
  vi.restoreAllMocks()
  await close()
  expect((await recordedOnce('visit.record_listen')).changes).toEqual({
    account: { from: null, to: '漏气' },
    usage: { from: null, to: '山路' },
  })
})

test('what somebody else recorded while it was being typed is not taken for what was seen', async () => {
  await onSite()
  render(<ListenScreen {...at} />)
  await type(ACCOUNT, '漏')
  const visit = await cache().visit.get('v')
  if (visit) await cache().visit.put({ ...visit, listen: { ...visit.listen, account: '别人写的' } })
  await type(ACCOUNT, '漏气')
  await close()
  expect(await accounts()).toEqual([{ from: null, to: '漏气' }])
})

test('drafts that were left behind are recorded once, before the report is shown', async () => {
  await onSite()
  await keepDraft('visit:v:look', { note: { from: null, to: '渗油' } })
  await loadDrafts()
  const visit = await cache().visit.get('v')
  if (visit) await Promise.all([recordLeftDrafts(visit), recordLeftDrafts(visit)])
  expect((await recordedOnce('visit.record_look')).changes).toEqual({ note: { from: null, to: '渗油' } })
  expect(await recorded('visit.record_look')).toHaveLength(1)
  expect(await outbox().drafts()).toEqual([])
})
