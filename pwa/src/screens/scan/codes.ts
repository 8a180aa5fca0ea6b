/** Reads one code from a picture; the reader is loaded when it is first needed. */

/** A camera's picture of this moment, or a photo that was taken before. */
export type View = HTMLVideoElement | ImageBitmap

type Reader = (view: View) => Promise<string | null>

interface BrowsersOwn {
  detect(view: View): Promise<{ rawValue: string }[]>
}

let reader: Promise<Reader> | null = null

/** The text of the first code in view, or null. */
export async function codeIn(view: View): Promise<string | null> {
  reader ??= 'BarcodeDetector' in globalThis ? browsersOwn() : bundled()
  return (await reader)(view)
}

async function browsersOwn(): Promise<Reader> {
  const Detector = (globalThis as unknown as { BarcodeDetector: new () => BrowsersOwn }).BarcodeDetector
  const detector = new Detector()
  return async (view) => (await detector.detect(view))[0]?.rawValue ?? null
}

async function bundled(): Promise<Reader> {
  const [{ prepareZXingModule, readBarcodes }, { default: wasm }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ])
  // The package would fetch its reader from another host; ours lies beside the app and works without signal.
  prepareZXingModule({ overrides: { locateFile: () => wasm } })
  const canvas = document.createElement('canvas')
  return async (view) => {
    const isVideo = view instanceof HTMLVideoElement
    canvas.width = isVideo ? view.videoWidth : view.width
    canvas.height = isVideo ? view.videoHeight : view.height
    const pen = canvas.getContext('2d', { willReadFrequently: true })
    if (pen === null || canvas.width === 0) return null
    pen.drawImage(view, 0, 0)
    const codes = await readBarcodes(pen.getImageData(0, 0, canvas.width, canvas.height), { maxNumberOfSymbols: 1 })
    return codes[0]?.text ?? null
  }
}
