/** How far the signing is: whose hands the device is in, who signs, and what is already written on the pad. */
import { signal } from '@preact/signals'
import { type Drawing, NOTHING_DRAWN } from '../../parts/strokes'
import { type Language, language } from '../../parts/words'
import type { Id, Job, UnsignedReason } from '../../rules/wire'
import { draftOf, useDraft } from '../../store/drafts'

export interface Signing {
  /** `customer`: the device is in the customer's hands. */
  stage: 'handover' | 'customer' | 'decline'
  /** The customer's language, apart from the technician's. */
  language: Language
  name: string
  role: string
  drawing: Drawing
  reason: UnsignedReason | null
  note: string
}

/** The language of the page in the customer's hands. */
export const customerLanguage = signal<Language>('zh')

export const signingDraft = (visit_id: Id) => `visit:${visit_id}:sign`

/** It is a draft: rotation, reload and a dead battery leave every stroke where it was. */
export function useSigning(job: Job, visit_id: Id): [Signing, (typed: Partial<Signing>) => void] {
  const [name = '', ...role] = (job.contact ?? '').split(/\s+/)
  const key = signingDraft(visit_id)
  const [signing, keep] = useDraft<Signing>(key, {
    stage: 'handover',
    language: language.value,
    name,
    role: role.join(' '),
    drawing: NOTHING_DRAWN,
    reason: null,
    note: '',
  })
  // What was typed while something else was being saved is not lost.
  const newest = () => (draftOf(key) as unknown as Signing | undefined) ?? signing
  return [signing, (typed) => keep({ ...newest(), ...typed })]
}
