/** Files of master data go to the server to be looked at and taken in; they need the line, and nothing waits for them. */
import type { ImportedFile } from '../rules/master_data'
import type { components } from '../rules/openapi'
import type { Answer, Problem } from './transport'

export type Preview = components['schemas']['Preview']
export type TakenIn = components['schemas']['TakenIn']

/** A large file takes its time, there and on the server. */
const ANSWER_MS = 300_000

export const look = (file: ImportedFile, data: Blob): Promise<Answer<Preview>> =>
  send(`/api/imports/${file}/preview`, data)

/** Take in what the preview with this plan told; the file is sent again and read again. */
export const takeIn = (file: ImportedFile, data: Blob, plan: string, name: string): Promise<Answer<TakenIn>> =>
  send(`/api/imports/${file}/take-in?${new URLSearchParams({ plan, name: name.slice(0, 200) })}`, data)

/** Where the books can be fetched as a table. */
export const tableOf = (file: ImportedFile, form: 'csv' | 'xlsx', language: string): string =>
  `/api/exports/${file}.${form}?language=${language}`

async function send<T extends object>(path: string, data: Blob): Promise<Answer<T>> {
  const request = new AbortController()
  const timer = setTimeout(() => request.abort(), ANSWER_MS)
  try {
    const response = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: request.signal,
      headers: { Accept: 'application/json', 'X-Truckroll': '1', 'Content-Type': 'application/octet-stream' },
      body: data,
    })
    const body = (await response.json()) as T | Problem
    if (response.ok) return { kind: 'ok', body: body as T }
    if (!('code' in body)) return { kind: 'lost' }
    return { kind: 'problem', status: response.status, problem: body as Problem, wait_s: null }
  } catch {
    return { kind: 'lost' }
  } finally {
    clearTimeout(timer)
  }
}
