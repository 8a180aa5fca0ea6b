/** Signing: locked with words while something lacks, kept stroke by stroke, and never with an empty scribble. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { language } from '../../src/parts/words'
import type { OldPart, Person, Report, Seal, Signature, Swap } from '../../src/rules/wire'
import SignScreen from '../../src/screens/visit/sign'
import { cache } from '../../src/store/db'
import { goldenJob, seed } from '../device'
import { row } from '../screens/asked'
import { confirmButton, draw, handOverToCustomer, isOff, NAME, pad } from './customer'
import { at, NOTHING_YET, onSite, press, readyToSign, recorded, recordedOnce, type } from './on_site'

beforeEach(() => {
  language.value = 'zh'
})
afterEach(cleanup)

test('while something lacks the hand-over is locked and says what, in plain words (VIS-6)', async () => {
  await readyToSign({ check: NOTHING_YET.check })
  await cache().photo.delete('photo-fault')
  render(<SignScreen {...at} />)
  expect(await screen.findByText('还差：查')).toBeTruthy()
  const lacks = within(await screen.findByRole('region', { name: '签字前还差' }))
  expect(lacks.getByRole('link', { name: /故障，或真正的原因/ }).getAttribute('href')).toBe('/job/j/check')
  const hand = screen.getByRole('button', { name: '交给用户' })
  expect(isOff(hand)).toBe(true)
  fireEvent.click(hand)
  expect(await recorded('visit.end')).toEqual([])
})

test('who is not in charge reads that the lead asks for the signature (JOB-4)', async () => {
  const me = await readyToSign()
  const zhou = { ...row<Person>('person'), id: 'zhou' }
  const technicians = [
    { user_id: 'zhou', lead: true },
    { user_id: me, lead: false },
  ]
  await seed({ person: [zhou], job: [{ ...goldenJob(), id: 'j', equipment_id: 'e', technicians }] })
  render(<SignScreen {...at} />)
  expect(await screen.findByText('由周海请用户签字')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '交给用户' })).toBeNull()
  expect(screen.queryByRole('button', { name: /用户不在/ })).toBeNull()
})

test('an old part without a tag keeps the signature locked (VIS-6)', async () => {
  await readyToSign()
  await seed({
    swap: [{ ...row<Swap>('swap'), id: 's', visit_id: 'v', job_id: 'j', part_id: 'p', old_part_id: 'o' }],
    old_part: [{ ...row<OldPart>('old_part'), id: 'o', visit_id: 'v', job_id: 'j', tag: null }],
  })
  render(<SignScreen {...at} />)
  expect(await screen.findByText('还差：旧件')).toBeTruthy()
})

test('handing over ends the service first, then shows the customer’s page and nothing else', async () => {
  await readyToSign()
  render(<SignScreen {...at} />)
  await handOverToCustomer()
  expect(await recordedOnce('visit.end')).toEqual({ visit_id: 'v' })
  const page = within(await screen.findByRole('dialog', { name: '请过目，然后签字' }))
  expect(page.queryAllByRole('link')).toEqual([])
  expect(screen.queryByRole('button', { name: '交给用户' })).toBeNull()
})

test('an empty scribble cannot confirm: too few strokes, or three taps (VIS-6)', async () => {
  await readyToSign()
  render(<SignScreen {...at} />)
  await handOverToCustomer()
  expect(isOff(await confirmButton())).toBe(true)
  await draw(
    [
      [100, 300],
      [400, 420],
    ],
    [
      [200, 300],
      [320, 310],
    ],
  )
  expect(await screen.findByText('2 笔，要 3 笔')).toBeTruthy()
  await press('重签')
  await press('擦掉')
  await draw([[100, 300]], [[101, 300]], [[102, 301]])
  await screen.findByText('写得太小，再写大一点')
  fireEvent.click(await confirmButton())
  await press('重签')
  await press('擦掉')
  await draw(...NAME)
  await waitFor(async () => expect(isOff(await confirmButton())).toBe(false))
  fireEvent.click(await confirmButton())
  expect((await recordedOnce('visit.sign')).strokes.map((stroke) => stroke.length)).toEqual([2, 3, 2])
})

test('the strokes are recorded as whole numbers inside their frame, with name, role and language', async () => {
  await readyToSign()
  render(<SignScreen {...at} />)
  await handOverToCustomer()
  await draw(...NAME)
  await waitFor(async () => expect(isOff(await confirmButton())).toBe(false))
  fireEvent.click(await confirmButton())
  const body = await recordedOnce('visit.sign')
  expect(body).toMatchObject({ visit_id: 'v', signer_name: '陈国强', signer_role: '队长', language: 'zh' })
  expect(body.strokes.map((stroke) => stroke.length)).toEqual([2, 3, 2])
  for (const [x, y, t] of body.strokes.flat()) {
    expect([x, y, t].every(Number.isInteger)).toBe(true)
    expect(x >= 0 && x <= body.width && y >= 0 && y <= body.height && t >= 0).toBe(true)
  }
  expect(await screen.findByRole('heading', { name: '签好了，谢谢您' })).toBeTruthy()
})

test('a second tap on the confirmation signs nothing twice', async () => {
  await readyToSign()
  render(<SignScreen {...at} />)
  await handOverToCustomer()
  await draw(...NAME)
  await waitFor(async () => expect(isOff(await confirmButton())).toBe(false))
  const confirm = await confirmButton()
  fireEvent.click(confirm)
  fireEvent.click(confirm)
  await screen.findByRole('heading', { name: '签好了，谢谢您' })
  expect(await recorded('visit.sign')).toHaveLength(1)
})

test('reload and rotation keep every stroke, and the device stays in the customer’s hands', async () => {
  await readyToSign()
  render(<SignScreen {...at} />)
  await handOverToCustomer()
  await draw(...NAME)
  await screen.findByText('3 笔')
  cleanup()
  render(<SignScreen {...at} />)
  expect(await screen.findByText('3 笔')).toBeTruthy()
  expect((await pad()).querySelectorAll('path')).toHaveLength(3)
})

test('the customer’s language is their own and leaves the technician’s as it was', async () => {
  await readyToSign()
  render(<SignScreen {...at} />)
  await handOverToCustomer()
  await press('English')
  expect(await screen.findByRole('heading', { name: 'Read, then sign' })).toBeTruthy()
  expect(screen.getByRole('dialog').getAttribute('lang')).toBe('en')
  expect(language.value).toBe('zh')
})

test('without a name nobody has signed', async () => {
  await readyToSign()
  render(<SignScreen {...at} />)
  await type('姓名', '')
  await handOverToCustomer()
  await draw(...NAME)
  expect(isOff(await confirmButton())).toBe(true)
  await type('姓名', '陈国强')
  await waitFor(async () => expect(isOff(await confirmButton())).toBe(false))
})

test('absent: the visit closes unsigned with a reason and a note, without any lock (VIS-8)', async () => {
  await onSite()
  render(<SignScreen {...at} />)
  await press('用户不在，或不签')
  await press('不签字，结束上门')
  expect(await screen.findByText('先选一个原因')).toBeTruthy()
  fireEvent.click(await screen.findByRole('radio', { name: /用户不在/ }))
  await type(/用户要什么/, '队长去总站了')
  await type(/在场的人/, '门卫 老李')
  await press('不签字，结束上门')
  expect(await recordedOnce('visit.close_unsigned')).toEqual({
    visit_id: 'v',
    reason: 'absent',
    note: '队长去总站了',
    witness: '门卫 老李',
  })
  expect(await screen.findByText('没有签字，交给主管。')).toBeTruthy()
})

test('what was signed is shown and can no longer be changed (VIS-7)', async () => {
  await readyToSign({ state: 'signed', ended_at: '2026-11-19T05:22:00.000Z' })
  await seed({ signature: [{ ...row<Signature>('signature'), visit_id: 'v' }] })
  render(<SignScreen {...at} />)
  expect(await screen.findByRole('img', { name: '用户签字 · 陈国强' })).toBeTruthy()
  expect(screen.queryAllByRole('textbox')).toEqual([])
})

test('a docket bears the newest seal, and the customer’s part the same code to compare (VIS-7)', async () => {
  await readyToSign({ state: 'signed', ended_at: '2026-11-19T05:22:00.000Z' })
  const seal = row<Seal>('seal')
  await seed({
    report: [{ ...row<Report>('report'), id: 'v' }],
    seal: [
      { ...seal, id: 's1', visit_id: 'v', revision: 1, sha256: '0123456789abcdef'.repeat(4) },
      { ...seal, id: 's2', visit_id: 'v', revision: 2, sha256: 'fedcba9876543210'.repeat(4) },
    ],
  })
  render(<SignScreen {...at} />)
  expect(await screen.findByRole('img', { name: '已封存 FEDC BA98 7654 3210' })).toBeTruthy()
  expect(screen.getAllByText('FEDC BA98')).toHaveLength(2)
  expect(screen.getByText('第 2 版')).toBeTruthy()
})

test('before the arrival there is nothing to sign: arriving is offered first', async () => {
  await onSite()
  await cache().visit.clear()
  render(<SignScreen {...at} />)
  await press('我到了')
  expect(await recordedOnce('visit.arrive')).toMatchObject({ job_id: 'j' })
})
