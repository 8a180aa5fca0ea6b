/** The job in hand: what it lacks, who goes, who leads, when; and the way to correct what the caller said. */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { Plate, Quote, Sheet } from '../../parts/sheet'
import { SyncChip } from '../../parts/sync_chip'
import { Tagline } from '../../parts/tagline'
import { dayAndClock } from '../../parts/times'
import { say } from '../../parts/toast'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id, Rows } from '../../rules/wire'
import { cardState } from '../../store/card'
import { useDraft } from '../../store/drafts'
import { holder } from '../../store/holder'
import { useLive } from '../../store/live'
import { moneyOf } from '../../store/quotes'
import { metresToSite, type Whereabouts } from '../../store/whereabouts'
import { JobClocks } from '../job_clocks'
import { ClockNotes } from './clock_notes'
import { leadOf } from './day_board'
import { EditJob } from './edit_job'
import { Heard } from './heard'
import { instantTyped, typedInstant } from './job_form'
import { PaidService } from './paid_service'
import { kilometres, lacking } from './queue'
import { Reason } from './reason'
import { Refused } from './refused'
import { faultClass, together, urgency } from './words'

const w = words({
  back: ['回到待派', 'Back to the queue'],
  unit: ['设备', 'Unit'],
  where: ['现场', 'Site'],
  contact: ['联系人', 'Contact'],
  kind: ['类别', 'Class'],
  notYet: ['还没登记', 'Not logged yet'],
  edit: ['改信息', 'Correct'],
  lacks: [(fields: string) => `派工前还缺：${fields}`, (fields: string) => `Missing before dispatch: ${fields}`],
  lacksWhy: ['问到了就补上；等不及也能先派。', 'Add it when you know it. It can still be dispatched.'],
  complete: ['补上', 'Add it'],
  who: ['谁去', 'Who goes'],
  lead: ['负责', 'Lead'],
  makeLead: [(name: string) => `让${name}负责`, (name: string) => `Make ${name} the lead`],
  busy: [
    (count: number) => `今天 ${count} 个任务`,
    (count: number) => (count === 1 ? '1 job that day' : `${count} jobs that day`),
  ],
  free: ['今天没排', 'Nothing planned'],
  when: ['计划到场', 'Planned arrival'],
  nobody: ['先选人', 'Choose who goes'],
  dispatch: [(names: string) => `派给${names}`, (names: string) => `Dispatch to ${names}`],
  reassign: [(names: string) => `改派给${names}`, (names: string) => `Reassign to ${names}`],
  same: ['和现在一样', 'Same as now'],
  sent: [(names: string) => `派给${names}了`, (names: string) => `Dispatched to ${names}`],
  kept: ['原来的人已经记下的都留着。', 'What the former technician has recorded is kept.'],
  away: [(far: string) => `· 最后在 ${far} 外`, (far: string) => `· last ${far} away`],
  unsynced: [
    (name: string) => `${name}可能还有没传上来的记录`,
    (name: string) => `${name} may have work that has not arrived yet`,
  ],
  heard: [(at: string) => `最近一条消息 ${at}。`, (at: string) => `Last news ${at}.`],
  neverHeard: ['还没收到过消息。', 'No news so far.'],
  payFirst: ['付清才能派', 'Paid first, then dispatched'],
  whyUnpaid: ['没付清就派，要写理由', 'Say why somebody is sent before it is paid'],
  closed: ['服务已经结束，不能再改派。', 'The service has ended; it can no longer be reassigned.'],
  opened: [(at: string) => `${at} 登记`, (at: string) => `Logged ${at}`],
})

/** Nobody is sent to these any more. */
export const CLOSED: ReadonlySet<string> = new Set(['signed', 'unsigned', 'approved'])

/** Who goes and when, as it is being chosen. */
export interface Choosing {
  readonly people: readonly Id[]
  readonly lead: Id | null
  readonly planned: string
}

export const draftKey = (jobId: Id | null) => `assign:${jobId ?? 'nothing'}`

export const NOBODY: Choosing = { people: [], lead: null, planned: '' }

/** What is in force already is what the form begins with. */
export function chosenSoFar(job: Rows['job']): Choosing {
  return {
    people: job.technicians.map((one) => one.user_id),
    lead: leadOf(job) ?? null,
    planned: typedInstant(job.planned_at),
  }
}

/** Take a person in or out; whoever comes first leads, and a lead who leaves hands over (JOB-4). */
export function toggled(choosing: Choosing, person: Id): Choosing {
  const people = choosing.people.includes(person)
    ? choosing.people.filter((one) => one !== person)
    : [...choosing.people, person]
  const lead = choosing.lead !== null && people.includes(choosing.lead) ? choosing.lead : (people[0] ?? null)
  return { ...choosing, people, lead }
}

interface Props {
  job: Rows['job']
  technicians: readonly Rows['person'][]
  /** How many jobs each has on the day shown. */
  load: ReadonlyMap<Id, number>
  /** Where everybody was last, and what has arrived of them. */
  known: Whereabouts
  now: Date
  choosing: Choosing
  onChoose: (choosing: Choosing) => void
  /** The choice is recorded and nothing is being chosen any more. */
  onSent: () => void
  onClose: () => void
}

export function JobPanel({ job, technicians, load, known, now, choosing, onChoose: choose, onSent, onClose }: Props) {
  const [editing, edit] = useState(false)
  const truth = cardState([job.id])
  const names = together(technicians.filter((one) => choosing.people.includes(one.id)).map((one) => one.name))
  const unchanged = JSON.stringify(choosing) === JSON.stringify(chosenSoFar(job))
  const closed = CLOSED.has(job.state)
  const waits = useLive(() => moneyOf(job), [job])?.waits ?? null
  const mayOverride = holder.value?.person.roles.includes('manager') ?? false
  const [unpaid, sayWhy] = useDraft<{ text: string }>(`unpaid:${job.id}`, { text: '' })
  const reason = waits === null ? '' : unpaid.text.trim()
  const held = waits !== null && !(mayOverride && reason !== '')
  const send = async () => {
    if (choosing.lead === null) return
    const body = {
      job_id: job.id,
      technician_ids: [...choosing.people],
      lead_id: choosing.lead,
      planned_at: instantTyped(choosing.planned),
      ...(reason !== '' && { unpaid_reason: reason }),
    }
    await mutate('job.assign', body, { draft: draftKey(job.id) })
    say(w.sent(names))
    onSent()
  }
  if (editing) return <EditJob job={job} onClose={() => edit(false)} />
  return (
    <section class="jobpanel">
      <header class="bar">
        <button type="button" class="iconbtn" aria-label={w.back()} onClick={onClose}>
          <Icon name="arrow-left" size="l" />
        </button>
        <div class="grow">
          <h2 class="lead">{job.plate ? <Plate>{job.plate}</Plate> : (job.customer_name ?? w.notYet())}</h2>
          <p class="meta">{[job.number, w.opened(dayAndClock(job.opened_at))].filter(Boolean).join(' · ')}</p>
        </div>
        <SyncChip state={truth.state} at={truth.at} />
      </header>
      <Refused
        about={[job.id]}
        name="job.assign"
        onTakeBack={(body) =>
          choose({ people: body.technician_ids, lead: body.lead_id, planned: typedInstant(body.planned_at) })
        }
      />
      <Sheet>
        <div class="stack">
          {job.fault_reported && <Quote>{job.fault_reported}</Quote>}
          <Facts job={job} />
          <Heard job_id={job.id} />
          <JobClocks job={job} now={now.getTime()} />
          <ClockNotes job={job} />
          <Button size="mid" icon="pencil-simple" wide onTap={() => edit(true)}>
            {w.edit()}
          </Button>
        </div>
      </Sheet>
      {job.lacks.length > 0 && (
        <Verdict kind="doubt" title={w.lacks(lacking(job))}>
          {w.lacksWhy()}
        </Verdict>
      )}
      <PaidService job={job} />
      {closed ? (
        <Verdict kind="flat" title={w.closed()} />
      ) : (
        <>
          <h3 class="cap">{w.who()}</h3>
          <ul class="sheet flush list people">
            {technicians.map((person) => (
              <Goes
                key={person.id}
                person={person}
                count={load.get(person.id) ?? 0}
                metres={metresToSite(known, person.id, job)}
                goes={choosing.people.includes(person.id)}
                leads={choosing.lead === person.id}
                onToggle={() => choose(toggled(choosing, person.id))}
                onLead={() => choose({ ...choosing, lead: person.id })}
              />
            ))}
          </ul>
          <Field
            label={w.when()}
            type="datetime-local"
            value={choosing.planned}
            onInput={(planned) => choose({ ...choosing, planned })}
          />
          {job.state !== 'open' && !unchanged && (
            <Leaving job={job} choosing={choosing} known={known} people={technicians} />
          )}
          {waits !== null && mayOverride && (
            <Reason
              value={unpaid.text}
              onInput={(text) => sayWhy({ text })}
              lacking={held ? w.whyUnpaid() : undefined}
            />
          )}
          <div class="send">
            <Button kind="main" wide off={choosing.people.length === 0 || unchanged || held} onTap={() => void send()}>
              {choosing.people.length === 0
                ? w.nobody()
                : unchanged
                  ? w.same()
                  : held
                    ? w.payFirst()
                    : job.state === 'open'
                      ? w.dispatch(names)
                      : w.reassign(names)}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

/** Who goes no longer may have recorded what has not arrived yet; it stays theirs, and is kept (JOB-7). */
function Leaving({
  job,
  choosing,
  known,
  people,
}: Pick<Props, 'job' | 'choosing' | 'known'> & { people: Props['technicians'] }) {
  const leaving = people.filter(
    ({ id }) => job.technicians.some(({ user_id }) => user_id === id) && !choosing.people.includes(id),
  )
  if (leaving.length === 0) return <p class="meta">{w.kept()}</p>
  return (
    <>
      {leaving.map(({ id, name }) => {
        const at = known.heard.get(id)
        return (
          <Verdict key={id} kind="doubt" title={w.unsynced(name)}>
            {at ? w.heard(dayAndClock(at)) : w.neverHeard()} {w.kept()}
          </Verdict>
        )
      })}
    </>
  )
}

function Facts({ job }: { job: Rows['job'] }) {
  const kind = [
    job.fault_class && faultClass(job.fault_class),
    job.urgency && urgency(job.urgency),
    job.distance_km !== null && `${job.distance_km} km`,
  ].filter(Boolean)
  const facts: readonly [string, string | null][] = [
    [w.unit(), [job.customer_name, job.model, job.serial].filter(Boolean).join(' · ') || null],
    [w.where(), job.site_address],
    [w.contact(), [job.contact, job.phone].filter(Boolean).join(' · ') || null],
    [w.kind(), kind.join(' · ') || null],
  ]
  return (
    <dl class="facts">
      {facts.map(([term, value]) => (
        <>
          <dt>{term}</dt>
          <dd class={value ? '' : 'quiet'}>{value ?? w.notYet()}</dd>
        </>
      ))}
    </dl>
  )
}

interface GoesProps {
  person: Rows['person']
  count: number
  metres: number | null
  goes: boolean
  leads: boolean
  onToggle: () => void
  onLead: () => void
}

function Goes({ person, count, metres, goes, leads, onToggle, onLead }: GoesProps) {
  return (
    <li>
      <label class="grow">
        <input type="checkbox" checked={goes} onChange={onToggle} />
        <span>
          <b>{person.name}</b> <span class="meta quiet">{count > 0 ? w.busy(count) : w.free()}</span>{' '}
          {metres !== null && <span class="meta quiet">{w.away(kilometres(metres))}</span>}
        </span>
      </label>
      {goes && leads && (
        <Tagline icon="user" kind="ok">
          {w.lead()}
        </Tagline>
      )}
      {goes && !leads && (
        <Button size="mid" label={w.makeLead(person.name)} onTap={onLead}>
          {w.lead()}
        </Button>
      )}
    </li>
  )
}
