import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { mutate } from '../../src/mutations/mutate'
import { uuid7 } from '../../src/rules/ids'
import { cache, outbox } from '../../src/store/db'
import { holder, mustSignIn } from '../../src/store/holder'
import { NotSignedIn, restoreSession, signIn, signOut, UnsentWork } from '../../src/sync/session'
import { goldenJob, seed } from '../device'
import { json, Server } from './server'

let server: Server
let user_id: string

beforeEach(() => {
  localStorage.clear()
  user_id = uuid7()
  server = new Server()
  server.mishap = (path, answer) => {
    if (path === '/api/auth/sign-out') return Promise.resolve(json(200, {}))
    if (path !== '/api/auth/sign-in') return undefined
    return answer().then(() => {
      const [request] = server.requests.slice(-1)
      const { login, password, device_id } = (request as { body: Record<string, string> }).body
      if (password !== 'right') return json(401, { code: 'wrong_credentials', message: '' })
      server.device_id = device_id as string
      const person = { id: user_id, name: login, roles: ['technician'], station_id: null, language: 'zh' }
      return json(200, { person, user_id, device_id, epoch: 'e1', server_time: new Date().toISOString() })
    })
  }
  server.listen()
})
afterEach(async () => {
  await signOut({ evenUnsent: true }).catch(() => undefined)
  vi.restoreAllMocks()
})

const edit = async () => {
  await seed({ job: [goldenJob()] })
  return mutate('job.edit', { job_id: goldenJob().id, changes: {} })
}
const cutTheLine = () => {
  server.mishap = () => Promise.reject(new TypeError('network'))
}

it('signs in, and goes on without a network after a restart', async () => {
  await signIn('zhou', 'right')
  cutTheLine()
  holder.value = null
  expect(await restoreSession()).toMatchObject({ user_id, login: 'zhou' })
  expect(holder.peek()).toMatchObject({ person: { name: 'zhou' } })
})

it('says why somebody could not sign in', async () => {
  await expect(signIn('zhou', 'wrong')).rejects.toMatchObject({ code: 'wrong_credentials' })
  cutTheLine()
  await expect(signIn('zhou', 'right')).rejects.toThrow(NotSignedIn)
  await expect(signIn('zhou', 'right')).rejects.toMatchObject({ code: 'offline' })
})

it('law 5: signing out with unsent work is refused, and never deletes it', async () => {
  await signIn('zhou', 'right')
  cutTheLine()
  await edit()
  await expect(signOut()).rejects.toThrow(UnsentWork)
  await signOut({ evenUnsent: true })
  expect(holder.value).toBeNull()
  expect(await restoreSession()).toBeNull()
})

it('the same person has the same device and the same outbox again', async () => {
  await signIn('zhou', 'right')
  const first = (await outbox().device())?.device_id
  await signOut()
  await signIn('zhou', 'right')
  expect((await outbox().device())?.device_id).toBe(first)
})

it('law 5: a device that the office wipes loses the records, not the unsent work', async () => {
  await signIn('zhou', 'right')
  await expect.poll(() => server.requests.some(({ path }) => path.endsWith('/pull'))).toBe(true)
  const before = server.mishap
  server.mishap = (path, answer) =>
    path.includes('/sync/')
      ? Promise.resolve(json(403, { code: 'revoked', message: '', mode: 'wipe' }))
      : before(path, answer)
  await edit()
  await expect.poll(() => holder.value, { timeout: 3000 }).toBeNull()
  server.mishap = before
  mustSignIn.value = false
  await signIn('zhou', 'right')
  expect(await cache().job.count()).toBe(0)
  await expect.poll(() => server.inboxes.flatMap((inbox) => inbox.envelopes)).toHaveLength(1)
})
