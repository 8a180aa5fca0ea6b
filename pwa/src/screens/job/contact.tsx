/** Corrects whom to reach and where; each change names the value that it replaces, so two people can meet in one field. */
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Field } from '../../parts/field'
import { go, type ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import type { Changes, EditableJob, Rows } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { jobInFull } from '../../store/jobs'
import { useLive } from '../../store/live'
import { CardChip } from '../card_chip'
import { ConflictLine } from '../conflicts/line'
import { unitName } from '../unit'
import { DiskFullNotice } from '../visit/frame'
import { diskFull, useSaving } from '../visit/saving'

const w = words({
  title: ['联系人', 'Contact'],
  contact: ['联系人', 'Contact'],
  phone: ['联系电话', 'Phone'],
  site_address: ['现场地址', 'Site address'],
  save: ['存下', 'Save'],
  same: ['没有改动', 'Nothing changed'],
  saved: ['改好了，存在本机', 'Changed, and saved here'],
  closed: ['主管批过了，不再改', 'Approved by the manager; it no longer changes'],
  gone: ['这张单子不在这台设备上', 'This job is not on this device'],
  goneWhat: ['可能改派给了别人。', 'It may be with somebody else now.'],
})

const FIELDS = ['contact', 'phone', 'site_address'] as const

type Typed = Record<(typeof FIELDS)[number], string>

export default function Contact({ params }: ScreenProps) {
  const id = params.id as string
  const known = useLive(() => jobInFull(id), [id])
  if (known === undefined) return <main tabIndex={-1} aria-busy="true" />
  if (known === null || known.job.state === 'approved') {
    return (
      <Screen head={<Bar title={w.title()} back={`/job/${id}`} />}>
        <Empty icon="phone" title={known === null ? w.gone() : w.closed()}>
          {known === null && w.goneWhat()}
        </Empty>
      </Screen>
    )
  }
  return <Correct job={known.job} />
}

function Correct({ job }: { job: Rows['job'] }) {
  const draft = `contact:${job.id}`
  const [typed, type] = useDraft<Typed>(draft, {
    contact: job.contact ?? '',
    phone: job.phone ?? '',
    site_address: job.site_address ?? '',
  })
  const [saving, save] = useSaving()
  const changes = changesOf(job, typed)
  const changed = Object.keys(changes).length > 0
  const keep = () =>
    save(async () => {
      await mutate('job.edit', { job_id: job.id, changes }, { draft })
      say(w.saved())
      go(`/job/${job.id}`)
    })
  return (
    <Screen
      head={<Bar back={`/job/${job.id}`} title={w.title()} meta={unitName(job)} chip={<CardChip ids={[job.id]} />} />}
      dock={
        <Button kind="main" wide icon="check" off={!changed || saving} onTap={keep}>
          {changed ? w.save() : w.same()}
        </Button>
      }
    >
      <ConflictLine job_id={job.id} />
      {diskFull.value && <DiskFullNotice />}
      <div class="form">
        {FIELDS.map((name) => (
          <Field
            key={name}
            label={w[name]()}
            value={typed[name]}
            onInput={(value) => type({ ...typed, [name]: value })}
            type={name === 'phone' ? 'tel' : 'text'}
            autocomplete="off"
          />
        ))}
      </div>
    </Screen>
  )
}

function changesOf(job: Rows['job'], typed: Typed): Changes<EditableJob> {
  const changes: Changes<EditableJob> = {}
  for (const name of FIELDS) {
    const to = typed[name].trim() || null
    if (job[name] !== to) changes[name] = { from: job[name], to }
  }
  return changes
}
