/** Check 查: the faulty part examined, the true cause named, with photos or a note (VIS-3). */
import { Button } from '../../parts/button'
import { Tick } from '../../parts/choice'
import { Field } from '../../parts/field'
import { Heading } from '../../parts/sheet'
import { words } from '../../parts/words'
import { photosOf } from '../../store/photos'
import { later } from '../later'
import { at } from './at'
import { CausalPart } from './causal_part'
import { ChecklistOf } from './checklist'
import { FaultPicker } from './fault_picker'
import { PartChip, StepMarks, VisitFrame } from './frame'
import { Photos } from './photos'
import { nothingIn, useSection } from './section'
import type { StepProps } from './step'

const VoiceNotes = later(() => import('./voice_notes'))

const w = words({
  title: ['查', 'Check'],
  examined: ['坏的件我看过、动手查过', 'I have examined the faulty part'],
  examinedHint: ['不是听说，也不是猜的', 'Not by hearsay, not by guess'],
  fault: ['是什么故障', 'Which fault'],
  part: ['坏的是哪个件', 'Which part failed'],
  cause: ['真正的原因', 'The true cause'],
  causeHint: ['目录里没有，或要补充，用自己的话写', 'Not in the catalogue, or more to say: in your own words'],
  evidence: ['凭据', 'Evidence'],
  evidenceAlt: ['故障部位', 'Faulty place'],
  evidenceAsk: ['拍故障部位', 'Photo of the faulty place'],
  next: ['查完了，去处理', 'Go on to Handle'],
})

export function CheckStep(props: StepProps) {
  const { job, visit, photos, checklists } = props
  const { value, set, typing, save, onFocusOut } = useSection(visit, 'check')
  return (
    <VisitFrame
      job={job}
      title={w.title()}
      chip={<StepMarks visit={{ ...visit, check: value }} around={props} now="check" />}
      dock={
        <Button kind="main" wide iconAfter="arrow-right" href={`/job/${job.id}/handle`} onTap={() => void save()}>
          {w.next()}
        </Button>
      }
    >
      <div class="sides">
        <div>
          <div onFocusOut={onFocusOut}>
            <Tick
              label={w.examined()}
              hint={w.examinedHint()}
              ticked={value.examined === true}
              onTick={(examined) => set({ examined })}
            />
          </div>
          <div onFocusOut={onFocusOut}>
            <Heading aside={<PartChip visit={visit} part="check" typing={typing} empty={nothingIn(visit.check)} />}>
              {w.fault()}
            </Heading>
            <FaultPicker
              fault_id={value.fault_id}
              consequential={value.consequential_fault_ids ?? []}
              fault_class={job.fault_class}
              onPick={(fault_id) => set({ fault_id })}
              onFollow={(ids) => set({ consequential_fault_ids: ids })}
            />
          </div>
          <div class="lines" onFocusOut={onFocusOut}>
            <Heading>{w.cause()}</Heading>
            <Field
              label={w.causeHint()}
              lines={3}
              value={value.cause ?? ''}
              onInput={(cause) => set({ cause: cause || null })}
            />
          </div>
          <VoiceNotes visit={visit} section="check" />
        </div>
        <div>
          <Heading>{w.evidence()}</Heading>
          <Photos
            visit={visit}
            subject="fault"
            photos={photosOf(photos, 'fault')}
            alt={w.evidenceAlt()}
            ask={w.evidenceAsk()}
          />
          <div onFocusOut={onFocusOut}>
            <Heading>{w.part()}</Heading>
            <CausalPart
              part_id={value.causal_part_id ?? null}
              likely={job.likely_parts}
              onPick={(causal_part_id) => set({ causal_part_id })}
            />
          </div>
          <ChecklistOf visit={visit} photos={photos} one={checklists.check} />
        </div>
      </div>
    </VisitFrame>
  )
}

export default at(CheckStep)
