/** Thanks, and the device goes back to the technician, who proves who they are (VIS-6). */
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { uuid7 } from '../../rules/ids'
import type { Id } from '../../rules/wire'
import { endHandOver } from '../../store/hand_over'
import { AskPin } from '../pin/ask_pin'
import { c } from './customer_words'
import type { HandsProps } from './step'

export function BackPage({ hands, technician, visit, signatures, keep, change }: HandsProps) {
  const signed = signatures.length > 0
  const end = async () => {
    if (!signed) keep({ stage: hands.next })
    await endHandOver()
  }
  return (
    <main class="handback" tabIndex={-1}>
      <header>
        <Icon name={signed ? 'seal-check' : 'hand-palm'} size="l" tone="acc" />
        <h1 id="customer-title">{signed ? c.thanks() : c.stopped()}</h1>
        <p class="lead">{c.giveBack(technician?.name ?? c.technician())}</p>
      </header>
      <section class="sheet">
        <AskPin onBack={() => void end()} onBackWithout={(why) => void recordBack(visit.id, why).then(end)} />
      </section>
      {!signed && (
        <Button wide onTap={() => change({ stage: 'sign', next: 'hand_over' })}>
          {c.readOn()}
        </Button>
      )}
    </main>
  )
}

/** It came back without the PIN; the reason stays with the report. */
export const recordBack = (visit_id: Id, reason: string): Promise<Id> =>
  mutate('visit.take_back', { visit_id, hand_back_id: uuid7(), reason })
