/** The job shows how far the visit is and leads to what is missing next; only the signature is locked (VIS-6). */
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Id, OldPart, Swap, Visit } from '../../src/rules/wire'
import JobScreen from '../../src/screens/job/job'
import { goldenJob, goldenVisit, seed } from '../device'
import { asABrowser, holds, row } from './asked'

let me: Id
beforeEach(async () => {
  asABrowser()
  me = await holds()
})
afterEach(cleanup)

const job = () => ({ ...goldenJob(), id: 'j', technicians: [{ user_id: me, lead: true }] })
const visit = (changes: Partial<Visit> = {}) => ({ ...goldenVisit(), id: 'v', job_id: 'j', ...changes })

test('before the arrival the main button is the arrival and no step leads anywhere', async () => {
  await seed({ job: [job()] })
  render(<JobScreen params={{ id: 'j' }} />)
  expect(await screen.findByRole('button', { name: '我到了' })).toBeTruthy()
  expect(screen.queryByRole('link', { name: /听/ })).toBeNull()
})

test('the main button names the step and what is missing in it', async () => {
  await seed({ job: [job()], visit: [visit()] })
  render(<JobScreen params={{ id: 'j' }} />)
  const next = await screen.findByRole('link', { name: '继续“看”：还差铭牌照片' })
  expect(next.getAttribute('href')).toBe('/job/j/look')
})

test('each mark says its count in words', async () => {
  await seed({ job: [job()], visit: [visit()] })
  render(<JobScreen params={{ id: 'j' }} />)
  expect((await screen.findByRole('link', { name: /^听/ })).textContent).toContain('5 / 5 完成')
})

test('an old part without a tag is a doubt, and keeps the signature locked', async () => {
  const swap = { ...row<Swap>('swap'), id: 's', visit_id: 'v', job_id: 'j', old_part_id: 'o' }
  const oldPart = { ...row<OldPart>('old_part'), id: 'o', visit_id: 'v', tag: null }
  await seed({ job: [job()], visit: [visit()], swap: [swap], old_part: [oldPart] })
  render(<JobScreen params={{ id: 'j' }} />)
  expect(await screen.findByText('1 件已换，旧件未挂标签')).toBeTruthy()
  expect(screen.getByRole('link', { name: /签字/ }).textContent).toMatch(/还差：.*旧件/)
})

test('a job that is not on the device says so and says that nothing is lost (JOB-7)', async () => {
  render(<JobScreen params={{ id: 'gone' }} />)
  expect(await screen.findByText('这张单子不在这台设备上')).toBeTruthy()
})
