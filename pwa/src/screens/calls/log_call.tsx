/** Write down what came in (JOB-1): who, how, what they said; answered on the spot, to be clarified, or a job at once. */
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Field, Pick } from '../../parts/field'
import { go } from '../../parts/route'
import { Segmented } from '../../parts/segmented'
import { Heading, Sheet } from '../../parts/sheet'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Channel, Id } from '../../rules/wire'
import { stationOfContact, stationsByName } from '../../store/contacts'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { instantTyped } from '../office/job_form'
import { UnitPicker } from '../office/unit_picker'
import { DiskFullNotice } from '../visit/frame'
import { diskFull, useSaving } from '../visit/saving'
import { CHANNELS, channelName } from './words'
import '../office/office.css'
import '../office/call.css'

const w = words({
  title: ['登记来电、来信', 'Log a contact'],
  kept: ['写下的都留在本机，关了也不丢', 'What you type is kept here, even if you close this'],
  who: ['谁', 'Who'],
  what: ['说了什么', 'What they said'],
  how: ['怎么来的', 'How it came'],
  caller: ['来电人', 'Caller'],
  phone: ['电话', 'Phone'],
  said: ['照原话', 'In their own words'],
  at: ['几时来的，空着就是现在', 'When it came in; empty means now'],
  answer: ['当场答复了什么，没有就空着', 'Answered on the spot; leave empty if not'],
  station: ['哪个站', 'Which station'],
  chooseStation: ['先选站', 'Choose a station'],
  next: ['接下来', 'What next'],
  save: ['存下', 'Save'],
  job: ['存下，开任务', 'Save and open a job'],
  saved: ['登记好了', 'Logged'],
  lacks: ['写下是谁，或者说了什么。', 'Write who it was, or what they said.'],
  noStation: ['选一个用户，或者选站。', 'Choose a customer, or a station.'],
})

interface Typed {
  channel: Channel
  caller: string
  phone: string
  customer_id: Id | null
  equipment_id: Id | null
  station_id: Id | ''
  said: string
  arrived_at: string
  answer: string
}

const NOTHING: Typed = {
  channel: 'call',
  caller: '',
  phone: '',
  customer_id: null,
  equipment_id: null,
  station_id: '',
  said: '',
  arrived_at: '',
  answer: '',
}

const DRAFT = 'contact'

export default function LogCallScreen() {
  const [typed, type, drop] = useDraft<Typed>(DRAFT, NOTHING)
  const [busy, saveOnce] = useSaving()
  const own = useLive(() => stationOfContact(typed.customer_id), [typed.customer_id])
  const station_id = typed.station_id || own
  const empty = [typed.caller, typed.phone, typed.said].every((text) => text.trim() === '') && !typed.customer_id
  const set = (change: Partial<Typed>) => type({ ...typed, ...change })
  const save = (thenJob: boolean) =>
    saveOnce(async () => {
      if (!station_id || empty) return
      const contact_id = uuid7()
      await mutate('contact.log', bodyOf(contact_id, station_id, typed), { draft: DRAFT })
      const answer = text(typed.answer)
      if (answer !== null) await mutate('contact.answer', { contact_id, text: answer })
      drop()
      say(w.saved())
      go(thenJob ? `/dispatch/call/${contact_id}` : '/calls', { replace: true })
    })
  return (
    <>
      <Bar title={w.title()} meta={w.kept()} back="/calls" />
      <main id="main" class="office call" tabIndex={-1}>
        <div class="questions">
          <section class="group stack">
            <Heading>{w.how()}</Heading>
            <Segmented
              label={w.how()}
              value={typed.channel}
              options={CHANNELS.map((value) => ({ value, label: channelName(value) }))}
              onChoose={(channel) => set({ channel })}
            />
          </section>
          <section class="group stack">
            <Heading>{w.who()}</Heading>
            <UnitPicker
              customerId={typed.customer_id}
              equipmentId={typed.equipment_id}
              onPick={(picked) =>
                set({
                  customer_id: picked?.customer.id ?? null,
                  equipment_id: picked?.unit?.id ?? null,
                  caller: typed.caller || (picked?.customer.contact ?? ''),
                  phone: typed.phone || (picked?.customer.phone ?? ''),
                })
              }
            />
            <div class="two">
              <Field label={w.caller()} value={typed.caller} onInput={(caller) => set({ caller })} autocomplete="off" />
              <Field label={w.phone()} type="tel" value={typed.phone} onInput={(phone) => set({ phone })} />
            </div>
            {own === null && (
              <StationPick value={typed.station_id} onPick={(station) => set({ station_id: station })} />
            )}
          </section>
          <section class="group stack">
            <Heading>{w.what()}</Heading>
            <Field label={w.said()} lines={4} value={typed.said} onInput={(said) => set({ said })} />
            <Field
              label={w.at()}
              type="datetime-local"
              value={typed.arrived_at}
              onInput={(arrived_at) => set({ arrived_at })}
            />
            <Field label={w.answer()} lines={2} value={typed.answer} onInput={(answer) => set({ answer })} />
          </section>
        </div>
        <Sheet class="outlook stack">
          <h2 class="lead">{w.next()}</h2>
          {empty && <p class="meta">{w.lacks()}</p>}
          {!empty && !station_id && <p class="meta">{w.noStation()}</p>}
          {diskFull.value && <DiskFullNotice />}
          <Button kind="main" wide icon="kanban" off={busy || empty || !station_id} onTap={() => save(true)}>
            {w.job()}
          </Button>
          <Button wide off={busy || empty || !station_id} onTap={() => save(false)}>
            {w.save()}
          </Button>
        </Sheet>
      </main>
    </>
  )
}

function StationPick({ value, onPick }: { value: string; onPick: (station: Id) => void }) {
  const known = useLive(stationsByName) ?? []
  return (
    <Pick
      label={w.station()}
      value={value}
      options={[{ value: '', label: w.chooseStation() }, ...known.map(({ id, name }) => ({ value: id, label: name }))]}
      onPick={onPick}
    />
  )
}

function bodyOf(contact_id: Id, station_id: Id, typed: Typed) {
  return {
    contact_id,
    station_id,
    channel: typed.channel,
    caller: text(typed.caller),
    phone: text(typed.phone),
    customer_id: typed.customer_id,
    said: text(typed.said),
    arrived_at: instantTyped(typed.arrived_at) ?? new Date().toISOString(),
  }
}

const text = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())
