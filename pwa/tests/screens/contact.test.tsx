/** Whoever finds a wrong number corrects it on site; what it replaces is named, so two corrections can meet (JOB-2). */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import Contact from '../../src/screens/job/contact'
import JobScreen from '../../src/screens/job/job'
import { cache, outbox } from '../../src/store/db'
import { loadDrafts } from '../../src/store/drafts'
import { goldenJob, seed } from '../device'
import { asABrowser, holds } from './asked'

const job = goldenJob()
beforeEach(async () => {
  asABrowser()
  await holds()
  await loadDrafts()
})
afterEach(cleanup)

test('a corrected number names the one that it replaces, and the job shows it at once', async () => {
  await seed({ job: [job] })
  render(<Contact params={{ id: job.id }} />)
  fireEvent.input(await screen.findByRole('textbox', { name: '联系电话' }), { target: { value: '138 0574 2299' } })
  fireEvent.click(screen.getByRole('button', { name: '存下' }))
  await waitFor(async () => expect(await outbox().all()).toHaveLength(1))
  const [kept] = await outbox().all()
  expect(JSON.parse(kept?.envelope.body ?? '{}')).toEqual({
    job_id: job.id,
    changes: { phone: { from: job.phone, to: '138 0574 2299' } },
  })
  await waitFor(async () => expect((await cache().job.get(job.id))?.phone).toBe('138 0574 2299'))
})

test('what is typed is there again after the screen was closed', async () => {
  await seed({ job: [job] })
  render(<Contact params={{ id: job.id }} />)
  fireEvent.input(await screen.findByRole('textbox', { name: '联系人' }), { target: { value: '陈国' } })
  cleanup()
  render(<Contact params={{ id: job.id }} />)
  expect(((await screen.findByRole('textbox', { name: '联系人' })) as HTMLInputElement).value).toBe('陈国')
})

test('the job says whom to reach and leads to the correction', async () => {
  await seed({ job: [job] })
  render(<JobScreen params={{ id: job.id }} />)
  expect((await screen.findByRole('link', { name: job.phone as string })).getAttribute('href')).toMatch(/^tel:\d+$/)
  expect(screen.getByRole('link', { name: '改联系人' }).getAttribute('href')).toBe(`/job/${job.id}/contact`)
})
