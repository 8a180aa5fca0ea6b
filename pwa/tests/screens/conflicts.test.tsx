/** Two values of one field: both in plain words, one tap keeps either, a third can be written, nobody discards their own. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mayChoose } from '../../src/rules/reviews'
import type { Id, Json, Person, Review } from '../../src/rules/wire'
import { codesOf, fieldOf, kindOf, shown } from '../../src/screens/conflicts/fields'
import Inbox from '../../src/screens/conflicts/inbox'
import { cache, outbox } from '../../src/store/db'
import { loadDrafts } from '../../src/store/drafts'
import { goldenJob, goldenVisit, seed } from '../device'
import { golden } from '../golden'
import { asABrowser, holds, row } from './asked'

let me: Id
const review = row<Review>('review')
const about = (change: Partial<Review>): Review => ({ ...review, owner_id: me, job_id: goldenJob().id, ...change })

beforeEach(async () => {
  asABrowser()
  me = await holds()
  await loadDrafts()
})
afterEach(cleanup)

const settled = async () => {
  await waitFor(async () => expect(await outbox().all()).toHaveLength(1))
  return JSON.parse((await outbox().all())[0]?.envelope.body ?? '{}')
}
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))

test('the one who decides keeps the other value with one tap, and the job shows it at once', async () => {
  await seed({ review: [about({ proposed_by: 'b', in_force_by: me, row_id: goldenJob().id })], job: [goldenJob()] })
  render(<Inbox params={{}} />)
  await press('用另一个人的')
  expect(await settled()).toEqual({ review_id: review.id, choice: 'proposed', value: null })
  await waitFor(async () => expect((await cache().job.get(goldenJob().id))?.phone).toBe('138 0574 2216'))
})

test('neither is right: a third is written and holds at once', async () => {
  await seed({ review: [about({ row_id: goldenJob().id })], job: [goldenJob()] })
  render(<Inbox params={{}} />)
  await press('都不对，写一个')
  fireEvent.input(await screen.findByRole('textbox', { name: '应该是' }), { target: { value: '138 0574 0000' } })
  await press('用写的这个')
  expect(await settled()).toEqual({ review_id: review.id, choice: 'other', value: '138 0574 0000' })
  await waitFor(async () => expect((await cache().job.get(goldenJob().id))?.phone).toBe('138 0574 0000'))
})

test('a reading is typed as a number, and a judgement is chosen, never typed as a code', async () => {
  const visit = goldenVisit()
  const look = { table: 'visit', section: 'look', row_id: visit.id }
  await seed({
    visit: [visit],
    review: [
      about({ ...look, id: 'r1', field: 'read_km', in_force: 186430, proposed: 186500 }),
      about({ ...look, id: 'r2', field: 'in_warranty', in_force: 'yes', proposed: 'unknown' }),
    ],
  })
  render(<Inbox params={{}} />)
  expect(await screen.findByText('186 430 km')).toBeTruthy()
  expect(screen.getByText('看不出')).toBeTruthy()
  const [, second] = await screen.findAllByRole('button', { name: '都不对，写一个' })
  fireEvent.click(second as HTMLElement)
  fireEvent.click(await screen.findByRole('radio', { name: '不是' }))
  await press('用写的这个')
  expect(await settled()).toEqual({ review_id: 'r2', choice: 'other', value: 'no' })
  await waitFor(async () => expect((await cache().visit.get(visit.id))?.look.in_warranty).toBe('no'))
})

test('who proposed and does not decide is told who does, and is asked to discard nothing', async () => {
  const owner = { ...golden<{ row: Person }>('rows/person.json').row, id: 'xu', name: '许宁' }
  await seed({ person: [owner], review: [about({ owner_id: 'xu', proposed_by: me })] })
  render(<Inbox params={{}} />)
  expect(await screen.findByText('许宁来定。两个都留着，不耽误别的。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '用我的' })).toBeNull()
  expect(document.body.textContent).not.toMatch(/删|丢弃|放弃|撤/)
})

describe('who may choose (the mirror of the server’s rule)', () => {
  const of = { owner_id: 'owner', proposed_by: 'proposer', station_id: 'nb' }
  test.each([
    ['the owner chooses anything', 'owner', [], null, 3],
    ['a manager of the station chooses anything', 'm', ['manager'], 'nb', 3],
    ['a manager of the head office chooses anything', 'm', ['manager'], null, 3],
    ['a manager of another station chooses nothing', 'm', ['manager'], 'hz', 0],
    ['who proposed may agree', 'proposer', ['technician'], 'nb', 1],
    ['a dispatcher who is no side chooses nothing', 'd', ['dispatcher'], 'nb', 0],
  ] as const)('%s', (_, id, roles, station_id, count) => {
    expect(mayChoose(of, { id, roles, station_id })).toHaveLength(count)
  })
})

test('every field that can be disputed has a name, a kind and values in plain words', () => {
  const visit = goldenVisit()
  const job = goldenJob()
  const editable = Object.keys(golden<{ body: { changes: object } }>('mutations/job.edit.json').body.changes)
  const fields: [string, Json][] = [
    ...editable.map((field): [string, Json] => [field, (job as unknown as Record<string, Json>)[field] ?? null]),
    ...(['listen', 'look', 'check', 'handle'] as const).flatMap(
      (section) => Object.entries(visit[section]) as [string, Json][],
    ),
  ]
  for (const [field, value] of fields) {
    expect(fieldOf(field), field).not.toBe('一处记录')
    const said = shown(field, value, new Map())
    expect(said, field).not.toMatch(/^[a-z_]+$|[0-9a-f]{8}-|\{|T\d\d:/)
    if (kindOf(field, [value]) === 'code') {
      const codes = codesOf(field).map((one) => one.value)
      expect(codes, field).toContain(value ?? codes[0])
    }
  }
})
