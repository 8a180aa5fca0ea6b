// Reads every square code of the pictures named on the command line, as the app's camera does: one line of JSON a picture.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [modules, ...pictures] = process.argv.slice(2)
const find = createRequire(`${modules}/`)
const { prepareZXingModule, readBarcodes } = await import(pathToFileURL(find.resolve('zxing-wasm/reader')))
prepareZXingModule({ overrides: { wasmBinary: readFileSync(find.resolve('zxing-wasm/reader/zxing_reader.wasm')).buffer } })
for (const picture of pictures) {
  const codes = await readBarcodes(new Uint8Array(readFileSync(picture)), { formats: ['QRCode'], maxNumberOfSymbols: 99 })
  console.log(JSON.stringify(codes.map(({ text }) => text).sort()))
}
