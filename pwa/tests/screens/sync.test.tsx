/** The sync screen lists what is here in plain words, and lets a person decide between two values. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { uuid7 } from '../../src/rules/ids'
import type { Id, Photo, Review } from '../../src/rules/wire'
import Sync from '../../src/screens/sync/sync'
import { readCards } from '../../src/store/card'
import { cache, outbox } from '../../src/store/db'
import { envelope, goldenJob, record, seed } from '../device'
import { asABrowser, holds, row } from './asked'

const taken10 = () => ({
  photo_id: uuid7(),
  bytes: new ArrayBuffer(10),
  sha256: '0'.repeat(64),
  width: 4,
  height: 3,
  type: 'image/jpeg',
})

let me: Id
beforeEach(async () => {
  asABrowser()
  me = await holds()
})
afterEach(cleanup)

test('each unsent item stands there in plain words with its own truth', async () => {
  await record(1)
  await readCards()
  render(<Sync params={{}} />)
  const item = (await screen.findByText('服务结束')).closest('li') as HTMLElement
  expect(within(item).getByRole('status').textContent).toBe('存在本机')
})

test('nothing unsent is said as that, never as a green tick', async () => {
  render(<Sync params={{}} />)
  expect(await screen.findByText('这里没有没发出去的')).toBeTruthy()
})

test('both values of a review are shown, and one tap records the choice', async () => {
  const review = { ...row<Review>('review'), job_id: 'j', row_id: 'j', proposed_by: me, owner_id: me }
  await seed({ review: [review], job: [{ ...goldenJob(), id: 'j' }] })
  render(<Sync params={{}} />)
  expect(await screen.findByText('138 0574 2261')).toBeTruthy()
  expect(screen.getByText('138 0574 2216')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '用我的' }))
  await waitFor(async () => expect(await outbox().all()).toHaveLength(1))
  const [kept] = await outbox().all()
  expect(kept?.envelope.name).toBe('review.settle')
  expect(JSON.parse(kept?.envelope.body ?? '')).toMatchObject({ choice: 'proposed' })
  await waitFor(async () => expect((await cache().review.get(review.id))?.state).toBe('settled'))
})

test('a refused item says why, keeps what was typed, and can be put aside', async () => {
  const sent = envelope('report.approve', 'job:j')
  await outbox().save({ stream: 'main', envelope: sent, subjects: ['j'], photos: [], draft: null })
  const { mutation_id } = sent
  await outbox().settle([{ mutation_id, verdict: 'refused', code: 'not_permitted', detail: null }])
  await readCards()
  render(<Sync params={{}} />)
  expect(await screen.findByText('批准的报告没通过')).toBeTruthy()
  expect(screen.getByText('你的岗位没有这个权限')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '知道了' }))
  await waitFor(async () => expect((await outbox().all())[0]?.dismissed_at).not.toBeNull())
})

test('a sent photo of a job that is another’s now keeps its bytes and says so; one of ours waits for its check (law 12)', async () => {
  const [gone, ours] = [taken10(), taken10()]
  await seed({ photo: [{ ...row<Photo>('photo'), id: ours.photo_id, state: 'expected' }] })
  for (const taken of [gone, ours]) {
    const sent = envelope('photo.attach')
    await outbox().save({ stream: 'main', envelope: sent, subjects: ['j'], photos: [taken], draft: null })
    await outbox().settle([{ mutation_id: sent.mutation_id, verdict: 'applied', code: null, detail: null }])
    await outbox().changeFile(taken.photo_id, { state: 'sent', sent_bytes: 10 })
  }
  await readCards()
  render(<Sync params={{}} />)
  expect(await screen.findAllByText(/发完了。任务已经转给别人/)).toHaveLength(1)
  expect(screen.getByText('照片 1 张')).toBeTruthy()
  expect((await outbox().bytes(gone.photo_id))?.byteLength).toBe(10)
})
