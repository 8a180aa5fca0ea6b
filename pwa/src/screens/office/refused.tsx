/** A request that was refused comes back to its card: the reason, and what was typed, to be changed and sent again. */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Verdict } from '../../parts/verdict'
import { language, words } from '../../parts/words'
import type { Bodies, Id, MutationName } from '../../rules/wire'
import { dismiss, unsentItems } from '../../store/card'
import { outbox } from '../../store/db'

const w = words({
  title: ['没通过，改一改再发？', 'Not accepted. Change and send again?'],
  again: ['拿回来改', 'Change it'],
  leave: ['先放下', 'Put aside'],
  code: [(code: string) => `原因代码：${code}`, (code: string) => `Reason code: ${code}`],
})

const REASON: Record<string, readonly [zh: string, en: string]> = {
  not_permitted: ['你的岗位不能做这一步，找站里的主管。', 'Your role may not do this. Ask the station’s manager.'],
  job_closed: ['任务已经签完。再去一次要登记新任务。', 'This job is closed. Log a new one for another visit.'],
  nobody_assigned: ['至少派一个人。', 'Name at least one technician.'],
  lead_not_among_them: ['负责人要在去的人里面。', 'The lead must be one of those who go.'],
  not_a_technician: ['选的人里有人不是在岗的服务人员。', 'Somebody chosen is not an active technician.'],
  report_not_waiting: ['别人已经定了，看一眼是谁定的。', 'Somebody has decided already. Look at who did.'],
  already_settled: ['别人已经处理了，看一眼备注。', 'Somebody has settled this already. Read the note.'],
  nothing_to_transfer: [
    '没有缺库存，不能补调拨。选事实为准或账为准。',
    'No stock is missing, so nothing can be transferred.',
  ],
  report_is_signed: ['用户已经签了，直接同意就行。', 'The customer has signed. Approve the report.'],
  requisition_decided: ['别人已经定了这张领料单。', 'Somebody has decided about this requisition already.'],
  requisition_closed: ['这张领料单已经关了。', 'This requisition is closed.'],
  more_than_asked: ['批的不能比要的多。', 'An approval may lower what was asked, never raise it.'],
  nothing_approved: ['一件都不批，就选不同意，写理由。', 'To approve nothing, refuse it and say why.'],
  part_on_hold: ['这件停用着，批成 0 再发。', 'This part is on hold. Approve none of it, then send again.'],
  extension_answered: ['别人已经答复了。', 'Somebody has answered already.'],
  not_later: ['要的日子不比现在晚，不用延。', 'The day asked for is not later than the present one.'],
  already_waived: ['别人已经免了这件旧件，看一眼理由。', 'Somebody has waived this old part already. Read why.'],
  already_written_off: ['这件已经销账了。', 'This part is written off already.'],
  write_off_waits: ['还差东西，现在销不了。看一眼还等什么。', 'Something is still missing. Look at what it waits for.'],
  swap_taken_back: ['这次换件撤回了，没有要销的。', 'This swap was taken back: there is nothing to write off.'],
  nobody_to_pass_on: ['换一个本站或总部的人。', 'Choose somebody else of this station or of the head office.'],
  quote_missing: ['收费服务要先报价。', 'This service is paid. Propose a quote first.'],
  quote_not_approved: ['主管还没批这份报价。', 'The manager has not approved this quote.'],
  not_paid_yet: ['还没付清，付清了再派。', 'It is not paid yet. Confirm the payment first.'],
  quote_empty: ['报价里没有件也没有工时。', 'Put a part or working time on the quote.'],
  quote_approved: ['这份报价已经批了，不能再改。', 'This quote is approved and stands.'],
  quote_decided: ['别人已经定了这份报价。', 'Somebody has decided about this quote already.'],
  changed_meanwhile: ['你看的时候别人改过了，再看一眼。', 'Somebody changed it while you looked. Look again.'],
  not_collected: ['这笔钱已经交过了。', 'This money is handed in already.'],
  another_currency: [
    '件的币种不一样，分开报。',
    'These parts are priced in another currency. Quote them by themselves.',
  ],
  review_already_settled: [
    '别人已经选了，看一眼现在用的是哪个。',
    'Somebody has decided already. Look at what holds now.',
  ],
}

interface Props<N extends MutationName> {
  /** The rows of the card. */
  about: readonly Id[]
  name: N
  /** Puts the refused body back into the card's form. */
  onTakeBack: (body: Bodies[N]) => void
}

export function Refused<N extends MutationName>({ about, name, onTakeBack }: Props<N>) {
  const [busy, setBusy] = useState(false)
  const refused = unsentItems.value.find(
    (item) =>
      item.state === 'you' &&
      item.verdict === 'refused' &&
      item.name === name &&
      item.subjects.some((subject) => about.includes(subject)),
  )
  if (refused === undefined) return null
  const takeBack = async () => {
    setBusy(true)
    const kept = (await outbox().all()).find((one) => one.envelope.mutation_id === refused.mutation_id)
    if (kept) onTakeBack(JSON.parse(kept.envelope.body) as Bodies[N])
    await dismiss(refused.mutation_id)
    setBusy(false)
  }
  return (
    <section class="stack">
      <Verdict kind="no" title={w.title()}>
        {reason(refused.code)}
      </Verdict>
      <div class="act">
        <Button size="mid" off={busy} onTap={() => void takeBack()}>
          {w.again()}
        </Button>
        <Button size="mid" kind="plain" onTap={() => void dismiss(refused.mutation_id)}>
          {w.leave()}
        </Button>
      </div>
    </section>
  )
}

function reason(code: string | null): string {
  if (code === null) return ''
  return REASON[code]?.[language.value === 'zh' ? 0 : 1] ?? w.code(code)
}
