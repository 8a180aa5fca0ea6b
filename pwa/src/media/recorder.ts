/** From the microphone to a voice note that can be saved: short, small, hashed before it is stored (VIS-1, VIS-3). */
import { sha256 } from '../rules/canonical'
import { uuid7 } from '../rules/ids'
import type { CapturedPhoto } from '../store/chunks'

/** The recorder stops by itself; the server takes no longer one. */
export const LONGEST_MS = 120_000

const BITS_A_SECOND = 32_000
/** What browsers record, the smallest first; the server takes each of them. */
const KINDS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']

/** There is no microphone here, or the person did not allow it. Nothing is lost: words can be typed. */
export class NoMicrophone extends Error {
  readonly code = 'no_microphone'
  constructor(readonly why: 'refused' | 'none') {
    super('No sound can be recorded. Allow the microphone in the browser settings, or type what was said.')
  }
}

/** What was spoken, under the name that the outbox gives to every file. */
export interface Spoken {
  file: CapturedPhoto
  duration_ms: number
}

export interface Recorder {
  /** Resolves with what was spoken once it is stopped, by the person or by the clock; null when nothing was heard. */
  spoken: Promise<Spoken | null>
  stop: () => void
}

/** Begin to record. Throws `NoMicrophone`. */
export async function record(): Promise<Recorder> {
  const kind = globalThis.MediaRecorder && KINDS.find((one) => MediaRecorder.isTypeSupported(one))
  if (!kind || !navigator.mediaDevices) throw new NoMicrophone('none')
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch((problem) => {
    throw new NoMicrophone(problem instanceof DOMException && problem.name === 'NotAllowedError' ? 'refused' : 'none')
  })
  const recorder = new MediaRecorder(stream, { mimeType: kind, audioBitsPerSecond: BITS_A_SECOND })
  const pieces: Blob[] = []
  const began = performance.now()
  const spoken = new Promise<Spoken | null>((resolve) => {
    recorder.ondataavailable = ({ data }) => pieces.push(data)
    recorder.onstop = () => {
      for (const track of stream.getTracks()) track.stop()
      const duration_ms = Math.min(LONGEST_MS, Math.max(1, Math.round(performance.now() - began)))
      resolve(fileOf(new Blob(pieces), typeOf(kind)).then((file) => file && { file, duration_ms }))
    }
  })
  const stop = () => {
    clearTimeout(timer)
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const timer = setTimeout(stop, LONGEST_MS)
  recorder.start()
  return { spoken, stop }
}

const typeOf = (kind: string) => kind.slice(0, kind.includes(';') ? kind.indexOf(';') : undefined)

async function fileOf(sound: Blob, type: string): Promise<CapturedPhoto | null> {
  if (sound.size === 0) return null
  const bytes = await sound.arrayBuffer()
  return { photo_id: uuid7(), bytes, sha256: await sha256(bytes), width: 0, height: 0, type }
}
