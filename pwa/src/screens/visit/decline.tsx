/** No signature on the pad: the customer is absent, unwilling, or stamps and signs on paper (VIS-8). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Choice } from '../../parts/choice'
import { Field } from '../../parts/field'
import { Heading } from '../../parts/sheet'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { photosOf } from '../../store/photos'
import { VisitChip, VisitFrame } from './frame'
import { Photos } from './photos'
import { useSaving } from './saving'
import { signingDraft } from './signing'
import type { SigningProps } from './step'

const w = words({
  title: ['不在这里签', 'Without a signature here'],
  goes: ['这次上门会不签字结束，交给主管', 'The visit closes unsigned and goes to the manager'],
  goesWhy: ['记下的都留着。', 'All that was recorded is kept.'],
  why: ['为什么', 'Why'],
  absent: ['用户不在', 'The customer is absent'],
  absentHint: ['联系过谁，怎么说', 'Who was reached, and what they said'],
  unwilling: ['用户不愿签', 'The customer is unwilling'],
  unwillingHint: ['用户的原话', 'In the customer’s words'],
  stamped: ['盖章，或签在纸上', 'Stamped, or signed on paper'],
  stampedHint: ['拍下盖章的纸，写上谁盖的', 'Photo of the paper, and who stamped it'],
  name: ['谁签的、谁盖的', 'Who signed or stamped'],
  role: ['职务', 'Position'],
  paper: ['盖章的纸', 'The stamped paper'],
  paperAsk: ['拍盖章的纸', 'Photo of the stamped paper'],
  note: ['说明', 'Note'],
  noteHint: ['用户要什么，你建议怎么办', 'What the customer wants, and what you propose'],
  close: ['不签字，结束上门', 'Close unsigned'],
  back: ['回去签字', 'Back to signing'],
  chooseWhy: ['先选一个原因', 'Choose why first'],
  writeNote: ['写一句说明', 'Write a short note'],
  nameFirst: ['写上姓名', 'Write the name'],
  takePaper: ['还差那张纸的照片', 'The photo of the paper is missing'],
})

const REASONS = ['absent', 'unwilling', 'stamped'] as const

export function Decline({ job, visit, photos, signing, keep }: SigningProps) {
  const [asked, setAsked] = useState(false)
  const [saving, save] = useSaving()
  const { reason, note, name, role } = signing
  const papers = photosOf(photos, 'stamped_paper')
  const stamped = reason === 'stamped'
  const lack = {
    reason: reason === null,
    note: !stamped && note.trim() === '',
    name: stamped && name.trim() === '',
    paper: stamped && papers.length === 0,
  }
  const close = () => {
    setAsked(true)
    if (reason === null || lack.note || lack.name || lack.paper) return
    const signer = stamped ? [name, role].filter(Boolean).join(' ') : ''
    save(() =>
      mutate(
        'visit.close_unsigned',
        { visit_id: visit.id, reason, note: [signer, note.trim()].filter(Boolean).join('：') || null },
        { draft: signingDraft(visit.id) },
      ),
    )
  }
  return (
    <VisitFrame
      job={job}
      title={w.title()}
      chip={<VisitChip visit={visit} />}
      dock={
        <div class="act">
          <Button kind="main" off={saving} onTap={close}>
            {w.close()}
          </Button>
          <Button onTap={() => keep({ stage: 'handover' })}>{w.back()}</Button>
        </div>
      }
    >
      <Verdict kind="flat" title={w.goes()}>
        {w.goesWhy()}
      </Verdict>
      <Heading>{w.why()}</Heading>
      <Choice
        name="reason"
        label={w.why()}
        value={reason}
        options={REASONS.map((one) => ({ value: one, label: w[one](), hint: w[`${one}Hint`]() }))}
        onChoose={(chosen) => keep({ reason: chosen })}
      />
      {asked && lack.reason && <Missing>{w.chooseWhy()}</Missing>}
      {stamped && (
        <div class="lines">
          <Heading>{w.paper()}</Heading>
          <Photos visit={visit} subject="stamped_paper" photos={papers} alt={w.paper()} ask={w.paperAsk()} />
          {asked && lack.paper && <Missing>{w.takePaper()}</Missing>}
          <div class="two">
            <Field
              label={w.name()}
              value={name}
              autocomplete="off"
              onInput={(typed) => keep({ name: typed })}
              bad={asked && lack.name ? w.nameFirst() : undefined}
            />
            <Field label={w.role()} value={role} autocomplete="off" onInput={(typed) => keep({ role: typed })} />
          </div>
        </div>
      )}
      <div class="lines">
        <Heading>{w.note()}</Heading>
        <Field
          label={w.noteHint()}
          lines={3}
          value={note}
          onInput={(typed) => keep({ note: typed })}
          bad={asked && lack.note ? w.writeNote() : undefined}
        />
      </div>
    </VisitFrame>
  )
}

function Missing({ children }: { children: string }) {
  return (
    <p class="meta bad" role="alert">
      {children}
    </p>
  )
}
