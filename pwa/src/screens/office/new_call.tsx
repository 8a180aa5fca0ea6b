/** A call becomes a job (JOB-1, JOB-2): asked in the order in which a caller tells it; it may have gaps, and says which. */
import type { ComponentChildren } from 'preact'
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { go, type ScreenProps } from '../../parts/route'
import { Heading, Sheet } from '../../parts/sheet'
import { Tagline } from '../../parts/tagline'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Id, Rows } from '../../rules/wire'
import { contactById, stationOfContact } from '../../store/contacts'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { DiskFullNotice } from '../visit/frame'
import { diskFull, useSaving } from '../visit/saving'
import { JobField } from './job_fields'
import { NOTHING_TYPED, openBody, stillMissing, type TypedJob } from './job_form'
import { UnitPicker } from './unit_picker'
import { fieldName } from './words'
import './office.css'
import './call.css'

const w = words({
  title: ['登记来电', 'Log a call'],
  kept: ['写下的都留在本机，关了也不丢', 'What you type is kept here, even if you close this'],
  who: ['谁，哪台', 'Who, which unit'],
  where: ['在哪，找谁', 'Where, whom to ask for'],
  what: ['出了什么事', 'What happened'],
  plan: ['打算怎么办', 'The plan'],
  missing: ['还缺', 'Still missing'],
  whole: ['齐了，可以派', 'Complete, ready to dispatch'],
  save: ['存下，去派工', 'Save and dispatch'],
  saveGaps: [(count: number) => `先存下，缺 ${count} 项`, (count: number) => `Save with ${count} missing`],
  saved: ['登记好了', 'Call logged'],
  gapsStay: ['缺的会一直标着，派工前补上。', 'The gaps stay marked until they are filled before dispatch.'],
  clear: ['清空重写', 'Clear'],
})

export default function NewCallScreen({ params }: ScreenProps) {
  return params.contact === undefined ? <NewCall contact={null} /> : <FromLog id={params.contact} />
}

function FromLog({ id }: { id: Id }) {
  const contact = useLive(() => contactById(id), [id])
  if (contact === undefined) return <main id="main" class="office" tabIndex={-1} aria-busy="true" />
  return <NewCall contact={contact} />
}

/** What the contact log knows is not asked again. */
function NewCall({ contact }: { contact: Rows['contact'] | null }) {
  const key = contact === null ? 'call' : `call:${contact.id}`
  const [typed, type, drop] = useDraft<TypedJob>(key, contact === null ? NOTHING_TYPED : toldBy(contact))
  const [busy, saveOnce] = useSaving()
  const missing = stillMissing(typed)
  const save = () =>
    saveOnce(async () => {
      const job_id = uuid7()
      await mutate('job.open', openBody(job_id, typed), { draft: key })
      const contact_id = contact?.id ?? (await logCall(typed))
      if (contact_id !== null) await mutate('contact.dispatch', { contact_id, job_id })
      drop()
      say(w.saved())
      go('/dispatch')
    })
  return (
    <>
      <Bar title={w.title()} meta={w.kept()} back={contact === null ? '/dispatch' : `/calls/${contact.id}`} />
      <main id="main" class="office call" tabIndex={-1}>
        <div class="questions">
          <Group title={w.who()}>
            <UnitPicker
              customerId={typed.customer_id}
              equipmentId={typed.equipment_id}
              onPick={(picked) =>
                type({
                  ...typed,
                  customer_id: picked?.customer.id ?? null,
                  equipment_id: picked?.unit?.id ?? null,
                  site_address: typed.site_address || (picked?.customer.address ?? ''),
                  contact: typed.contact || (picked?.customer.contact ?? ''),
                  phone: typed.phone || (picked?.customer.phone ?? ''),
                })
              }
            />
          </Group>
          <Group title={w.where()}>
            <JobField name="site_address" typed={typed} onType={type} />
            <div class="two">
              <JobField name="contact" typed={typed} onType={type} />
              <JobField name="phone" typed={typed} onType={type} />
            </div>
          </Group>
          <Group title={w.what()}>
            <JobField name="fault_reported" typed={typed} onType={type} />
            <div class="two">
              <JobField name="fault_class" typed={typed} onType={type} />
              <JobField name="urgency" typed={typed} onType={type} />
            </div>
          </Group>
          <Group title={w.plan()}>
            <div class="two">
              <JobField name="distance_km" typed={typed} onType={type} />
              <JobField name="planned_at" typed={typed} onType={type} />
            </div>
            <JobField name="analysis" typed={typed} onType={type} />
          </Group>
        </div>
        <Sheet class="outlook stack">
          <h2 class="lead">{missing.length === 0 ? w.whole() : w.missing()}</h2>
          {missing.length > 0 && (
            <>
              <div class="lacking">
                {missing.map((field) => (
                  <Tagline key={field} icon="file-text">
                    {fieldName(field)}
                  </Tagline>
                ))}
              </div>
              <p class="meta">{w.gapsStay()}</p>
            </>
          )}
          {diskFull.value && <DiskFullNotice />}
          <Button kind="main" wide off={busy} onTap={save}>
            {missing.length === 0 ? w.save() : w.saveGaps(missing.length)}
          </Button>
          <Button kind="plain" size="mid" wide onTap={drop}>
            {w.clear()}
          </Button>
        </Sheet>
      </main>
    </>
  )
}

function toldBy(contact: Rows['contact']): TypedJob {
  return {
    ...NOTHING_TYPED,
    customer_id: contact.customer_id,
    contact: contact.caller ?? '',
    phone: contact.phone ?? '',
    fault_reported: contact.said ?? '',
  }
}

/** A call that becomes a job at once stands in the contact log as well (JOB-1). */
async function logCall(typed: TypedJob): Promise<Id | null> {
  const station_id = await stationOfContact(typed.customer_id)
  if (station_id === null) return null
  const contact_id = uuid7()
  const { contact, phone, customer_id, fault_reported } = openBody(contact_id, typed)
  const arrived_at = new Date().toISOString()
  const said = { caller: contact, phone, customer_id, said: fault_reported, arrived_at }
  await mutate('contact.log', { contact_id, station_id, channel: 'call', ...said })
  return contact_id
}

function Group({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="group stack">
      <Heading>{title}</Heading>
      {children}
    </section>
  )
}
