/** Handle: who answers for it, what was done, whether the customer agrees, and that use and care were shown (VIS-4, VIS-10). */
import { Button } from '../../parts/button'
import { Choice, Tick } from '../../parts/choice'
import { Field } from '../../parts/field'
import { Heading } from '../../parts/sheet'
import { words } from '../../parts/words'
import { at } from './at'
import { BeforeAfter } from './before_after'
import { ChecklistOf } from './checklist'
import { PartChip, VisitFrame } from './frame'
import { Phrases } from './phrases'
import { nothingIn, useSection } from './section'
import type { StepProps } from './step'

const w = words({
  title: ['处理', 'Handle'],
  who: ['责任在谁', 'Who answers for it'],
  maker: ['厂家', 'Maker'],
  makerHint: ['制造、装配', 'Making, assembly'],
  supplier: ['供应商', 'Supplier'],
  supplierHint: ['外购件', 'Bought-in part'],
  user: ['用户', 'User'],
  userHint: ['使用、保养', 'Use, care'],
  wear: ['自然磨损', 'Wear'],
  wearHint: ['易损件到寿命', 'At the end of its life'],
  third_party: ['第三方', 'Third party'],
  third_partyHint: ['改装、别人修过', 'Changed or repaired by others'],
  force_majeure: ['不可抗力', 'Force majeure'],
  force_majeureHint: ['水淹、雷击、事故', 'Flood, lightning, accident'],
  done: ['做了什么', 'What was done'],
  doneHint: ['换了什么，调了什么，试车结果', 'Replaced, adjusted, result of the test run'],
  agrees: ['用户同意吗', 'Does the customer agree?'],
  yes: ['同意', 'Agrees'],
  no: ['不同意', 'Disagrees'],
  disagreement: ['不同意什么，用户的原话', 'What about, in the customer’s words'],
  disagreementHint: ['照实写，会印在报告上', 'As it was said; it is printed on the report'],
  shown: ['讲过怎么用、怎么保养', 'Use and care shown'],
  shownHint: ['当面讲，并让用户自己做一遍', 'In person, and the customer tried it'],
  next: ['去换件', 'Go on to parts'],
  nextSign: ['去签字', 'Go on to signing'],
})

const RESPONSIBLE = ['maker', 'supplier', 'user', 'wear', 'third_party', 'force_majeure'] as const

export function HandleStep({ job, visit, photos, swaps, checklists, presets }: StepProps) {
  const { value, set, typing, save, onFocusOut } = useSection(visit, 'handle')
  const swapped = swaps.length > 0
  return (
    <VisitFrame
      job={job}
      title={w.title()}
      chip={<PartChip visit={visit} part="handle" typing={typing} empty={nothingIn(visit.handle)} />}
      dock={
        <Button
          kind="main"
          wide
          iconAfter="arrow-right"
          href={`/job/${job.id}/${swapped ? 'sign' : 'swap'}`}
          onTap={() => void save()}
        >
          {swapped ? w.nextSign() : w.next()}
        </Button>
      }
    >
      <div class="sides">
        <div>
          <div onFocusOut={onFocusOut}>
            <Heading>{w.who()}</Heading>
            <Choice
              name="responsibility"
              label={w.who()}
              value={value.responsibility}
              options={RESPONSIBLE.map((who) => ({ value: who, label: w[who](), hint: w[`${who}Hint`]() }))}
              onChoose={(responsibility) => set({ responsibility })}
            />
          </div>
          <div class="lines" onFocusOut={onFocusOut}>
            <Heading>{w.done()}</Heading>
            <Field
              label={w.doneHint()}
              lines={3}
              value={value.done ?? ''}
              onInput={(done) => set({ done: done || null })}
            />
            <Phrases phrases={presets.phrases.done} value={value.done} onSay={(done) => set({ done })} />
          </div>
          <div class="lines" onFocusOut={onFocusOut}>
            <Heading>{w.agrees()}</Heading>
            <Choice
              name="agrees"
              label={w.agrees()}
              value={value.customer_agrees}
              options={[
                { value: true, label: w.yes() },
                { value: false, label: w.no() },
              ]}
              onChoose={(customer_agrees) => set({ customer_agrees })}
            />
            {value.customer_agrees === false && (
              <Field
                label={w.disagreement()}
                hint={w.disagreementHint()}
                lines={3}
                value={value.disagreement ?? ''}
                onInput={(disagreement) => set({ disagreement: disagreement || null })}
              />
            )}
          </div>
          <div class="lines" onFocusOut={onFocusOut}>
            <Tick
              label={w.shown()}
              hint={w.shownHint()}
              ticked={value.use_shown === true}
              onTick={(use_shown) => set({ use_shown })}
            />
          </div>
        </div>
        <div>
          <BeforeAfter visit={visit} photos={photos} />
          <ChecklistOf visit={visit} photos={photos} one={checklists.handle} />
        </div>
      </div>
    </VisitFrame>
  )
}

export default at(HandleStep)
