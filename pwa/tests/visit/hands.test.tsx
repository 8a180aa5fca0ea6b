/** In the customer's hands: nothing else is reachable, nothing is lost, and only the technician gets the device back. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { language } from '../../src/parts/words'
import SignScreen from '../../src/screens/visit/sign'
import { signingDraft } from '../../src/screens/visit/signing'
import { cache, holderId } from '../../src/store/db'
import { draftOf, keepDraft, loadDrafts } from '../../src/store/drafts'
import { endHandOver, handOver } from '../../src/store/hand_over'
import { forgetPin } from '../../src/store/pin'
import { seed } from '../device'
import { confirmButton, draw, handOverToCustomer, isOff, NAME, PIN, pad, typePin } from './customer'
import { at, photoRow, press, readyToSign, recorded, recordedOnce, type } from './on_site'

beforeEach(() => {
  language.value = 'zh'
})
afterEach(async () => {
  cleanup()
  await endHandOver()
  vi.useRealTimers()
})

async function handedOver(): Promise<void> {
  await readyToSign()
  render(<SignScreen {...at} />)
  await handOverToCustomer()
}

async function sign(): Promise<void> {
  await draw(...NAME)
  await waitFor(async () => expect(isOff(await confirmButton())).toBe(false))
  fireEvent.click(await confirmButton())
  await screen.findByRole('heading', { name: '签好了，谢谢您' })
}

const aRestart = async () => {
  cleanup()
  await loadDrafts()
}

test('without a PIN the device is not handed over: one is set first, then it goes (VIS-6)', async () => {
  await readyToSign()
  render(<SignScreen {...at} />)
  await press('交给用户')
  await screen.findByRole('dialog', { name: '先设一个收回密码' })
  expect(await recorded('visit.end')).toEqual([])
  await typePin(PIN)
  await screen.findByLabelText('再输一遍')
  await typePin(PIN)
  expect(await screen.findByRole('dialog', { name: '请过目，然后签字' })).toBeTruthy()
})

test('the page cannot be closed: neither by Escape nor by the browser itself', async () => {
  await handedOver()
  const page = await screen.findByRole<HTMLDialogElement>('dialog')
  expect(fireEvent(page, new Event('cancel', { cancelable: true }))).toBe(false)
  page.open = false
  fireEvent(page, new Event('close'))
  expect(page.open).toBe(true)
})

test('a reload in the middle of a stroke keeps the ink that was on the paper', async () => {
  await handedOver()
  const paper = await pad()
  fireEvent.pointerDown(paper, { pointerId: 1, clientX: 100, clientY: 300 })
  fireEvent.pointerMove(paper, { pointerId: 1, clientX: 160, clientY: 420 })
  dispatchEvent(new Event('pagehide'))
  await aRestart()
  render(<SignScreen {...at} />)
  expect(await screen.findByText('1 笔，要 3 笔')).toBeTruthy()
  expect(draftOf(signingDraft('v'))).toMatchObject({ drawing: { strokes: [[[], []].map(() => expect.anything())] } })
})

test('the last stroke can be taken back; erasing all asks first', async () => {
  await handedOver()
  await draw(...NAME)
  await screen.findByText('3 笔')
  await press('撤回一笔')
  expect((await pad()).querySelectorAll('path')).toHaveLength(2)
  await press('重签')
  await press('留着')
  expect((await pad()).querySelectorAll('path')).toHaveLength(2)
  await press('重签')
  await press('擦掉')
  expect((await pad()).querySelectorAll('path')).toHaveLength(0)
})

test('a palm writes nothing: neither a wide contact, nor a touch once the pen has written', async () => {
  await handedOver()
  const stroke = async (how: Record<string, unknown>) => {
    const paper = await pad()
    const event = (name: string, x: number) =>
      Object.assign(new Event(name, { bubbles: true, cancelable: true }), {
        pointerId: 7,
        button: 0,
        clientX: x,
        clientY: x,
        ...how,
      })
    fireEvent(paper, event('pointerdown', 100))
    fireEvent(paper, event('pointermove', 200))
    fireEvent(paper, event('pointerup', 200))
  }
  await stroke({ pointerType: 'touch', width: 90, height: 70 })
  expect((await pad()).querySelectorAll('path')).toHaveLength(0)
  await stroke({ pointerType: 'pen', width: 1, height: 1 })
  await waitFor(async () => expect((await pad()).querySelectorAll('path')).toHaveLength(1))
  await stroke({ pointerType: 'touch', width: 20, height: 20 })
  expect((await pad()).querySelectorAll('path')).toHaveLength(1)
})

test('who cannot draw types the name and says that it is the signature; it is recorded as typed', async () => {
  await handedOver()
  await press('打字签')
  expect(isOff(await confirmButton())).toBe(true)
  fireEvent.click(await screen.findByRole('checkbox', { name: /我是陈国强/ }))
  await waitFor(async () => expect(isOff(await confirmButton())).toBe(false))
  fireEvent.click(await confirmButton())
  expect(await recordedOnce('visit.sign')).toMatchObject({ mark: 'typed', signer_name: '陈国强', strokes: [] })
})

test('a stamp on a photo signs alone, and beside the hand (VIS-8)', async () => {
  await readyToSign()
  await seed({ photo: [photoRow('stamped_paper')] })
  await keepDraft(signingDraft('v'), { stamp_photo_id: 'photo-stamped_paper' })
  render(<SignScreen {...at} />)
  await handOverToCustomer()
  expect(await screen.findByText('公司盖章，算签字')).toBeTruthy()
  await waitFor(async () => expect(isOff(await confirmButton())).toBe(false))
  fireEvent.click(await confirmButton())
  expect(await recordedOnce('visit.sign')).toMatchObject({
    mark: 'stamped',
    stamp_photo_id: 'photo-stamped_paper',
    strokes: [],
  })
})

test('the rating is recorded and leaves nothing on this device that the technician could read (VIS-11)', async () => {
  await handedOver()
  await sign()
  fireEvent.click(await screen.findByRole('radio', { name: /^不满意/ }))
  await type('想说的话，可以不写', '等了三个小时')
  await press('提交评价')
  expect(await recordedOnce('visit.rate')).toMatchObject({ visit_id: 'v', score: 2, words: '等了三个小时' })
  expect(await cache().rating.count()).toBe(0)
  await screen.findByRole('heading', { name: '谢谢您' })
  expect(handOver.value).toMatchObject({ score: null, words: '' })
})

test('rating can be skipped, and from the hand-over to the PIN there are at most eight taps (VIS-11)', async () => {
  await handedOver()
  let taps = 1
  const count = () => {
    taps += 1
  }
  document.addEventListener('click', count)
  await sign()
  await press('不评价')
  await screen.findByRole('heading', { name: '谢谢您' })
  await typePin(PIN)
  document.removeEventListener('click', count)
  expect(await screen.findByText('已存在本机')).toBeTruthy()
  expect(await recorded('visit.rate')).toEqual([])
  expect(taps).toBeLessThanOrEqual(8)
})

test('another person signs too, each once and under an id of their own (JOB-8)', async () => {
  await handedOver()
  await sign()
  await press('还有人要签')
  expect(await screen.findByText('已签字：陈国强')).toBeTruthy()
  await type('姓名', '陈国强')
  await type('职务', '队长')
  await draw(...NAME)
  expect((await screen.findAllByText('这个人已经签过了')).length).toBeGreaterThan(0)
  expect(isOff(await confirmButton())).toBe(true)
  await type('姓名', '李安全')
  await type('职务', '安全员')
  await waitFor(async () => expect(isOff(await confirmButton())).toBe(false))
  fireEvent.click(await confirmButton())
  await screen.findByText(/陈国强、李安全/)
  const [first, second] = await recorded('visit.sign')
  expect([first?.signer_name, second?.signer_name]).toEqual(['陈国强', '李安全'])
  expect(first?.signature_id).not.toBe(second?.signature_id)
})

test('an app that ended right after the signature opens behind it, still in the customer’s hands', async () => {
  await handedOver()
  await sign()
  await aRestart()
  render(<SignScreen {...at} />)
  expect(await screen.findByRole('heading', { name: '签好了，谢谢您' })).toBeTruthy()
})

test('a wrong PIN gives nothing back; the right one does (VIS-6)', async () => {
  await handedOver()
  await press('交还给服务人员')
  await screen.findByLabelText(/输密码收回设备/)
  await typePin('1111')
  expect(await screen.findByText('不对，再试')).toBeTruthy()
  expect(handOver.value).not.toBeNull()
  await typePin(PIN)
  expect(await screen.findByRole('button', { name: '交给用户' })).toBeTruthy()
})

test('declining needs the PIN too, and then leads to the reasons (VIS-8)', async () => {
  await handedOver()
  await press('不同意，或现在不签')
  await screen.findByRole('heading', { name: '先不签' })
  expect(screen.queryByRole('radio')).toBeNull()
  await typePin(PIN)
  expect(await screen.findByRole('radio', { name: /用户不愿签/ })).toBeTruthy()
})

test('a forgotten PIN without a network: a reason and five seconds, kept with the report (VIS-6)', async () => {
  await handedOver()
  await press('交还给服务人员')
  await forgetPin(holderId())
  await press('忘了密码')
  const hold = await screen.findByRole('button', { name: '按住 5 秒收回' })
  expect(isOff(hold)).toBe(true)
  await type('为什么不用密码', '忘了，现场没信号')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  fireEvent.pointerDown(hold)
  vi.advanceTimersByTime(4900)
  fireEvent.pointerUp(hold)
  vi.advanceTimersByTime(200)
  fireEvent.pointerDown(hold)
  vi.advanceTimersByTime(5000)
  vi.useRealTimers()
  expect(await recordedOnce('visit.take_back')).toMatchObject({ visit_id: 'v', reason: '忘了，现场没信号' })
  await waitFor(() => expect(handOver.value).toBeNull())
  expect(await cache().hand_back.count()).toBe(1)
})

test('a job that went to somebody else meanwhile leaves the way back to the technician', async () => {
  await handedOver()
  await cache().visit.delete('v')
  await screen.findByLabelText(/输密码收回设备/)
  await typePin(PIN)
  await waitFor(() => expect(handOver.value).toBeNull())
})
