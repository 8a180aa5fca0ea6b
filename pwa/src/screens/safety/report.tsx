/** Report an accident or a near miss: injured or not, what, where; few taps, and nothing to wait for (VIS-13). */
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
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Id, Job } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import type { AtHand } from '../../store/urgent'
import { ChosenPhotos, MOST_NAMED } from '../escalate/chosen_photos'
import { OfJob } from '../escalate/of_job'
import { UnitPlate } from '../unit'
import { DiskFullNotice } from '../visit/frame'
import { diskFull, useSaving } from '../visit/saving'
import '../escalate/escalate.css'

const w = words({
  title: ['事故上报', 'Report an accident'],
  injured: ['有人受伤吗', 'Is anybody injured?'],
  yes: ['有人受伤', 'Somebody is injured'],
  yesHint: ['先救人，打 120', 'Help first: call 120'],
  no: ['没有人受伤', 'Nobody is injured'],
  noHint: ['险情也要报', 'A near miss counts too'],
  first: ['先救人', 'People first'],
  firstWhat: ['打 120。上报可以等一分钟。', 'Call 120. The report can wait a minute.'],
  call: ['打 120', 'Call 120'],
  what: ['出了什么事', 'What happened'],
  where: ['在哪里', 'Where'],
  whereHint: ['空着就按任务地址', 'Empty means the job’s address'],
  photos: ['现场照片', 'Photos of the scene'],
  send: ['上报', 'Report'],
  choose: ['选一个', 'Choose one'],
  kept: ['记下了，一有信号第一个发', 'Kept. It goes first as soon as there is signal.'],
})

interface Typed {
  incident_id: Id
  injured: boolean | null
  what: string
  place: string
  left_out: Id[]
}

export default function ReportScreen({ params }: ScreenProps) {
  return (
    <OfJob id={params.id as Id} title={w.title()}>
      {(job, known) => <Form job={job} known={known} />}
    </OfJob>
  )
}

const nothing = (): Typed => ({ incident_id: uuid7(), injured: null, what: '', place: '', left_out: [] })

function Form({ job, known: { visit, photos } }: { job: Job; known: AtHand }) {
  const key = `incident:${job.id}`
  const [empty] = useState(nothing)
  const [typed, type] = useDraft<Typed>(key, empty)
  const [asked, setAsked] = useState(false)
  const [busy, save] = useSaving()
  const scene = photos.filter((photo) => photo.of_id === typed.incident_id)
  const send = () => {
    const { incident_id, injured, what, place, left_out } = typed
    setAsked(true)
    if (injured === null) return
    const body = {
      incident_id,
      job_id: job.id,
      visit_id: visit?.id ?? null,
      injured,
      what: what.trim(),
      place: place.trim() || (job.site_address ?? ''),
      photo_ids: scene
        .map((photo) => photo.id)
        .filter((id) => !left_out.includes(id))
        .slice(-MOST_NAMED),
    }
    save(async () => {
      await mutate('incident.report', body, { draft: key })
      say(w.kept(), { icon: 'first-aid' })
      go(`/job/${job.id}`, { replace: true })
    })
  }
  return (
    <Screen
      head={<Bar title={w.title()} back={`/job/${job.id}`} meta={<UnitPlate job={job} />} />}
      dock={
        <Button kind="main" wide icon="first-aid" off={busy} onTap={send}>
          {w.send()}
        </Button>
      }
    >
      <div class="visit urgent-form">
        {diskFull.value && <DiskFullNotice />}
        <section>
          <Heading>{w.injured()}</Heading>
          <Choice
            name="injured"
            label={w.injured()}
            options={[
              { value: true, label: w.yes(), hint: w.yesHint() },
              { value: false, label: w.no(), hint: w.noHint() },
            ]}
            value={typed.injured}
            onChoose={(injured) => type({ ...typed, injured })}
          />
          {asked && typed.injured === null && (
            <p class="meta warn" role="alert">
              {w.choose()}
            </p>
          )}
        </section>
        {typed.injured && (
          <section class="onjob">
            <Verdict kind="no" icon="first-aid" title={w.first()}>
              {w.firstWhat()}
            </Verdict>
            <Button size="mid" icon="phone" href="tel:120">
              {w.call()}
            </Button>
          </section>
        )}
        <Field label={w.what()} lines={3} value={typed.what} onInput={(what) => type({ ...typed, what })} />
        <Field
          label={w.where()}
          hint={w.whereHint()}
          value={typed.place}
          onInput={(place) => type({ ...typed, place })}
        />
        {visit && (
          <section>
            <Heading>{w.photos()}</Heading>
            <ChosenPhotos
              visit={visit}
              photos={scene}
              subject="incident"
              of_id={typed.incident_id}
              left_out={typed.left_out}
              onLeaveOut={(left_out) => type({ ...typed, left_out })}
            />
          </section>
        )}
      </div>
    </Screen>
  )
}
