/** Nobody signs: the customer is absent or unwilling; it closes with a reason and goes to the manager (VIS-8). */
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
  title: ['没人签字', 'Nobody signs'],
  goes: ['这次上门会不签字结束，交给主管', 'The visit closes unsigned and goes to the manager'],
  goesWhy: [
    '记下的都留着。用户肯盖章，就回去签字，在那里拍盖章。',
    'All that was recorded is kept. A company stamp is photographed on the signing page.',
  ],
  why: ['为什么', 'Why'],
  absent: ['用户不在', 'The customer is absent'],
  absentHint: ['联系过谁，怎么说', 'Who was reached, and what they said'],
  unwilling: ['用户不愿签', 'The customer is unwilling'],
  unwillingHint: ['用户的原话', 'In the customer’s words'],
  note: ['说明', 'Note'],
  noteHint: ['用户要什么，你建议怎么办', 'What the customer wants, and what you propose'],
  witness: ['在场的人，可以不写', 'Who was there, if anybody'],
  picture: ['照片，可以不拍', 'A photo, if it helps'],
  pictureAsk: ['拍现场', 'Photo of the place'],
  close: ['不签字，结束上门', 'Close unsigned'],
  back: ['回去签字', 'Back to signing'],
  chooseWhy: ['先选一个原因', 'Choose why first'],
  writeNote: ['写一句说明', 'Write a short note'],
})

const REASONS = ['absent', 'unwilling'] as const

export function Decline({ job, visit, photos, signing, keep }: SigningProps) {
  const [asked, setAsked] = useState(false)
  const [saving, save] = useSaving()
  const { reason, note, witness } = signing
  const lack = { reason: reason === null, note: note.trim() === '' }
  const close = () => {
    setAsked(true)
    if (reason === null || lack.note) return
    const body = { visit_id: visit.id, reason, note: note.trim(), witness: witness.trim() || null }
    save(() => mutate('visit.close_unsigned', body, { draft: signingDraft(visit.id) }))
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
          <Button onTap={() => keep({ stage: 'hand_over' })}>{w.back()}</Button>
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
      {asked && lack.reason && (
        <p class="meta bad" role="alert">
          {w.chooseWhy()}
        </p>
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
        <Field label={w.witness()} value={witness} autocomplete="off" onInput={(typed) => keep({ witness: typed })} />
      </div>
      <Heading>{w.picture()}</Heading>
      <Photos visit={visit} subject="other" photos={photosOf(photos, 'other')} alt={w.picture()} ask={w.pictureAsk()} />
    </VisitFrame>
  )
}
