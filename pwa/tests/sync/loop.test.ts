import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { outbox } from '../../src/store/db'
import { holder, rememberHolder } from '../../src/store/holder'
import { startSync, stopSync, syncNow } from '../../src/sync/loop'
import { link } from '../../src/sync/status'
import { newDevice, record } from '../device'
import { Server } from './server'

let server: Server
const revoked = vi.fn(async () => undefined)

beforeEach(async () => {
  const user_id = await newDevice()
  const person = { id: user_id, name: 'Zhou', roles: [], station_id: null, language: 'zh' }
  rememberHolder({ user_id, login: 'zhou', device_id: user_id, person })
  server = new Server()
  server.listen()
})
afterEach(() => {
  stopSync()
  holder.value = null
})

const pulls = () => server.requests.filter(({ path }) => path.endsWith('/pull')).length

it('a change is sent at once, in one round', async () => {
  startSync(revoked)
  await syncNow()
  await expect.poll(() => link.value.state).toBe('online')
  const before = pulls()
  await record(1)
  await expect.poll(() => server.applied).toHaveLength(1)
  await expect.poll(() => link.value.state).toBe('online')
  expect(pulls()).toBe(before + 1)
})

it('sends when the line comes back, whatever the browser believes of it', async () => {
  server.mishap = () => Promise.reject(new TypeError('network'))
  startSync(revoked)
  await record(1)
  await expect.poll(() => link.value.state).toBe('offline')
  server.mishap = () => undefined
  window.dispatchEvent(new Event('online'))
  await expect.poll(() => server.applied).toHaveLength(1)
})

it('what is urgent goes before a backlog', async () => {
  await record(3)
  const [urgent] = await record(1, 'urgent')
  await syncNow()
  expect(server.applied[0]).toBe(urgent?.mutation_id)
  expect(await outbox().unacked('main', 9)).toEqual([])
})

it('VIS-9: what is urgent does not wait for what hangs on the line', async () => {
  await record(3)
  let hangs = true
  const through = globalThis.fetch
  const hung = vi.fn()
  globalThis.fetch = ((path: string, init: RequestInit) => {
    if (!hangs) return through(path, init)
    hung()
    return new Promise((_, refuse) => init.signal?.addEventListener('abort', () => refuse(new TypeError('aborted'))))
  }) as typeof fetch
  startSync(async () => undefined)
  await expect.poll(() => hung.mock.calls.length).toBe(1)
  hangs = false
  const [urgent] = await record(1, 'urgent')
  await expect.poll(() => server.applied[0]).toBe(urgent?.mutation_id)
  await expect.poll(() => server.applied).toHaveLength(4)
})

it('a tab whose person was replaced in another tab asks the server nothing', async () => {
  await record(1)
  localStorage.setItem('truckroll.holder', 'somebody-else')
  await syncNow()
  expect(server.requests).toEqual([])
})
