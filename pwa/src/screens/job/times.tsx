/** Arrival, start, end, departure: each one tap, and a forgotten one is stated afterwards; both are kept (VIS-15). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Dialog } from '../../parts/dialog'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { clock } from '../../parts/times'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import { arrivalsOf, type EventTime, momentAt, timesOf } from '../../rules/visit_times'
import type { Visit, VisitEvent, VisitTime } from '../../rules/wire'
import type { TeamMember } from '../../store/leaving'

const w = words({
  times: ['时间', 'Times'],
  arrived: ['到场', 'Arrived'],
  started: ['开工', 'Started'],
  ended: ['完工', 'Ended'],
  departed: ['离场', 'Left'],
  none: ['–', '–'],
  tapped: [(time: string) => `点的是 ${time}`, (time: string) => `tapped ${time}`],
  typed: ['补记', 'stated'],
  state: [(event: string) => `“${event}”其实是几点？`, (event: string) => `When really: ${event}?`],
  stateWhat: [
    '点晚了或忘了点就写在这里。点的时间也留着，办公室两个都看得见。',
    'For a tap that was late or forgotten. The tap’s own time is kept too; the office sees both.',
  ],
  time: ['几点，例如 09:05', 'Time, for example 09:05'],
  bad: ['写成 09:05 这样', 'Write it like 09:05'],
  save: ['记下', 'Save'],
  close: ['不改', 'Leave it'],
  change: [(event: string) => `改${event}时间`, (event: string) => `State the time: ${event}`],
  came: [(name: string, time: string) => `${name} ${time} 到`, (name: string, time: string) => `${name} came ${time}`],
})

interface Props {
  visit: Visit
  stated: readonly VisitTime[]
  team: readonly TeamMember[]
  /** Whoever goes there records; the office only reads. */
  mine: boolean
}

export function Times({ visit, stated, team, mine }: Props) {
  const [stating, setStating] = useState<VisitEvent | null>(null)
  const names = new Map(team.map(({ user_id, name }) => [user_id, name]))
  return (
    <section class="times" aria-label={w.times()}>
      <ol>
        {timesOf(visit, stated).map((one) => (
          <li key={one.event}>
            <span class="cap">{w[one.event]()}</span>
            <Time one={one} mine={mine && mayState(one, visit)} onState={() => setStating(one.event)} />
          </li>
        ))}
      </ol>
      {arrivalsOf(visit, stated).map(({ user_id, at }) => (
        <p key={user_id} class="meta">
          {w.came(names.get(user_id) ?? '', clock(at))}
        </p>
      ))}
      {stating && <StateTime visit={visit} event={stating} onClose={() => setStating(null)} />}
    </section>
  )
}

function Time({ one, mine, onState }: { one: EventTime; mine: boolean; onState: () => void }) {
  const at = one.stated_at ?? one.tapped_at
  const shown = <b>{at ? clock(at) : w.none()}</b>
  return (
    <>
      {mine ? (
        <button
          type="button"
          class="time"
          aria-label={`${w.change(w[one.event]())} ${at ? clock(at) : ''}`}
          onClick={onState}
        >
          {shown}
          <Icon name="pencil-simple" size="s" tone="quiet" />
        </button>
      ) : (
        shown
      )}
      {one.stated_at && <span class="meta">{one.tapped_at ? w.tapped(clock(one.tapped_at)) : w.typed()}</span>}
    </>
  )
}

function StateTime({ visit, event, onClose }: { visit: Visit; event: VisitEvent; onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const stated_at = momentAt(typed, visit[`${event}_at`] ?? visit.arrived_at, Date.now())
  const save = async () => {
    setAsked(true)
    if (stated_at === null) return
    await mutate('visit.state_time', { time_id: uuid7(), visit_id: visit.id, event, stated_at })
    onClose()
  }
  return (
    <Dialog title={w.state(w[event]())} onClose={onClose}>
      <p class="meta">{w.stateWhat()}</p>
      <Field
        label={w.time()}
        value={typed}
        onInput={setTyped}
        inputMode="text"
        bad={asked && stated_at === null ? w.bad() : undefined}
      />
      <div class="act">
        <Button kind="main" onTap={() => void save()}>
          {w.save()}
        </Button>
        <Button onTap={onClose}>{w.close()}</Button>
      </div>
    </Dialog>
  )
}

/** What has not come yet is not forgotten: its own tap is still ahead. */
const mayState = ({ event, tapped_at, stated_at }: EventTime, { ended_at }: Visit) =>
  tapped_at !== null || stated_at !== null || (event === 'started' && ended_at !== null)
