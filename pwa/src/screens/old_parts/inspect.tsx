/** Inspection 鉴定: in what state the old parts are, whether they are deducted and why, and who answers for it (OLD-3). */
import { mutate } from '../../mutations/mutate'
import { Choice } from '../../parts/choice'
import { Field, Pick } from '../../parts/field'
import { go, type ScreenProps } from '../../parts/route'
import { Segmented } from '../../parts/segmented'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Condition, Responsibility } from '../../rules/wire'
import { oldPartPresets, oldPartsNamed } from '../../store/custody'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { useNow } from '../now'
import { CONDITIONS } from '../office/arrival'
import { choose, idsOf } from './chosen'
import { FormFrame } from './form_frame'
import { conditionName, reasonName } from './words'

const w = words({
  title: ['鉴定', 'Inspect'],
  condition: ['外观', 'Condition'],
  result: ['结果', 'Result'],
  passes: ['合格', 'Accepted'],
  passesWhat: ['是这个件，坏的就是它', 'It is the part, and it failed as reported'],
  deduct: ['扣件', 'Deducted'],
  deductWhat: ['要选原因', 'Choose the reason'],
  reason: ['为什么扣', 'Why it is deducted'],
  chooseReason: ['选一个', 'Choose one'],
  liability: ['谁的责任', 'Who answers for it'],
  open: ['还说不准', 'Not clear yet'],
  maker: ['厂家', 'Maker'],
  supplier: ['供应商', 'Supplier'],
  user: ['用户', 'User'],
  wear: ['正常磨损', 'Wear'],
  third_party: ['第三方', 'Third party'],
  force_majeure: ['不可抗力', 'Force majeure'],
  note: ['备注', 'Note'],
  save: [(count: number) => `记下 ${count} 件的鉴定`, (count: number) => `Record the inspection of ${count}`],
  saveOne: ['记下鉴定', 'Record the inspection'],
  lacks: ['扣件要选原因', 'Choose why it is deducted'],
})

const LIABLE = ['maker', 'supplier', 'user', 'wear', 'third_party', 'force_majeure'] as const

interface Typed {
  condition: Condition
  passes: boolean
  reason: string
  liability: Responsibility | ''
  note: string
}

const UNTYPED: Typed = { condition: 'as_described', passes: true, reason: '', liability: '', note: '' }

export default function Inspect({ params }: ScreenProps) {
  const now = new Date(useNow())
  const ids = idsOf(params)
  const draft = `old_parts.inspect:${params.id ?? 'chosen'}`
  const [typed, type, drop] = useDraft<Typed>(draft, UNTYPED)
  const parts = useLive(() => oldPartsNamed(ids), [ids.join()])
  const reasons = useLive(oldPartPresets)?.deduction_reasons
  if (parts === undefined || reasons === undefined) return <main tabIndex={-1} aria-busy="true" />
  const change = (changed: Partial<Typed>) => type({ ...typed, ...changed })
  const lacks = !typed.passes && typed.reason === ''
  const save = async () => {
    const { condition, passes, reason, liability, note } = typed
    const found = {
      condition,
      reason_code: passes ? null : reason,
      liability: liability || null,
      note: note.trim() || null,
    }
    for (const { id } of parts) {
      await mutate('old_part.inspect', { inspection_id: uuid7(), old_part_id: id, ...found })
    }
    drop()
    choose([])
    go(params.id === undefined ? '/old-parts' : `/old-parts/${params.id}`, { replace: true })
  }
  return (
    <FormFrame
      title={w.title()}
      of={params.id}
      parts={parts}
      now={now}
      save={parts.length === 1 ? w.saveOne() : w.save(parts.length)}
      icon="check"
      off={lacks}
      onSave={save}
    >
      <div class="sheet stack">
        <p class="cap">{w.condition()}</p>
        <Segmented
          label={w.condition()}
          value={typed.condition}
          options={CONDITIONS.map((value) => ({ value, label: conditionName(value) }))}
          onChoose={(condition) => change({ condition })}
        />
        <Choice
          name="result"
          label={w.result()}
          value={typed.passes}
          options={[
            { value: true, label: w.passes(), hint: w.passesWhat() },
            { value: false, label: w.deduct(), hint: w.deductWhat() },
          ]}
          onChoose={(passes) => change({ passes })}
        />
        {!typed.passes && (
          <Pick
            label={w.reason()}
            value={typed.reason}
            options={[
              { value: '', label: w.chooseReason() },
              ...reasons.map(({ code }) => ({ value: code, label: reasonName(reasons, code) })),
            ]}
            bad={lacks ? w.lacks() : undefined}
            onPick={(reason) => change({ reason })}
          />
        )}
        <Pick
          label={w.liability()}
          value={typed.liability}
          options={[{ value: '', label: w.open() }, ...LIABLE.map((value) => ({ value, label: w[value]() }))]}
          onPick={(liability) => change({ liability: LIABLE.find((one) => one === liability) ?? '' })}
        />
        <Field label={w.note()} lines={2} value={typed.note} onInput={(note) => change({ note })} />
      </div>
    </FormFrame>
  )
}
