/** The manager reads the report of an accident and says what was done about it (VIS-13). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Plate } from '../../parts/sheet'
import { dayAndClock } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { incidentInFull } from '../../store/urgent'
import { PhotosAlong } from '../escalate/photos_along'
import { CaseFrame } from '../office/case_frame'
import { useDeciding } from '../office/deciding'
import { Refused } from '../office/refused'
import '../escalate/escalate.css'

const w = words({
  injured: ['有人受伤', 'Somebody is injured'],
  nobody: ['没有人受伤', 'Nobody is injured'],
  untold: ['还没写出了什么事，打电话问', 'Not told what happened: call and ask'],
  where: [(place: string) => `在${place}`, (place: string) => `At ${place}`],
  reported: [
    (who: string, at: string) => `${who}，${at} 上报`,
    (who: string, at: string) => `Reported by ${who}, ${at}`,
  ],
  somebody: ['服务人员', 'A technician'],
  call: [(who: string) => `给${who}打电话`, (who: string) => `Call ${who}`],
  note: ['怎么处理的', 'What was done about it'],
  needsNote: ['写一句怎么处理的，以后查得到。', 'Say what was done: whoever looks later will ask.'],
  close: ['处理完了', 'Dealt with'],
  closed: ['处理完了', 'Dealt with'],
})

export function IncidentCase({ id, onBack }: { id: Id; onBack: () => void }) {
  const full = useLive(() => incidentInFull(id), [id])
  const key = `incident-note:${id}`
  const [typed, type, drop] = useDraft<{ note: string }>(key, { note: '' })
  const [asked, setAsked] = useState(false)
  const [busy, decide] = useDeciding(drop)
  if (!full) return <section class="sheet case" aria-busy="true" />
  const { incident, job, by, closedBy, photos } = full
  const close = () => {
    const note = typed.note.trim()
    setAsked(true)
    if (note === '') return
    decide(() => mutate('incident.close', { incident_id: id, note }, { draft: key }), w.closed())
  }
  return (
    <CaseFrame
      id={id}
      kind={incident.injured ? w.injured() : w.nobody()}
      called={incident.what || w.untold()}
      icon="first-aid"
      urgent={incident.injured ? 'no' : 'doubt'}
      aside={job && <Plate>{job.plate ?? job.serial ?? job.number ?? ''}</Plate>}
      title={incident.what || w.untold()}
      lede={[
        incident.place && w.where(incident.place),
        w.reported(by?.name ?? w.somebody(), dayAndClock(incident.happened_at)),
        job?.customer_name,
      ]
        .filter(Boolean)
        .join(' · ')}
      onBack={onBack}
      dock={
        incident.state === 'open' && (
          <div class="act">
            <Button kind="main" icon="check" off={busy} onTap={close}>
              {w.close()}
            </Button>
          </div>
        )
      }
    >
      {by?.phone && (
        <Button icon="phone" href={`tel:${by.phone.replaceAll(' ', '')}`}>
          {w.call(by.name)}
        </Button>
      )}
      <PhotosAlong named={incident.photo_ids} photos={photos} />
      {incident.state === 'open' ? (
        <>
          <Refused about={[id]} name="incident.close" onTakeBack={({ note }) => type({ note })} />
          <Field
            label={w.note()}
            lines={3}
            value={typed.note}
            bad={asked && typed.note.trim() === '' ? w.needsNote() : undefined}
            onInput={(note) => type({ note })}
          />
        </>
      ) : (
        <Verdict kind="ok" icon="check-circle" title={w.closed()}>
          {incident.note} {closedBy?.name}
        </Verdict>
      )}
    </CaseFrame>
  )
}
