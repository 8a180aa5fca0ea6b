/** A voice note: recorded in a type that the server takes, at most two minutes, and politely refused without a microphone. */
import { File } from 'node:buffer'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LONGEST_MS, NoMicrophone, record } from '../../src/media/recorder'
import { sha256 } from '../../src/rules/canonical'

/** As a browser records: bytes come when it is stopped. */
class Recorder {
  static knows = ['audio/webm;codecs=opus']
  static isTypeSupported = (kind: string) => Recorder.knows.includes(kind)
  static bytes = 'sound'
  state = 'inactive'
  ondataavailable: (event: { data: Blob }) => void = () => undefined
  onstop: () => void = () => undefined
  start() {
    this.state = 'recording'
  }
  stop() {
    this.state = 'inactive'
    this.ondataavailable({ data: new File([Recorder.bytes], 'piece') as unknown as Blob })
    this.onstop()
  }
}

const released = vi.fn()
const microphone = (asked: () => Promise<unknown>) =>
  vi.stubGlobal('navigator', { ...navigator, mediaDevices: { getUserMedia: asked } })

beforeEach(async () => {
  const { Blob: NodeBlob } = await import('node:buffer')
  vi.stubGlobal('Blob', NodeBlob)
  vi.stubGlobal('MediaRecorder', Recorder)
  Recorder.knows = ['audio/webm;codecs=opus']
  Recorder.bytes = 'sound'
  released.mockReset()
  microphone(async () => ({ getTracks: () => [{ stop: released }] }))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what was spoken is a file with its hash and without a declared codec, and the microphone is let go', async () => {
  const recorder = await record()
  recorder.stop()
  const spoken = await recorder.spoken
  expect(spoken?.file).toMatchObject({ type: 'audio/webm', width: 0, height: 0 })
  expect(spoken?.file.sha256).toBe(await sha256(new TextEncoder().encode('sound').buffer))
  expect(spoken?.duration_ms).toBeGreaterThan(0)
  expect(released).toHaveBeenCalledOnce()
})

test('Safari’s kind is taken where WebM is not recorded', async () => {
  Recorder.knows = ['audio/mp4']
  const recorder = await record()
  recorder.stop()
  expect((await recorder.spoken)?.file.type).toBe('audio/mp4')
})

test('it stops by itself after two minutes, and what was said is kept', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  const recorder = await record()
  vi.advanceTimersByTime(LONGEST_MS)
  vi.useRealTimers()
  const spoken = await recorder.spoken
  expect(spoken?.duration_ms).toBe(LONGEST_MS)
})

test('nothing heard is nothing recorded', async () => {
  Recorder.bytes = ''
  const recorder = await record()
  recorder.stop()
  expect(await recorder.spoken).toBeNull()
})

test('a person who does not allow the microphone is told so, and a device without one is told that', async () => {
  microphone(() => Promise.reject(new DOMException('no', 'NotAllowedError')))
  await expect(record()).rejects.toMatchObject({ code: 'no_microphone', why: 'refused' })
  microphone(() => Promise.reject(new DOMException('no', 'NotFoundError')))
  await expect(record()).rejects.toMatchObject({ why: 'none' })
  vi.stubGlobal('MediaRecorder', undefined)
  await expect(record()).rejects.toThrow(NoMicrophone)
})
