/** What each step is given once the job and its visit are on this device. */
import type { Presets } from '../../rules/presets'
import type { Equipment, Job, Person, Photo, Signature, Visit } from '../../rules/wire'
import type { Checklists } from '../../store/checklists'
import type { HandOver } from '../../store/hand_over'
import type { SwapSeen } from '../../store/swaps'
import type { Signing } from './signing'

export interface StepProps {
  job: Job
  visit: Visit
  equipment: Equipment | null
  technician: Person | null
  photos: readonly Photo[]
  swaps: readonly SwapSeen[]
  checklists: Checklists
  presets: Presets
}

/** What each stage of the signing is given besides. */
export interface SigningProps extends StepProps {
  signing: Signing
  keep: (typed: Partial<Signing>) => void
}

/** What every page in the customer's hands is given. */
export interface HandsProps extends SigningProps {
  hands: HandOver
  /** Everybody who has signed this visit. */
  signatures: readonly Signature[]
  change: (changes: Partial<HandOver>) => void
}
