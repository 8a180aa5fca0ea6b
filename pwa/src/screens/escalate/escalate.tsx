/** Hand a major problem to the manager: what is wrong, what the customer demands, what the technician proposes (VIS-9). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Choice } from '../../parts/choice'
import { Field } from '../../parts/field'
import { go, type ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Heading } from '../../parts/sheet'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Id, Job, Severity } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import type { AtHand } from '../../store/urgent'
import { UnitPlate } from '../unit'
import { DiskFullNotice } from '../visit/frame'
import { diskFull, useSaving } from '../visit/saving'
import { ChosenPhotos, MOST_NAMED } from './chosen_photos'
import { OfJob } from './of_job'
import { SEVERITIES, severityHint, severityName } from './severity'
import './escalate.css'

const w = words({
  title: ['交给主管', 'To the manager'],
  why: ['大在哪里', 'What makes it major'],
  choose: ['选一个，主管先看最急的', 'Choose one: the manager reads the worst first'],
  problem: ['出了什么事', 'What is wrong'],
  problemHint: ['坏了什么，现在什么样，谁在等', 'What broke, how it stands now, who waits'],
  asFound: ['照“查”里写的', 'As found in Check'],
  demand: ['用户要什么', 'What the customer demands'],
  demandHint: ['原话最好；没提就空着', 'In their words; leave it empty if nothing'],
  proposal: ['你打算怎么办', 'What you propose'],
  proposalHint: ['主管点一下就能同意的办法', 'Something the manager can agree to with one tap'],
  photos: ['一起给主管看', 'Goes along'],
  photosWhat: ['文字先到，照片随后', 'the text goes first'],
  send: ['交给主管', 'Hand to the manager'],
  needsWords: ['写一句，主管才知道', 'A few words, so that the manager knows'],
  kept: ['记下了，一有信号第一个发', 'Kept. It goes first as soon as there is signal.'],
})

interface Typed {
  escalation_id: Id
  severity: Severity | null
  problem: string
  demand: string
  proposal: string
  left_out: Id[]
}

export default function EscalateScreen({ params }: ScreenProps) {
  return (
    <OfJob id={params.id as Id} title={w.title()}>
      {(job, known) => <Form job={job} known={known} />}
    </OfJob>
  )
}

const nothing = (): Typed => ({
  escalation_id: uuid7(),
  severity: null,
  problem: '',
  demand: '',
  proposal: '',
  left_out: [],
})

function Form({ job, known: { visit, photos, voice_note_ids } }: { job: Job; known: AtHand }) {
  const key = `escalate:${job.id}`
  const [empty] = useState(nothing)
  const [typed, type] = useDraft<Typed>(key, empty)
  const [asked, setAsked] = useState(false)
  const [busy, save] = useSaving()
  const cause = visit?.check.cause?.trim()
  const blank = (text: string) => (asked && text.trim() === '' ? w.needsWords() : undefined)
  const send = () => {
    const { escalation_id, severity, problem, proposal, demand, left_out } = typed
    setAsked(true)
    if (severity === null || problem.trim() === '' || proposal.trim() === '') return
    const shown = photos.map((photo) => photo.id).filter((id) => !left_out.includes(id))
    const body = {
      escalation_id,
      job_id: job.id,
      visit_id: visit?.id ?? null,
      severity,
      problem: problem.trim(),
      proposal: proposal.trim(),
      demand: demand.trim() || null,
      photo_ids: shown.slice(-MOST_NAMED),
      voice_note_ids: voice_note_ids.slice(-MOST_NAMED),
    }
    save(async () => {
      await mutate('job.escalate', body, { draft: key })
      say(w.kept(), { icon: 'megaphone' })
      go(`/job/${job.id}`, { replace: true })
    })
  }
  return (
    <Screen
      head={<Bar title={w.title()} back={`/job/${job.id}`} meta={<UnitPlate job={job} />} />}
      dock={
        <Button kind="main" wide icon="megaphone" off={busy} onTap={send}>
          {w.send()}
        </Button>
      }
    >
      <div class="visit urgent-form">
        {diskFull.value && <DiskFullNotice />}
        <section>
          <Heading>{w.why()}</Heading>
          <Choice
            name="severity"
            label={w.why()}
            options={SEVERITIES.map((one) => ({ value: one, label: severityName(one), hint: severityHint(one) }))}
            value={typed.severity}
            onChoose={(severity) => type({ ...typed, severity })}
          />
          {asked && typed.severity === null && (
            <p class="meta warn" role="alert">
              {w.choose()}
            </p>
          )}
        </section>
        <section>
          <Field
            label={w.problem()}
            hint={w.problemHint()}
            bad={blank(typed.problem)}
            lines={3}
            value={typed.problem}
            onInput={(problem) => type({ ...typed, problem })}
          />
          {cause && typed.problem === '' && (
            <Button size="mid" icon="magnifying-glass" onTap={() => type({ ...typed, problem: cause })}>
              {w.asFound()}
            </Button>
          )}
        </section>
        <Field
          label={w.demand()}
          hint={w.demandHint()}
          lines={2}
          value={typed.demand}
          onInput={(demand) => type({ ...typed, demand })}
        />
        <Field
          label={w.proposal()}
          hint={w.proposalHint()}
          bad={blank(typed.proposal)}
          lines={2}
          value={typed.proposal}
          onInput={(proposal) => type({ ...typed, proposal })}
        />
        {visit && (
          <section>
            <Heading aside={w.photosWhat()}>{w.photos()}</Heading>
            <ChosenPhotos
              visit={visit}
              photos={photos}
              subject="escalation"
              of_id={typed.escalation_id}
              left_out={typed.left_out}
              onLeaveOut={(left_out) => type({ ...typed, left_out })}
            />
          </section>
        )}
      </div>
    </Screen>
  )
}
