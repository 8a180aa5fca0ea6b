/** The job went to somebody else while the customer held the device: only the way back to the technician is left. */
import type { HandOver } from '../../store/hand_over'
import { endHandOver } from '../../store/hand_over'
import { AskPin } from '../pin/ask_pin'
import { recordBack } from './back_page'
import { CustomerFrame } from './customer_frame'
import { c } from './customer_words'
import { customerLanguage } from './signing'

export function Stranded({ hands }: { hands: HandOver }) {
  return (
    <CustomerFrame language={customerLanguage.value}>
      <main class="handback" tabIndex={-1}>
        <header>
          <h1 id="customer-title">{c.giveBack(c.technician())}</h1>
        </header>
        <section class="sheet">
          <AskPin
            onBack={() => void endHandOver()}
            onBackWithout={(why) => void recordBack(hands.visit_id, why).then(endHandOver)}
          />
        </section>
      </main>
    </CustomerFrame>
  )
}
