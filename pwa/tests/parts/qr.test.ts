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

  test('what a tag never says is not drawn', () => {
    expect(() => qrModules('小标签')).toThrow(RangeError)
    expect(() => qrModules('A'.repeat(21))).toThrow(RangeError)
  })
})
