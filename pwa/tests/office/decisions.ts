/** A manager at the desk with one thing to decide, and what was recorded of the decision. */
import { configure, fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, vi } from 'vitest'
import type { Id, Person } from '../../src/rules/wire'
import { outbox } from '../../src/store/db'
import { loadDrafts } from '../../src/store/drafts'
import { goldenJob, goldenVisit, seed } from '../device'
import { asABrowser, holds, row } from '../screens/asked'

/** A busy machine takes longer than a person would wait; a test waits for what must come. */
configure({ asyncUtilTimeout: 8000 })
vi.setConfig({ testTimeout: 30_000 })

export const technician = row<Person>('person')
export const REASON = '理由，留在记录里'

/** Who decides has all that the golden files tell about one job; answers their id. */
export async function deciding(roles: Person['roles'] = ['manager']): Promise<Id> {
  asABrowser()
  const me = await holds(roles)
  await loadDrafts()
  await seed({
    job: [goldenJob()],
    visit: [goldenVisit()],
    part: [row<object>('part')],
    person: [technician, { ...technician, id: me, name: '沈岳', roles }],
  })
  return me
}

export const press = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }))

export const write = async (name: string | RegExp, value: string) =>
  fireEvent.input(await screen.findByRole('textbox', { name }), { target: { value } })

/** The names and bodies of everything that is in the outbox, once there is as much as that. */
export async function recorded(count: number): Promise<[string, unknown][]> {
  await waitFor(async () => expect(await outbox().all()).toHaveLength(count))
  const all = await outbox().all()
  return all.map(({ envelope }) => [envelope.name, JSON.parse(envelope.body)])
}

export const nothingRecorded = async () => expect(await outbox().all()).toHaveLength(0)
