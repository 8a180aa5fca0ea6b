/** On the job: where each major problem and accident stands, what the manager answered, and the way to raise one. */
import { Button } from '../../parts/button'
import { SyncChip } from '../../parts/sync_chip'
import { clock, dayAndClock } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Escalation, Id, Incident, Person } from '../../rules/wire'
import { cardState } from '../../store/card'
import { useLive } from '../../store/live'
import { urgentOnJob } from '../../store/urgent'
import { decisionName, severityName } from './severity'
import './escalate.css'

const w = words({
  here: ['还在这台设备上，一有信号第一个发', 'Still on this device; it goes first when there is signal'],
  manager: [
    (at: string) => `主管 ${at} 收到了，等答复`,
    (at: string) => `The manager has it since ${at}; no answer yet`,
  ],
  answered: [(who: string, at: string) => `${who}，${at}`, (who: string, at: string) => `${who}, ${at}`],
  decided: [(decision: string) => `主管答复：${decision}`, (decision: string) => `The manager says: ${decision}`],
  manager_: ['主管', 'The manager'],
  incident: ['事故', 'Incident'],
  injured: ['事故，有人受伤', 'Incident, somebody injured'],
  closed: ['主管处理完了', 'The manager has dealt with it'],
  call: ['叫主管', 'Call the manager'],
  escalate: ['大问题', 'Major problem'],
  report: ['出事了', 'Accident'],
})

/** What was raised on this job. */
export function RaisedOnJob({ job_id }: { job_id: Id }) {
  const raised = useLive(() => urgentOnJob(job_id), [job_id])
  if (!raised || raised.escalations.length + raised.incidents.length === 0) return null
  return (
    <div class="onjob">
      {raised.escalations.map(({ escalation, answeredBy }) => (
        <Raised key={escalation.id} escalation={escalation} answeredBy={answeredBy} />
      ))}
      {raised.incidents.map((incident) => (
        <Reported key={incident.id} incident={incident} />
      ))}
    </div>
  )
}

function Raised({ escalation, answeredBy }: { escalation: Escalation; answeredBy: Person | undefined }) {
  const { state } = cardState([escalation.id])
  if (escalation.state === 'answered') {
    return (
      <Verdict
        kind={escalation.decision === 'agreed' ? 'ok' : 'doubt'}
        icon="megaphone"
        title={w.decided(escalation.decision ? decisionName(escalation.decision) : '')}
      >
        {escalation.answer && <span class="answer">{escalation.answer}</span>}{' '}
        <span class="meta">
          {w.answered(
            answeredBy?.name ?? w.manager_(),
            escalation.answered_at ? dayAndClock(escalation.answered_at) : '',
          )}
        </span>
      </Verdict>
    )
  }
  return (
    <Verdict kind="flat" icon="megaphone" title={`${severityName(escalation.severity)} · ${escalation.problem}`}>
      {state === 'has' ? w.manager(clock(escalation.received_at)) : w.here()} <SyncChip state={state} />
    </Verdict>
  )
}

function Reported({ incident }: { incident: Incident }) {
  const { state } = cardState([incident.id])
  const title = incident.injured ? w.injured() : w.incident()
  if (incident.state === 'closed') {
    return (
      <Verdict kind="ok" icon="first-aid" title={`${title} · ${w.closed()}`}>
        {incident.note}
      </Verdict>
    )
  }
  return (
    <Verdict kind="flat" icon="first-aid" title={title}>
      {state === 'has' ? w.manager(clock(incident.received_at)) : w.here()} <SyncChip state={state} />
    </Verdict>
  )
}

/** The two ways to call the manager, quiet until they are needed. */
export function CallManager({ job_id }: { job_id: Id }) {
  return (
    <nav class="urgent-links" aria-label={w.call()}>
      <Button kind="plain" size="mid" icon="megaphone" href={`/job/${job_id}/escalate`}>
        {w.escalate()}
      </Button>
      <Button kind="plain" size="mid" icon="first-aid" href={`/job/${job_id}/incident`}>
        {w.report()}
      </Button>
    </nav>
  )
}
