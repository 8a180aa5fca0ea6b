/** What is typed is a draft at once, and one mutation with the changed fields when the person moves on. */
import { render, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import ListenScreen from '../../src/screens/visit/listen'
import { outbox } from '../../src/store/db'
import { keepDraft, loadDrafts } from '../../src/store/drafts'
import { at, close, leave, NOTHING_YET, onSite, recorded, recordedOnce, type } from './on_site'

afterEach(close)
const ACCOUNT = /出了什么事/

test('only the changed fields are sent, each with the value that was shown (VIS-1)', async () => {
  await onSite({ listen: { ...NOTHING_YET.listen, account: '漏气', usage: '每天三趟' } })
  render(<ListenScreen {...at} />)
  leave(await type(ACCOUNT, '爬坡后漏气'))
  expect(await recordedOnce('visit.record_listen')).toEqual({
    visit_id: 'v',
    changes: { account: { from: '漏气', to: '爬坡后漏气' } },
  })
})

test('what was typed and taken back is not sent', async () => {
  await onSite({ listen: { ...NOTHING_YET.listen, account: '漏气' } })
  render(<ListenScreen {...at} />)
  await type(ACCOUNT, '漏')
  leave(await type(ACCOUNT, '漏气'))
  await close()
  await waitFor(async () => expect(await outbox().drafts()).toEqual([]))
  expect(await recorded('visit.record_listen')).toEqual([])
})

test('a second change starts from the first one, not from the row before it', async () => {
  await onSite()
  render(<ListenScreen {...at} />)
  leave(await type(ACCOUNT, '漏气'))
  leave(await type(ACCOUNT, '漏气，有油味'))
  await waitFor(async () => expect(await recorded('visit.record_listen')).toHaveLength(2))
  const [, second] = await recorded('visit.record_listen')
  expect(second?.changes.account).toEqual({ from: '漏气', to: '漏气，有油味' })
})

test('every keystroke is on the disk before anything is recorded', async () => {
  await onSite()
  render(<ListenScreen {...at} />)
  await type(ACCOUNT, '爬')
  await waitFor(async () => expect(await outbox().drafts()).toHaveLength(1))
  expect(await recorded('visit.record_listen')).toEqual([])
})

test('a draft survives the end of the app and is recorded when the person leaves the screen', async () => {
  await onSite()
  await keepDraft('visit:v:listen', { account: { from: null, to: '没写完' } })
  await loadDrafts()
  render(<ListenScreen {...at} />)
  expect(((await screen.findByLabelText(ACCOUNT)) as HTMLTextAreaElement).value).toBe('没写完')
  await close()
  expect((await recordedOnce('visit.record_listen')).changes).toEqual({ account: { from: null, to: '没写完' } })
  await waitFor(async () => expect(await outbox().drafts()).toEqual([]))
})

test('the told mileage is a whole number and says nothing about running time', async () => {
  await onSite()
  render(<ListenScreen {...at} />)
  leave(await type('用户说的里程，km', '182 000 km'))
  expect((await recordedOnce('visit.record_listen')).changes).toEqual({ told_km: { from: null, to: 182000 } })
})
