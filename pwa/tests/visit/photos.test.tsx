/** Photos: several at once, kept in memory when the device is full, drawn on in a layer of their own (VIS-3). */
import { File } from 'node:buffer'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Annotation, Shape } from '../../src/rules/wire'
import CheckScreen from '../../src/screens/visit/check'
import PhotoFull from '../../src/screens/visit/photo_full'
import { diskFull } from '../../src/screens/visit/saving'
import { saveUnsaved, unsavedPhotos } from '../../src/screens/visit/unsaved_photos'
import { drawnOn } from '../../src/store/annotations'
import { cache, outbox } from '../../src/store/db'
import { seed } from '../device'
import { row } from '../screens/asked'
import { at, onSite, photoRow, press, recorded, recordedOnce } from './on_site'

/** jsdom opens no pictures; an iPhone's stands for every one that the device keeps as it is. */
function heic(name: string): File {
  const bytes = new Uint8Array(32)
  bytes.set(
    [...'ispe'].map((letter) => letter.charCodeAt(0)),
    4,
  )
  bytes.set(
    [...name].map((letter) => letter.charCodeAt(0)),
    20,
  )
  new DataView(bytes.buffer).setUint32(12, 40)
  new DataView(bytes.buffer).setUint32(16, 30)
  return new File([bytes], name, { type: 'image/heic' })
}

/** jsdom’s own files keep their bytes from the device’s hashing. */
const choose = async (...files: File[]) =>
  fireEvent.change(await screen.findByLabelText('从相册选'), { target: { files } })

const noRoom = () =>
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError')
  })

beforeEach(() => {
  diskFull.value = false
  unsavedPhotos.value = []
  URL.createObjectURL = () => 'blob:photo'
  URL.revokeObjectURL = () => undefined
})
afterEach(() => {
  vi.restoreAllMocks()
  cleanup()
})

test('several from the gallery become a photo each, in the order chosen', async () => {
  await onSite()
  render(<CheckScreen {...at} />)
  await choose(heic('one'), heic('two'), heic('three'))
  await waitFor(async () => expect(await recorded('photo.attach')).toHaveLength(3))
  const hashes = (await recorded('photo.attach')).map(({ sha256 }) => sha256)
  expect(new Set(hashes).size).toBe(3)
  expect((await outbox().files()).map(({ sha256 }) => sha256).sort()).toEqual([...hashes].sort())
})

test('the eighth photo on a full device is said, held, and saved by the same person’s next try (law 5)', async () => {
  await onSite()
  render(<CheckScreen {...at} />)
  await choose(heic('1'), heic('2'), heic('3'), heic('4'), heic('5'), heic('6'), heic('7'))
  await waitFor(async () => expect(await cache().photo.count()).toBe(7))
  noRoom()
  await choose(heic('8'))
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('本机满了，1 张照片还没存进去')
  expect(await recorded('photo.attach')).toHaveLength(7)
  await saveUnsaved()
  expect(unsavedPhotos.value).toHaveLength(1)
  vi.restoreAllMocks()
  await press('再试一次')
  await press('再试一次')
  await waitFor(async () => expect(await recorded('photo.attach')).toHaveLength(8))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(unsavedPhotos.value).toEqual([])
  const eighth = (await recorded('photo.attach'))[7]
  expect(await outbox().bytes(eighth?.photo_id ?? '')).toBeDefined()
})

test('what found no room is still held after another step was looked at', async () => {
  await onSite()
  render(<CheckScreen {...at} />)
  noRoom()
  await choose(heic('8'))
  await screen.findByRole('alert')
  cleanup()
  render(<CheckScreen {...at} />)
  expect((await screen.findByRole('alert')).textContent).toContain('1 张照片还没存进去')
})

test('a held photo is never saved under another person’s name', async () => {
  await onSite()
  render(<CheckScreen {...at} />)
  noRoom()
  await choose(heic('8'))
  await screen.findByRole('alert')
  vi.restoreAllMocks()
  cleanup()
  await onSite()
  render(<CheckScreen {...at} />)
  await screen.findByLabelText('从相册选')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('leaving the app while a photo is only held asks first', async () => {
  await onSite()
  render(<CheckScreen {...at} />)
  noRoom()
  await choose(heic('8'))
  await screen.findByRole('alert')
  const leaving = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(leaving)
  expect(leaving.defaultPrevented).toBe(true)
  unsavedPhotos.value = []
  const later = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(later)
  expect(later.defaultPrevented).toBe(false)
})

test('a file that is no photo says so and attaches nothing', async () => {
  await onSite()
  render(<CheckScreen {...at} />)
  await choose(new File(['%PDF'], 'a.pdf', { type: 'application/pdf' }))
  expect((await screen.findByText('这个文件不是照片，换一张')).getAttribute('role')).toBe('alert')
  expect(await recorded('photo.attach')).toEqual([])
})

/** The board as the browser lays it out: 100 × 100. */
async function board(name: string): Promise<HTMLElement> {
  const paper = await screen.findByRole('application', { name })
  paper.getBoundingClientRect = () => ({ left: 0, top: 0, width: 100, height: 100 }) as DOMRect
  return paper
}

const point = (clientX: number, clientY: number) => ({ clientX, clientY, pointerId: 1 })

async function opened(): Promise<{ closed: () => boolean }> {
  await onSite()
  await seed({ photo: [photoRow('fault')] })
  let closed = false
  render(<PhotoFull photo={photoRow('fault')} alt="故障部位" onClose={() => (closed = true)} />)
  return { closed: () => closed }
}

test('a drag is one arrow, kept as a fact beside the photo (VIS-3)', async () => {
  const { closed } = await opened()
  const paper = await board('在照片上画：箭头')
  fireEvent.pointerDown(paper, point(10, 20))
  fireEvent.pointerMove(paper, point(30, 40))
  fireEvent.pointerMove(paper, point(50, 60))
  fireEvent.pointerUp(paper, point(50, 60))
  await press('画好了')
  expect(await recordedOnce('photo.annotate')).toMatchObject({
    photo_id: 'photo-fault',
    shapes: [
      {
        kind: 'arrow',
        points: [
          [1000, 2000],
          [5000, 6000],
        ],
      },
    ],
  })
  await waitFor(() => expect(closed()).toBe(true))
  expect((await drawnOn('photo-fault')).own).toHaveLength(1)
})

test('two taps are a circle, for gloves and for hands that shake', async () => {
  await opened()
  await press('圈')
  const paper = await board('在照片上画：圈')
  for (const [x, y] of [
    [10, 10],
    [60, 40],
  ] as const) {
    fireEvent.pointerDown(paper, point(x, y))
    fireEvent.pointerUp(paper, point(x, y))
    if (x === 10) expect(await screen.findByText('再点终点')).toBeTruthy()
  }
  await press('画好了')
  expect((await recordedOnce('photo.annotate')).shapes).toEqual([
    {
      kind: 'circle',
      points: [
        [1000, 1000],
        [6000, 4000],
      ],
    },
  ])
})

test('the keyboard draws too: the cross is moved and Enter sets its points', async () => {
  await opened()
  const paper = await board('在照片上画：箭头')
  fireEvent.keyDown(paper, { key: 'ArrowLeft' })
  fireEvent.keyDown(paper, { key: 'Enter' })
  for (let n = 0; n < 5; n += 1) fireEvent.keyDown(paper, { key: 'ArrowDown' })
  fireEvent.keyDown(paper, { key: 'Enter' })
  await press('画好了')
  expect((await recordedOnce('photo.annotate')).shapes).toEqual([
    {
      kind: 'arrow',
      points: [
        [4800, 5000],
        [4800, 6000],
      ],
    },
  ])
})

test('a stroke is undone, and a line never leaves the photo', async () => {
  await opened()
  await press('画线')
  const paper = await board('在照片上画：画线')
  for (const end of [90, 400]) {
    fireEvent.pointerDown(paper, point(50, 50))
    fireEvent.pointerMove(paper, point(70, 70))
    fireEvent.pointerMove(paper, point(end, 80))
    fireEvent.pointerUp(paper, point(end, 80))
  }
  await press('撤销一笔')
  fireEvent.pointerDown(paper, point(50, 50))
  fireEvent.pointerMove(paper, point(400, -20))
  fireEvent.pointerUp(paper, point(400, -20))
  await press('画好了')
  const { shapes } = await recordedOnce('photo.annotate')
  expect(shapes).toEqual([
    {
      kind: 'line',
      points: [
        [5000, 5000],
        [7000, 7000],
        [9000, 8000],
      ],
    },
    {
      kind: 'line',
      points: [
        [5000, 5000],
        [10_000, 0],
      ],
    },
  ])
})

test('what was drawn and not kept is there again after the app was closed', async () => {
  await opened()
  const paper = await board('在照片上画：箭头')
  fireEvent.pointerDown(paper, point(10, 20))
  fireEvent.pointerMove(paper, point(50, 60))
  fireEvent.pointerUp(paper, point(50, 60))
  await waitFor(async () => expect(JSON.stringify(await outbox().drafts())).toContain('arrow'))
  cleanup()
  render(<PhotoFull photo={photoRow('fault')} alt="故障部位" onClose={() => undefined} />)
  await press('画好了')
  expect((await recordedOnce('photo.annotate')).shapes).toHaveLength(1)
})

test('what two people drew both stand; who draws again replaces their own', async () => {
  const me = await onSite()
  const drawn = (id: string, by: string, at: string, x: number): Annotation => ({
    ...row<Annotation>('annotation'),
    id,
    photo_id: 'photo-fault',
    drawn_by: by,
    drawn_at: at,
    shapes: [
      {
        kind: 'arrow',
        points: [
          [x, 0],
          [x, 9],
        ],
      },
    ] as Shape[],
  })
  await seed({
    annotation: [
      drawn('a', me, '2026-11-19T05:00:00.000Z', 1),
      drawn('b', me, '2026-11-19T06:00:00.000Z', 2),
      drawn('c', 'mu', '2026-11-19T05:30:00.000Z', 3),
    ],
  })
  expect(await cache().annotation.count()).toBe(3)
  const { own, others } = await drawnOn('photo-fault')
  expect([own, others].map((shapes) => shapes.map(({ points }) => points[0]?.[0]))).toEqual([[2], [3]])
})
