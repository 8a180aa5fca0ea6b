/** Corrects what the caller said: each change names the value that it replaces, so nobody's words are overwritten. */

import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Tick } from '../../parts/choice'
import { Icon } from '../../parts/icon'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import type { Rows } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { JobField } from './job_fields'
import { changesOf, type TypedJob, typedOf } from './job_form'
import { Refused } from './refused'
import { UnitPicker } from './unit_picker'
import { fieldName } from './words'

const w = words({
  title: ['改任务信息', 'Correct the job'],
  back: ['不改了', 'Leave it'],
  save: ['存下', 'Save'],
  saved: ['改好了', 'Changed'],
  same: ['没有改动', 'Nothing changed'],
  paid: ['保外：报价、主管批、付款后再派', 'Outside warranty: quote, approval and payment first'],
})

/** What is typed or picked, in the order of a call. */
const FIELDS = [
  'contact',
  'phone',
  'site_address',
  'fault_reported',
  'fault_class',
  'urgency',
  'distance_km',
  'contract',
  'repair_size',
  'analysis',
] as const

export function EditJob({ job, onClose }: { job: Rows['job']; onClose: () => void }) {
  const key = `edit:${job.id}`
  const [typed, type, drop] = useDraft<TypedJob>(key, typedOf(job))
  const changes = changesOf(job, typed)
  const changed = Object.keys(changes).length > 0
  const save = async () => {
    await mutate('job.edit', { job_id: job.id, changes }, { draft: key })
    drop()
    say(w.saved())
    onClose()
  }
  const leave = () => {
    drop()
    onClose()
  }
  return (
    <section class="jobpanel">
      <header class="bar">
        <button type="button" class="iconbtn" aria-label={w.back()} onClick={leave}>
          <Icon name="arrow-left" size="l" />
        </button>
        <h2 class="lead grow">{w.title()}</h2>
      </header>
      <Refused
        about={[job.id]}
        name="job.edit"
        onTakeBack={(body) => {
          const again = Object.fromEntries(
            Object.entries(body.changes).map(([field, change]) => [field, change?.to ?? null]),
          )
          type(typedOf({ ...job, ...again }))
        }}
      />
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
      {FIELDS.map((name) => (
        <JobField key={name} name={name} typed={typed} onType={type} />
      ))}
      <Tick
        label={fieldName('supplier_involved')}
        ticked={typed.supplier_involved}
        onTick={(supplier_involved) => type({ ...typed, supplier_involved })}
      />
      <Tick label={fieldName('paid')} hint={w.paid()} ticked={typed.paid} onTick={(paid) => type({ ...typed, paid })} />
      <Button kind="main" wide off={!changed} onTap={() => void save()}>
        {changed ? w.save() : w.same()}
      </Button>
    </section>
  )
}
