/** Sign: what is lacking, the hand-over, the customer's page, and the way without a signature (VIS-6, VIS-8). */
import { at } from './at'
import { CustomerPage } from './customer_page'
import { Decline } from './decline'
import { Handover } from './handover'
import { useSigning } from './signing'
import type { StepProps } from './step'

export function SignStep(props: StepProps) {
  const [signing, keep] = useSigning(props.job, props.visit.id)
  const Stage = { handover: Handover, customer: CustomerPage, decline: Decline }[signing.stage]
  return <Stage {...props} signing={signing} keep={keep} />
}

export default at(SignStep)
