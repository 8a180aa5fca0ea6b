/** Old parts on their way home: packed, carried, handed over by two phones, more time, lost (OLD-1, OLD-2, OLD-4). */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { path } from '../../src/parts/route'
import { readAcceptance, readOffer } from '../../src/rules/hand_over_code'
import type { Bodies, Id, Swap } from '../../src/rules/wire'
import Give from '../../src/screens/parts/give'
import Manifest from '../../src/screens/parts/manifest'
import OldPartScreen from '../../src/screens/parts/old_part'
import { OldTab } from '../../src/screens/parts/old_tab'
import Pack from '../../src/screens/parts/pack'
import TakeOffer from '../../src/screens/parts/take_offer'
import Took from '../../src/screens/parts/took'
import WriteOffs from '../../src/screens/parts/write_offs'
import { cache } from '../../src/store/db'
import { seed } from '../device'
import { row } from '../screens/asked'
import { press, recorded, recordedOnce, type } from '../visit/on_site'
import { COLLEAGUE, OLD_PUMP, OLD_VALVE, oldPart, withVan } from './van'

let me: Id
beforeEach(async () => {
  me = await withVan()
})
afterEach(cleanup)

const twoOldParts = () =>
  seed({ old_part: [oldPart(OLD_PUMP, me), oldPart(OLD_VALVE, me, { tag: null, part_name: '出气阀' })] })

const shownText = () => document.querySelector('[data-text]')?.getAttribute('data-text') ?? ''
const scan = (name: string | RegExp, text: string) => {
  const box = screen.getByLabelText(name)
  fireEvent.input(box, { target: { value: text } })
  fireEvent.keyDown(box, { key: 'Enter' })
}

test('each part goes into a box; sent, a courier has all of them (OLD-1)', async () => {
  await twoOldParts()
  render(<Pack />)
  await press(/^空压机总成.*，装进 1 号箱$/)
  await press('再来一个箱')
  await press(/^出气阀.*，装进 2 号箱$/)
  await press('封箱：2 件')
  const packed = await recordedOnce('manifest.pack')
  expect(packed.boxes).toEqual([
    { no: 1, old_part_ids: [OLD_PUMP] },
    { no: 2, old_part_ids: [OLD_VALVE] },
  ])
  cleanup()
  render(<Manifest params={{ id: packed.manifest_id }} />)
  await type('快递公司', '顺丰速运')
  await type('运单号', 'SF1402117734')
  await press('寄出了')
  expect(await recordedOnce('manifest.ship')).toMatchObject({ old_part_ids: [OLD_PUMP, OLD_VALVE] })
  await waitFor(async () => expect(await cache().old_part.get(OLD_PUMP)).toMatchObject({ holder_kind: 'courier' }))
})

test('who packed the boxes may bring them, and stays the holder (OLD-1)', async () => {
  await twoOldParts()
  render(<Pack />)
  await press(/^空压机总成.*，装进 1 号箱$/)
  await press('封箱：1 件')
  const { manifest_id } = await recordedOnce('manifest.pack')
  cleanup()
  render(<Manifest params={{ id: manifest_id }} />)
  await press('我自己带回仓库')
  expect(await recordedOnce('manifest.carry')).toEqual({ manifest_id })
  await waitFor(async () => expect((await cache().return_manifest.get(manifest_id))?.state).toBe('carried'))
  expect(await cache().old_part.get(OLD_PUMP)).toMatchObject({ state: 'packed', holder_id: me })
})

async function offerToColleague(): Promise<string> {
  await twoOldParts()
  render(<Give />)
  await screen.findByText('穆岳')
  fireEvent.change(screen.getByLabelText('交给谁'), { target: { value: COLLEAGUE } })
  for (const box of await screen.findAllByRole('checkbox')) fireEvent.click(box)
  await waitFor(() => expect(readOffer(shownText())?.parts).toHaveLength(2))
  return shownText()
}

test('two phones without a signal tell the two halves of one hand-over (OLD-2)', async () => {
  const offered = await offerToColleague()
  expect(readOffer(offered)).toMatchObject({
    giver_id: me,
    taker_id: COLLEAGUE,
    parts: [{ id: OLD_PUMP }, { id: OLD_VALVE, tag: null }],
  })
  const giver = { me, outbox: await halvesOf(offered) }
  expect(giver.outbox.taken.map(({ old_part_id }) => old_part_id)).toEqual([OLD_PUMP])
  scan('扫他屏幕上回的码', giver.outbox.shown)
  await waitFor(async () => expect(await recorded('old_part.hand_over')).toHaveLength(1))
  const [given] = await recorded('old_part.hand_over')
  expect(given).toEqual({ ...giver.outbox.taken[0], giver_id: undefined, taker_id: COLLEAGUE })
})

/** What the taker's phone would record and show for this offer: the pump alone, the valve is not there. */
async function halvesOf(offered: string): Promise<{ taken: Bodies['old_part.take_over'][]; shown: string }> {
  const { acceptanceText, handOverId } = await import('../../src/rules/hand_over_code')
  const offer = readOffer(offered)
  if (offer === null) throw new Error('not read')
  const hand_over_id = await handOverId(offer, OLD_PUMP)
  return {
    taken: [{ hand_over_id, old_part_id: OLD_PUMP, giver_id: me }],
    shown: acceptanceText({ ...offer, old_part_ids: [OLD_PUMP] }),
  }
}

test('the taker ticks what is there, records it, and shows a code back (OLD-2)', async () => {
  const offer = {
    code: '7K4M92G',
    giver_id: COLLEAGUE,
    taker_id: me,
    parts: [OLD_PUMP, OLD_VALVE].map((id) => ({ id, tag: null })),
  }
  const { handOverId, offerText } = await import('../../src/rules/hand_over_code')
  render(<TakeOffer params={{ text: offerText(offer) }} />)
  expect(await screen.findByText('穆岳交给你')).toBeTruthy()
  fireEvent.click((await screen.findAllByRole('checkbox'))[1] as HTMLElement)
  await press('在我这里了：1 件')
  const hand_over_id = await handOverId(offer, OLD_PUMP)
  expect(await recordedOnce('old_part.take_over')).toEqual({ hand_over_id, old_part_id: OLD_PUMP, giver_id: COLLEAGUE })
  await waitFor(() => expect(path.value).toContain('/parts/took/'))
  cleanup()
  render(<Took params={{ text: decodeURIComponent(path.value.replace('/parts/took/', '')) }} />)
  await screen.findByText('你这一半记下了：1 件')
  expect(readAcceptance(shownText())).toEqual({
    code: '7K4M92G',
    giver_id: COLLEAGUE,
    taker_id: me,
    old_part_ids: [OLD_PUMP],
  })
})

test('a code of another hand-over records nothing and says so (OLD-2)', async () => {
  await offerToColleague()
  const { acceptanceText } = await import('../../src/rules/hand_over_code')
  scan(
    '扫他屏幕上回的码',
    acceptanceText({ code: '7K4M92G', giver_id: me, taker_id: COLLEAGUE, old_part_ids: [OLD_PUMP] }),
  )
  expect(await screen.findByText(/这个码不是这一次交接的/)).toBeTruthy()
  expect(await recorded('old_part.hand_over')).toEqual([])
})

test('a code that names somebody else is a doubt and no wall (OLD-2)', async () => {
  const offer = { code: '7K4M92G', giver_id: COLLEAGUE, taker_id: COLLEAGUE, parts: [{ id: OLD_PUMP, tag: null }] }
  const { offerText } = await import('../../src/rules/hand_over_code')
  render(<TakeOffer params={{ text: offerText(offer) }} />)
  expect(await screen.findByText('这个码是给穆岳的')).toBeTruthy()
  await press('在我这里了：1 件')
  await recordedOnce('old_part.take_over')
})

test('a half that the other has told is confirmed by a tap, under the same hand-over (OLD-2)', async () => {
  const told = {
    ...row<object>('old_part_hand_over'),
    id: 'h',
    old_part_id: OLD_PUMP,
    giver_id: COLLEAGUE,
    taker_id: me,
  }
  await seed({
    old_part: [oldPart(OLD_PUMP, COLLEAGUE)],
    old_part_hand_over: [{ ...told, taken_at: null, state: 'waiting_for_taker' }],
  })
  render(<OldTab parts={[]} />)
  expect(await screen.findByText('穆岳说交给你了')).toBeTruthy()
  await press('在我这里')
  expect(await recordedOnce('old_part.take_over')).toEqual({
    hand_over_id: 'h',
    old_part_id: OLD_PUMP,
    giver_id: COLLEAGUE,
  })
  await waitFor(async () => expect((await cache().old_part.get(OLD_PUMP))?.holder_id).toBe(me))
})

test('more time is asked for a later day with a reason, and not for an earlier one (OLD-4)', async () => {
  await twoOldParts()
  render(<OldPartScreen params={{ id: OLD_PUMP }} />)
  await type('延到哪天', '2026-12-03')
  expect(await screen.findByText('要晚于 2026-12-03')).toBeTruthy()
  await press('申请延期')
  expect(await recorded('extension.ask')).toEqual([])
  await type('延到哪天', '2026-12-10')
  await type('为什么', '下周才回站里')
  await press('申请延期')
  expect(await recordedOnce('extension.ask')).toMatchObject({ old_part_id: OLD_PUMP, due_on: '2026-12-10' })
  expect(await screen.findByText('申请延到 2026-12-10，等主管')).toBeTruthy()
})

test('a lost part is reported with what is known about it, and then waits for the manager (OLD-2)', async () => {
  await twoOldParts()
  render(<OldPartScreen params={{ id: OLD_PUMP }} />)
  await press('找不到了')
  await press('报告丢失')
  expect(await recorded('old_part.report_lost')).toEqual([])
  await type(/最后在哪见过/, '放在工地门卫，门卫说没见')
  await press('报告丢失')
  expect(await recordedOnce('old_part.report_lost')).toMatchObject({
    old_part_id: OLD_PUMP,
    note: '放在工地门卫，门卫说没见',
  })
  expect(await screen.findByText('报了找不到')).toBeTruthy()
})

test('a fitted part says which of the three its write-off waits for (PART-5)', async () => {
  const swap = { ...row<Swap>('swap'), id: 's', old_part_id: OLD_PUMP, recorded_by: me, undone_at: null }
  await seed({
    swap: [swap],
    old_part: [oldPart(OLD_PUMP, me, { state: 'received', received_at: '2026-11-20T02:05:00.000Z' })],
  })
  render(<WriteOffs />)
  expect(await screen.findByText('用户签字')).toBeTruthy()
  const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent)
  expect(said).toEqual(expect.arrayContaining(['用户签字还差', '主管批准报告还差', '旧件回到仓库有了']))
})
