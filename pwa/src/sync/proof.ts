/** Asks the worker for every file of the app, from the device alone, and reads each to its end. */
import { ASK_FILES, FROM_HERE } from '../rules/proof'

/** Which files the app needs and which of them are not on this device. */
export interface FilesProof {
  files: string[]
  missing: string[]
}

const ANSWER_MS = 5000
const AT_ONCE = 8

/** The proof; null where no worker keeps the app, so that it only opens with a network. */
export async function proveFiles(): Promise<FilesProof | null> {
  const worker = globalThis.navigator?.serviceWorker?.controller
  const files = worker ? await filesOf(worker) : null
  if (files === null || files.length === 0) return null
  const missing: string[] = []
  for (let first = 0; first < files.length; first += AT_ONCE) {
    const some = files.slice(first, first + AT_ONCE)
    const here = await Promise.all(some.map(isHere))
    missing.push(...some.filter((_, place) => !here[place]))
  }
  return { files, missing }
}

function filesOf(worker: ServiceWorker): Promise<string[] | null> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), ANSWER_MS)
    port1.onmessage = ({ data }) => {
      clearTimeout(timer)
      resolve(data as string[])
    }
    worker.postMessage({ type: ASK_FILES }, [port2])
  })
}

/** An answer without the mark came from somewhere else and proves nothing. */
async function isHere(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { headers: { [FROM_HERE]: '1' } })
    const bytes = await answer.arrayBuffer()
    return answer.ok && answer.headers.has(FROM_HERE) && bytes.byteLength > 0
  } catch {
    return false
  }
}
