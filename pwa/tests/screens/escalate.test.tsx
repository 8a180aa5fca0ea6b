/** A major problem in few taps; the manager answers; the technician sees who has it and what was said (VIS-9, VIS-13). */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Acknowledgement, Escalation, Id, Incident, SiteNotice, VoiceNote } from '../../src/rules/wire'
import { EscalationCase } from '../../src/screens/escalate/case'
import Escalate from '../../src/screens/escalate/escalate'
import { RaisedOnJob } from '../../src/screens/escalate/on_job'
import { IncidentCase } from '../../src/screens/safety/case'
import Report from '../../src/screens/safety/report'
import Listen from '../../src/screens/visit/listen'
import { readCards } from '../../src/store/card'
import { outbox } from '../../src/store/db'
import { loadDrafts } from '../../src/store/drafts'
import { goldenJob, goldenVisit, seed } from '../device'
import { asABrowser, holds, row } from './asked'

let me: Id
const job = goldenJob()
const open = goldenVisit()
const visit = { ...open, state: 'under_way', ended_at: null } as const
const escalation = row<Escalation>('escalation')
const incident = row<Incident>('incident')
const notice = { ...row<SiteNotice>('site_notice'), agreement_until: '2099-12-31' }

beforeEach(async () => {
  asABrowser()
  me = await holds()
  await loadDrafts()
  await readCards()
  await seed({ job: [{ ...job, technicians: [{ user_id: me, lead: true }] }], visit: [visit] })
})
afterEach(cleanup)

const recorded = async () => {
  await waitFor(async () => expect(await outbox().all()).toHaveLength(1))
  const [kept] = await outbox().all()
  return { ...kept?.envelope, stream: kept?.stream, body: JSON.parse(kept?.envelope.body ?? '{}') }
}
const write = (name: string, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } })

test('VIS-9: three taps and two sentences hand it over, on the stream that goes first', async () => {
  render(<Escalate params={{ id: job.id }} />)
  fireEvent.click(await screen.findByRole('radio', { name: /趴窝/ }))
  write('出了什么事', '拉缸')
  write('你打算怎么办', '拖回解体')
  fireEvent.click(screen.getByRole('button', { name: '交给主管' }))
  const { name, stream, body } = await recorded()
  expect([name, stream]).toEqual(['job.escalate', 'urgent'])
  expect(body).toMatchObject({
    severity: 'standstill',
    problem: '拉缸',
    proposal: '拖回解体',
    demand: null,
    visit_id: visit.id,
  })
})

test('VIS-9: what is missing is said in words, and nothing typed is lost', async () => {
  render(<Escalate params={{ id: job.id }} />)
  fireEvent.click(await screen.findByRole('button', { name: '交给主管' }))
  expect(screen.getByText('选一个，主管先看最急的')).toBeTruthy()
  write('出了什么事', '拉缸')
  await waitFor(async () => expect(await outbox().drafts()).toHaveLength(1))
  expect(await outbox().all()).toHaveLength(0)
})

test('VIS-9: the technician sees since when the manager has it, and then the answer', async () => {
  await seed({ escalation: [escalation] })
  const { unmount } = render(<RaisedOnJob job_id={job.id} />)
  expect(await screen.findByText(/主管 \d\d:\d\d 收到了，等答复/)).toBeTruthy()
  unmount()
  const answer = { state: 'answered', decision: 'stop', answer: '先别动', answered_by: me } as const
  await seed({ escalation: [{ ...escalation, ...answer, answered_at: escalation.raised_at }] })
  render(<RaisedOnJob job_id={job.id} />)
  expect(await screen.findByText('主管答复：先停下')).toBeTruthy()
  expect(screen.getByText('先别动')).toBeTruthy()
})

test('VIS-9: the manager agrees with one tap, and must say what to do otherwise', async () => {
  await seed({ escalation: [escalation] })
  render(<EscalationCase id={escalation.id} onBack={() => undefined} />)
  fireEvent.click(await screen.findByRole('radio', { name: '换个办法' }))
  fireEvent.click(screen.getByRole('button', { name: '答复' }))
  expect(screen.getByText('写清怎么办，他在现场等着。')).toBeTruthy()
  expect(await outbox().all()).toHaveLength(0)
  fireEvent.click(screen.getByRole('radio', { name: '按提议办' }))
  fireEvent.click(screen.getByRole('button', { name: '答复' }))
  expect((await recorded()).body).toEqual({ escalation_id: escalation.id, decision: 'agreed', answer: '' })
})

test('VIS-13: an accident needs one choice and one tap', async () => {
  render(<Report params={{ id: job.id }} />)
  fireEvent.click(await screen.findByRole('radio', { name: /^有人受伤/ }))
  fireEvent.click(screen.getByRole('button', { name: '上报' }))
  const { name, stream, body } = await recorded()
  expect([name, stream, body.injured, body.place]).toEqual(['incident.report', 'urgent', true, job.site_address])
})

test('VIS-13: the manager closes an incident with words', async () => {
  await seed({ incident: [incident] })
  render(<IncidentCase id={incident.id} onBack={() => undefined} />)
  fireEvent.click(await screen.findByRole('button', { name: '处理完了' }))
  expect(screen.getByText('写一句怎么处理的，以后查得到。')).toBeTruthy()
  write('怎么处理的', '已送医')
  fireEvent.click(screen.getByRole('button', { name: '处理完了' }))
  expect((await recorded()).body).toEqual({ incident_id: incident.id, note: '已送医' })
})

test('VIS-13: before work starts the site’s notice stands in the place of the first step', async () => {
  await seed({ site_notice: [{ ...notice, customer_id: job.customer_id ?? '' }] })
  render(<Listen params={{ id: job.id }} />)
  fireEvent.click(await screen.findByRole('button', { name: '读过了，照着做' }))
  const { name, body } = await recorded()
  expect([name, body.notice_id, body.version]).toEqual(['safety.acknowledge', notice.id, 1])
  expect(await screen.findByRole('textbox', { name: /出了什么事，什么时候/ })).toBeTruthy()
})

test('VIS-13: a missing agreement is a doubt that says the office is told, and stops nobody', async () => {
  const without = { ...notice, customer_id: job.customer_id ?? '', agreement_on_file: false, agreement_until: null }
  await seed({ site_notice: [without] })
  render(<Listen params={{ id: job.id }} />)
  expect(await screen.findByText('没有安全协议')).toBeTruthy()
  expect(screen.getByRole('button', { name: '读过了，照着做' }).getAttribute('aria-disabled')).toBeNull()
})

test('VIS-13: what was acknowledged is not asked again', async () => {
  const read = { ...row<Acknowledgement>('acknowledgement'), visit_id: visit.id, notice_id: notice.id }
  await seed({ site_notice: [{ ...notice, customer_id: job.customer_id ?? '' }], acknowledgement: [read] })
  render(<Listen params={{ id: job.id }} />)
  expect(await screen.findByRole('textbox', { name: /出了什么事，什么时候/ })).toBeTruthy()
})

test('VIS-9: the manager hears what was said on site, and is told how much is still coming', async () => {
  const note = { ...row<VoiceNote>('voice_note'), state: 'verified' } as const
  await seed({ escalation: [{ ...escalation, voice_note_ids: [note.id, 'not-here-yet'] }], voice_note: [note] })
  render(<EscalationCase id={escalation.id} onBack={() => undefined} />)
  expect(await screen.findByText('第 1 段，0:12')).toBeTruthy()
  await waitFor(() => expect(document.querySelector('audio')?.getAttribute('aria-label')).toBe('第 1 段，0:12'))
  expect(screen.getByText('语音 1 段还在路上')).toBeTruthy()
})
