/** The one main button of a job: what comes next. */
import { Button } from '../../parts/button'
import { words } from '../../parts/words'
import { isOnTeam, maySign } from '../../rules/team'
import { holder } from '../../store/holder'
import { comesAgain, type JobInFull } from '../../store/jobs'
import { arrive } from '../arrive'
import { DiskFullNotice } from '../visit/frame'
import { diskFull, useSaving } from '../visit/saving'
import { stepStates, stepWords, untagged } from './next_step'

const w = words({
  arrive: ['我到了', 'I am here'],
  goOn: [
    (step: string, missing: string) => `继续“${step}”：还差${missing}`,
    (step: string, missing: string) => `Continue ${step}: ${missing}`,
  ],
  begin: [(step: string) => `开始“${step}”`, (step: string) => `Begin ${step}`],
  tag: ['给旧件挂标签', 'Tag the old part'],
  sign: ['去签字', 'Go to the signature'],
  leave: ['离场', 'Leave the site'],
  leadSigns: [(name: string) => `签字找负责人${name}`, (name: string) => `${name} leads and asks for the signature`],
  again: ['主管退回了，看哪里要改', 'Sent back: see what to change'],
  done: ['回到今天', 'Back to today'],
})

interface Props {
  known: JobInFull
  /** Who asks the customer to sign (JOB-4). */
  leadName: string
}

export function MainButton({ known, leadName }: Props) {
  const { job, visit, report } = known
  const [busy, save] = useSaving()
  const me = holder.value?.user_id ?? ''
  if (!isOnTeam(job, me)) return null
  if (!visit || visit.departed_at !== null) {
    if (report && !comesAgain(known)) return <Next href="/">{w.done()}</Next>
    return (
      <>
        {diskFull.value && <DiskFullNotice />}
        <Button kind="main" wide icon="map-pin" off={busy} onTap={() => save(() => arrive(job))}>
          {w.arrive()}
        </Button>
      </>
    )
  }
  if (report) {
    return (
      <Button kind="main" wide icon="navigation-arrow" href={`/job/${job.id}/leave`}>
        {w.leave()}
      </Button>
    )
  }
  const open = stepStates(known).find(({ missing }) => missing.length > 0)
  if (open) {
    const begun = open.segments.some((segment) => segment !== 'todo')
    const label = begun ? w.goOn(stepWords[open.name](), open.missing[0] ?? '') : w.begin(stepWords[open.name]())
    return <Next href={`/job/${job.id}/${open.name}`}>{label}</Next>
  }
  if (untagged(known) > 0) return <Next href={`/job/${job.id}/swap`}>{w.tag()}</Next>
  if (!maySign(job, me)) {
    return (
      <Button wide off>
        {w.leadSigns(leadName)}
      </Button>
    )
  }
  return <Next href={`/job/${job.id}/sign`}>{w.sign()}</Next>
}

function Next({ href, children }: { href: string; children: string }) {
  return (
    <Button kind="main" wide href={href}>
      {children}
    </Button>
  )
}
