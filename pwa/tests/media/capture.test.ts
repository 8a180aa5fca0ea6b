// @vitest-environment node
import { expect, it } from 'vitest'
import { capture, NotAPicture } from '../../src/media/capture'
import { sha256 } from '../../src/rules/canonical'

const box = (width: number, height: number) => {
  const bytes = new DataView(new ArrayBuffer(20))
  for (const [place, letter] of [...'ispe'].entries()) bytes.setUint8(4 + place, letter.charCodeAt(0))
  bytes.setUint32(12, width)
  bytes.setUint32(16, height)
  return bytes.buffer
}

it('keeps an iPhone’s picture that this browser cannot open, with its size and hash', async () => {
  const file = new Blob([box(320, 240), box(4032, 3024)], { type: 'image/heic' })
  const taken = await capture(file)
  expect(taken).toMatchObject({ width: 4032, height: 3024, type: 'image/heic' })
  expect(taken.sha256).toBe(await sha256(await file.arrayBuffer()))
})

it('says what to do with a file that is no picture', async () => {
  await expect(capture(new Blob(['%PDF'], { type: 'application/pdf' }))).rejects.toThrow(NotAPicture)
})
