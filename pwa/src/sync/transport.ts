/** One request to the server, and the few ways in which it can end. */
import { mustSignIn } from '../store/holder'
import { contacted } from './status'

/** What a refusing server says; `code` is stable, `message` is for logs. */
export interface Problem {
  code: string
  message: string
  mode?: 'wipe' | 'drain'
  expected?: number
  seq?: number
  reason?: string
  retry_after?: number
}

/** `lost`: no answer, or one that cannot be read (cut off, a hotel's login page, a broken proxy). */
export type Answer<T> =
  | { kind: 'ok'; body: T }
  | { kind: 'problem'; status: number; problem: Problem; wait_s: number | null }
  | { kind: 'lost' }

/** Why a round ends early. Everything stays on the device whatever it is. */
export type Stop =
  | { why: 'lost' }
  | { why: 'sign_in' }
  | { why: 'revoked'; mode: 'wipe' | 'drain' }
  | { why: 'drained' }
  | { why: 'wait'; seconds: number }

const ANSWER_MS = 60_000
const WORTH_SHRINKING = 1024

/** Requests that are given up when something urgent is recorded. */
const givingWay = new Set<AbortController>()

/** Free the line for what is urgent: what is given up now is asked again later. */
export function freeTheLine(): void {
  for (const request of givingWay) request.abort()
}

/** Ask the server. Never throws: a line that fails is an answer too. One that `givesWay` may be given up at any time. */
export async function ask<T extends object>(
  method: 'GET' | 'POST',
  path: string,
  sent?: object,
  { givesWay = false } = {},
): Promise<Answer<T>> {
  const request = new AbortController()
  const timer = setTimeout(() => request.abort(), ANSWER_MS)
  if (givesWay) givingWay.add(request)
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: request.signal,
      ...(sent === undefined ? { headers: HEADERS } : await packed(JSON.stringify(sent))),
    })
    return await read<T>(response)
  } catch {
    return { kind: 'lost' }
  } finally {
    clearTimeout(timer)
    givingWay.delete(request)
  }
}

const HEADERS = { Accept: 'application/json', 'X-Truckroll': '1' }

async function packed(text: string): Promise<{ headers: Record<string, string>; body: BodyInit }> {
  const headers = { ...HEADERS, 'Content-Type': 'application/json' }
  if (text.length < WORTH_SHRINKING || typeof CompressionStream === 'undefined') return { headers, body: text }
  const shrunk = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  const body = await new Response(shrunk).arrayBuffer()
  return { headers: { ...headers, 'Content-Encoding': 'gzip' }, body }
}

async function read<T extends object>(response: Response): Promise<Answer<T>> {
  const text = await response.text()
  const body = text === '' && response.status === 204 ? {} : (JSON.parse(text || 'null') as unknown)
  const ours = body !== null && typeof body === 'object'
  if (response.ok) {
    if (!ours) return { kind: 'lost' }
    contacted()
    return { kind: 'ok', body: body as T }
  }
  if (!ours || typeof (body as Problem).code !== 'string') return { kind: 'lost' }
  const problem = body as Problem
  return { kind: 'problem', status: response.status, problem, wait_s: waiting(response, problem) }
}

function waiting(response: Response, problem: Problem): number | null {
  const told = Number(response.headers.get('Retry-After') ?? problem.retry_after ?? Number.NaN)
  return Number.isFinite(told) ? Math.min(Math.max(told, 1), 3600) : null
}

const PAUSE_S = 30

/** Why the round must end after this answer; what a request knows better how to handle, it handles first. */
export function stopAfter(answer: Exclude<Answer<object>, { kind: 'ok' }>): Stop {
  if (answer.kind === 'lost') return { why: 'lost' }
  const { status, problem, wait_s } = answer
  if (status === 401 && problem.code === 'sign_in') {
    mustSignIn.value = true
    return { why: 'sign_in' }
  }
  if (status === 403 && problem.code === 'revoked') return { why: 'revoked', mode: problem.mode ?? 'drain' }
  if (status === 429 || status === 503) return { why: 'wait', seconds: wait_s ?? PAUSE_S }
  return { why: 'lost' }
}
