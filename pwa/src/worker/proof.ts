/// <reference lib="webworker" />
/** Proves that the app's files are on the device: what is asked so is never looked for in the network. */
import { FROM_HERE } from '../rules/proof'

/** Whether the request must be answered from here alone. */
export const asksForProof = (request: Request): boolean => request.headers.has(FROM_HERE)

/** The file as it lies in the precache, marked; 504 where it does not. `match` is the precache. */
export async function answerFromHere(
  request: Request,
  match: (address: string) => Promise<Response | undefined>,
): Promise<Response> {
  const kept = await match(request.url)
  const headers = new Headers(kept?.headers)
  headers.set(FROM_HERE, '1')
  return new Response(kept?.body ?? null, { status: kept ? 200 : 504, headers })
}

/** Every address of the app's files, as the build listed them. */
export const addressesOf = (manifest: readonly (string | { url: string })[]): string[] =>
  manifest.map((entry) => (typeof entry === 'string' ? entry : entry.url))
