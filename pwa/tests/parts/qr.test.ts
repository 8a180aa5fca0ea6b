import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { qrModules } from '../../src/parts/qr'

prepareZXingModule({
  overrides: {
    wasmBinary: readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm').buffer as ArrayBuffer,
  },
})

/** The code as a camera would see it: eight pixels for a module and the quiet zone around. */
function photographed(modules: boolean[][]): ImageData {
  const scale = 8
  const size = (modules.length + 8) * scale
  const data = new Uint8ClampedArray(size * size * 4).fill(255)
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (!dark) return
      for (let dy = 0; dy < scale; dy++) {
        const start = (((y + 4) * scale + dy) * size + (x + 4) * scale) * 4
        for (let at = start; at < start + scale * 4; at += 4) data.fill(0, at, at + 3)
      }
    })
  })
  return { data, width: size, height: size, colorSpace: 'srgb' } as ImageData
}

describe('the code on an old-part tag (OLD-1)', () => {
  test.each(['7K4M92G', '0000000', 'YYYYYYV', 'ABC1235', '12345678901234567890'])(
    'a scanner reads %s',
    async (text) => {
      const [found] = await readBarcodes(photographed(qrModules(text)), { formats: ['QRCode'] })
      expect(found?.text).toBe(text)
      expect(found?.ecLevel).toBe('M')
    },
  )

  test('a tag stays the smallest code, however small it is printed', () => {
    expect(qrModules('7K4M92G')).toHaveLength(21)
  })
})

describe('the address on a signed report (VIS-7)', () => {
  const visit = '/v/019a9c3e-7b10-7000-8000-000000000032?r=1&h=bb98c39e7f022008'

  test.each([
    'http://a.cn/v',
    `http://localhost:8000${visit}`,
    `https://service.example.com${visit}`,
    `https://aftersales.hengchuan-coach.example.com.cn${visit}`,
    `https://服务.例子.cn${visit}`,
    ...[42, 62, 84, 106, 122, 152, 180, 213].map((length) => 'x'.repeat(length)),
  ])('a phone reads %s', async (text) => {
    const [found] = await readBarcodes(photographed(qrModules(text)), { formats: ['QRCode'] })
    expect(found?.text).toBe(text)
    expect(found?.ecLevel).toBe('M')
  })

  test('what fits into no code is not drawn', () => {
    expect(() => qrModules('x'.repeat(214))).toThrow(RangeError)
  })
})
