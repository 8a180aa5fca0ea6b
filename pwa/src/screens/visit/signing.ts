/** What the signing is so far: who signs, what is on the pad, or why nobody signs. */
import { computed } from '@preact/signals'
import { type Drawing, NOTHING_DRAWN } from '../../parts/strokes'
import { type Language, language } from '../../parts/words'
import type { Id, Job, UnsignedReason } from '../../rules/wire'
import { draftOf, keepDraft, useDraft } from '../../store/drafts'
import { handOver } from '../../store/hand_over'

export interface Signing {
  /** On the technician's side: the hand-over, or the way without a signature. */
  stage: 'hand_over' | 'decline'
  /** The customer's language, apart from the technician's. */
  language: Language
  name: string
  role: string
  drawing: Drawing
  /** The signer types their name instead of drawing it, and has said so. */
  typed: boolean
  /** The company's stamp on a photo, beside or instead of the hand (VIS-8). */
  stamp_photo_id: Id | null
  reason: UnsignedReason | null
  note: string
  witness: string
}

/** The language of the page in the customer's hands. */
export const customerLanguage = computed<Language>(() => (handOver.value?.language as Language | undefined) ?? 'zh')

export const signingDraft = (visit_id: Id) => `visit:${visit_id}:sign`

/**
 * It is a draft: rotation, reload and a dead battery leave every stroke where it was. `signed`: somebody has signed
 * already, so the next one is nobody that the job names.
 */
export function useSigning(job: Job, visit_id: Id, signed: boolean): [Signing, (typed: Partial<Signing>) => void] {
  const [name = '', ...role] = signed ? [] : (job.contact ?? '').split(/\s+/)
  const key = signingDraft(visit_id)
  const nothing: Signing = {
    stage: 'hand_over',
    language: language.value,
    name,
    role: role.join(' '),
    drawing: NOTHING_DRAWN,
    typed: false,
    stamp_photo_id: null,
    reason: null,
    note: '',
    witness: '',
  }
  const [, keep] = useDraft<Signing>(key, nothing)
  // The draft itself, and not what was shown last: what was typed while something was being saved is not lost, and the
  // next signer finds an empty pad.
  const newest = (): Signing => ({ ...nothing, ...(draftOf(key) as Partial<Signing> | undefined) })
  return [newest(), (typed) => keep({ ...newest(), ...typed })]
}

/** Keep a stroke that is still being made, without drawing the page anew. */
export function keepUnfinished(visit_id: Id, signing: Signing, drawing: Drawing): void {
  void keepDraft(signingDraft(visit_id), { ...signing, drawing } as never)
}
