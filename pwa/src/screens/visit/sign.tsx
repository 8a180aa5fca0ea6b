/** Sign: what is lacking, the hand-over, the customer's hands, and the way without a signature (VIS-6, VIS-8). */
import { isOnTeam, maySign } from '../../rules/team'
import { holderId } from '../../store/db'
import { handOver } from '../../store/hand_over'
import { useLive } from '../../store/live'
import { signersOf } from '../../store/visits'
import { at } from './at'
import { CustomerHands } from './customer_hands'
import { Decline } from './decline'
import { Handover } from './handover'
import { LeadSigns } from './lead_signs'
import { useSigning } from './signing'
import type { StepProps } from './step'

export function SignStep(props: StepProps) {
  const { job, visit } = props
  const signatures = useLive(() => signersOf(visit.id), [visit.id])
  const [signing, keep] = useSigning(job, visit.id, signatures !== undefined && signatures.length > 0)
  const hands = handOver.value
  const me = holderId()
  const stage = { signing, keep }
  if (hands?.visit_id === visit.id) {
    return signatures && <CustomerHands {...props} {...stage} hands={hands} signatures={signatures} />
  }
  if (isOnTeam(job, me) && !maySign(job, me)) return <LeadSigns job={job} />
  return signing.stage === 'decline' ? <Decline {...props} {...stage} /> : <Handover {...props} {...stage} />
}

export default at(SignStep)
