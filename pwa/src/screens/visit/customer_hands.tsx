/** The device is in the customer's hands: they read and sign, rate, and hand it back (VIS-6, VIS-11). */
import { keepHandOver } from '../../store/hand_over'
import { BackPage } from './back_page'
import { CustomerFrame } from './customer_frame'
import { CustomerPage } from './customer_page'
import { RatePage } from './rate_page'
import { customerLanguage } from './signing'
import type { HandsProps } from './step'

const PAGES = { sign: CustomerPage, rate: RatePage, back: BackPage }

export function CustomerHands({ hands, ...props }: Omit<HandsProps, 'change'>) {
  // Signed, and the app ended before the next page was kept: the signature itself says so.
  const signed = props.signatures.some(({ id }) => id === hands.signature_id)
  const Page = PAGES[hands.stage === 'sign' && signed ? 'rate' : hands.stage]
  return (
    <CustomerFrame language={customerLanguage.value}>
      <Page {...props} hands={hands} change={(changes) => void keepHandOver({ ...hands, ...changes })} />
    </CustomerFrame>
  )
}
