/** Check 查: the faulty part examined, the true cause named, with photos or a note (VIS-3). */
import { Button } from '../../parts/button'
import { Tick } from '../../parts/choice'
import { Field } from '../../parts/field'
import { Heading } from '../../parts/sheet'
import { words } from '../../parts/words'
import { photosOf } from '../../store/photos'
import { at } from './at'
import { FaultPicker } from './fault_picker'
import { StepMarks, VisitChip, VisitFrame } from './frame'
import { Photos } from './photos'
import { useSection } from './section'
import type { StepProps } from './step'

const w = words({
  title: ['查', 'Check'],
  examined: ['坏的件我看过、动手查过', 'I have examined the faulty part'],
  examinedHint: ['不是听说，也不是猜的', 'Not by hearsay, not by guess'],
  fault: ['是什么故障', 'Which fault'],
  cause: ['真正的原因', 'The true cause'],
  causeHint: ['目录里没有，或要补充，用自己的话写', 'Not in the catalogue, or more to say: in your own words'],
  evidence: ['凭据', 'Evidence'],
  evidenceAlt: ['故障部位', 'Faulty place'],
  evidenceAsk: ['拍故障部位', 'Photo of the faulty place'],
  next: ['查完了，去处理', 'Go on to Handle'],
})

export function CheckStep({ job, visit, photos }: StepProps) {
  const { value, set, save, onFocusOut } = useSection(visit, 'check')
  return (
    <VisitFrame
      job={job}
      title={w.title()}
      chip={<StepMarks visit={{ ...visit, check: value }} photos={photos} now="check" />}
      dock={
        <Button kind="main" wide iconAfter="arrow-right" href={`/job/${job.id}/handle`} onTap={() => void save()}>
          {w.next()}
        </Button>
      }
    >
      <div onFocusOut={onFocusOut}>
        <Tick
          label={w.examined()}
          hint={w.examinedHint()}
          ticked={value.examined === true}
          onTick={(examined) => set({ examined })}
        />
      </div>
      <div onFocusOut={onFocusOut}>
        <Heading aside={<VisitChip visit={visit} />}>{w.fault()}</Heading>
        <FaultPicker fault_id={value.fault_id} fault_class={job.fault_class} onPick={(fault_id) => set({ fault_id })} />
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
      <Heading>{w.evidence()}</Heading>
      <Photos
        visit={visit}
        subject="fault"
        photos={photosOf(photos, 'fault')}
        alt={w.evidenceAlt()}
        ask={w.evidenceAsk()}
      />
    </VisitFrame>
  )
}

export default at(CheckStep)
