// @vitest-environment node
import { expect, it, vi } from 'vitest'
import { type Message, openJob, showMessage } from '../../src/worker/messages'

const message: Message = {
  id: 'm1',
  title: { zh: '新任务', en: 'New job' },
  body: { zh: 'NB-1', en: 'NB-1' },
  path: '/job/1',
}

it('shows a message once, in the person’s language', async () => {
  const showNotification = vi.fn(async () => undefined)
  vi.stubGlobal('navigator', { language: 'zh-CN' })
  await showMessage({ showNotification } as never, { json: () => message })
  const how = { body: 'NB-1', tag: 'm1', lang: 'zh', data: { path: '/job/1' } }
  expect(showNotification).toHaveBeenCalledWith('新任务', how)
  vi.stubGlobal('navigator', { language: 'en-GB' })
  await showMessage({ showNotification } as never, { json: () => message })
  expect(showNotification).toHaveBeenLastCalledWith('New job', { ...how, lang: 'en' })
  vi.unstubAllGlobals()
})

it('a tap opens the job in the window that is open, or in a new one', async () => {
  const window = { focus: vi.fn(), navigate: vi.fn() }
  const openWindow = vi.fn()
  await openJob({ matchAll: async () => [window], openWindow } as never, { path: '/job/1' })
  expect(window.navigate).toHaveBeenCalledWith('/job/1')
  expect(openWindow).not.toHaveBeenCalled()
  await openJob({ matchAll: async () => [], openWindow } as never, { path: '/job/1' })
  expect(openWindow).toHaveBeenCalledWith('/job/1')
})
