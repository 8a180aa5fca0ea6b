/** A signature seals: the document of all that the customer saw, signed by this device, goes with it (VIS-7). */
import { canonical, sha256 } from '../rules/canonical'
import { keyHashOf, signText } from '../rules/device_key'
import { reportDocument } from '../rules/report_document'
import type { Bodies, Id } from '../rules/wire'
import { outbox } from '../store/db'
import { newestSeal, onThePage } from '../store/sealing'
import { type HowToSave, mutate } from './mutate'

export type Signing = Omit<Bodies['visit.sign'], 'seal'>

/**
 * Record a signature with its seal, as one mutation, and return its id; see `mutate`. Where the device has no key (an
 * address without https) the signature is recorded without a seal.
 */
export async function sealedSign(signing: Signing, how: HowToSave = {}): Promise<Id> {
  return mutate('visit.sign', { ...signing, seal: await sealOf(signing, new Date()) }, how)
}

/** What the customer signed is worth keeping even if the device cannot seal it. */
async function sealOf(signing: Signing, at: Date): Promise<Bodies['visit.sign']['seal']> {
  try {
    return await sealed(signing, at)
  } catch (problem) {
    console.warn('seal', problem)
    return null
  }
}

async function sealed(signing: Signing, at: Date): Promise<Bodies['visit.sign']['seal']> {
  const keys = (await outbox().device())?.keys ?? null
  const [page, before] = await Promise.all([onThePage(signing.visit_id), newestSeal(signing.visit_id)])
  if (keys === null || page === null) return null
  const { signature_id, mark, signer_name, signer_role, language, width, height, strokes, stamp_photo_id } = signing
  const signed_at = at.toISOString()
  const document = canonical(
    reportDocument({
      ...page,
      signature: { id: signature_id, mark, signer_name, signer_role, language, signed_at, width, height, strokes },
      stamp_photo_id,
      former: before && { revision: before.revision, sha256: await sha256(before.document) },
      signed_at,
      tz_offset_min: -at.getTimezoneOffset(),
    }),
  )
  const [device_signature, key] = await Promise.all([signText(keys, document), keyHashOf(keys)])
  return { document, device_signature, key }
}
