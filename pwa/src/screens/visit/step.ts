/** What each step is given once the job and its visit are on this device. */
import type { Equipment, Job, Person, Photo, Visit } from '../../rules/wire'
import type { SwapSeen } from '../../store/swaps'
import type { Signing } from './signing'

export interface StepProps {
  job: Job
  visit: Visit
  equipment: Equipment | null
  technician: Person | null
  photos: readonly Photo[]
  swaps: readonly SwapSeen[]
}

/** What each stage of the signing is given besides. */
export interface SigningProps extends StepProps {
  signing: Signing
  keep: (typed: Partial<Signing>) => void
}
