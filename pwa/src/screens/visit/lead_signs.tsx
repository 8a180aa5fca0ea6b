/** Somebody who is not in charge has opened the signing page: the customer signs once, with the lead (JOB-4). */
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { words } from '../../parts/words'
import { leadOf } from '../../rules/team'
import { useLive } from '../../store/live'
import { personOf } from '../../store/people'
import { VisitFrame } from './frame'
import type { StepProps } from './step'

const w = words({
  title: ['签字', 'Signing'],
  lead: [(name: string) => `由${name}请用户签字`, (name: string) => `${name} asks for the signature`],
  someone: ['负责人', 'The lead'],
  why: [
    '一次上门用户只签一次，找负责人签。你记下的都会出现在他的单子上。',
    'The customer signs once a visit, with the lead. What you record stands on the lead’s report.',
  ],
  back: ['回到任务', 'Back to the job'],
})

export function LeadSigns({ job }: Pick<StepProps, 'job'>) {
  const lead_id = leadOf(job)
  const lead = useLive(() => personOf(lead_id), [lead_id])
  return (
    <VisitFrame
      job={job}
      title={w.title()}
      dock={
        <Button kind="main" wide href={`/job/${job.id}`}>
          {w.back()}
        </Button>
      }
    >
      <Empty icon="signature" title={w.lead(lead?.name ?? w.someone())}>
        {w.why()}
      </Empty>
    </VisitFrame>
  )
}
