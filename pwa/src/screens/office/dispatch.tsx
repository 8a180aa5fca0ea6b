/** The dispatch desk: who waits, who is where, and one job in hand at a time (JOB-2, JOB-4, JOB-7). */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Icon } from '../../parts/icon'
import type { ScreenProps } from '../../parts/route'
import { Segmented } from '../../parts/segmented'
import { dayName } from '../../parts/times'
import { words } from '../../parts/words'
import type { Id, Rows } from '../../rules/wire'
import { keepDraft, useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { type DayAtOffice, dayAtOffice, jobById, meant } from '../../store/office'
import { nearestMetres, whereabouts } from '../../store/whereabouts'
import { useNow } from '../now'
import { Board } from './board'
import { type Carried, titleOf, useCarrying } from './carrying'
import { type DayBoard, dayBoard, dayOf } from './day_board'
import { instantTyped, typedInstant } from './job_form'
import { type Choosing, CLOSED, chosenSoFar, draftKey, JobPanel, NOBODY } from './job_panel'
import { byDeadline, byDistance, Queue } from './queue'
import './office.css'
import './dispatch.css'

const w = words({
  title: ['派工台', 'Dispatch'],
  before: ['前一天', 'Day before'],
  after: ['后一天', 'Day after'],
  search: ['车号、任务、用户、电话', 'Plate, job, name, phone'],
  logCall: ['登记来电', 'Log a call'],
  queue: [(count: number) => `待派 ${count}`, (count: number) => `To dispatch ${count}`],
  timeless: [(count: number) => `派了，没定时间 ${count}`, (count: number) => `Assigned, no time yet ${count}`],
  order: ['怎么排', 'Order'],
  byClock: ['最急的在上面', 'Most urgent first'],
  byDistance: ['最近的在上面', 'Nearest first'],
  keys: [
    '拖到谁那一行，或按 M 拿起，方向键挪，回车放下',
    'Drag it to somebody’s lane; or M picks up, arrows move, Enter drops',
  ],
  board: ['当天安排', 'The day'],
  show: ['看什么', 'Show'],
  empty: ['没有待派的任务', 'Nothing to dispatch'],
  emptyWhy: ['登记来电后会出现在这里。', 'A logged call appears here.'],
  notFound: [(asked: string) => `没找到“${asked}”`, (asked: string) => `Nothing for “${asked}”`],
})

const DAY = 86_400_000

export default function DispatchScreen({ params }: ScreenProps) {
  const now = new Date(useNow())
  const [day, setDay] = useState(() => dayOf(new Date()))
  const [asked, ask] = useState('')
  const [inHand, take] = useState<Id | null>(params.id ?? null)
  const [order, sortBy] = useState<'clock' | 'distance'>('clock')
  const [showing, show] = useState<'queue' | 'board'>('queue')
  const office = useLive(() => dayAtOffice(day), [day.getTime()])
  const job = useLive(() => (inHand === null ? Promise.resolve(undefined) : jobById(inHand)), [inHand])
  const hand = inHand !== null && job?.id === inHand ? job : undefined
  const known = useLive(() => whereabouts(new Date()), [])
  const [choosing, choose, drop] = useDraft<Choosing>(draftKey(inHand), hand ? chosenSoFar(hand) : NOBODY)
  const carrying = useCarrying({
    people: office?.technicians ?? [],
    jobOf: (element) => jobUnder(element, office),
    begins: nextHalfHour(day, now),
    onDrop: (job, person, at) => {
      void keepDraft(draftKey(job.id), { people: [person], lead: person, planned: typedInstant(at.toISOString()) })
      take(job.id)
      show('queue')
    },
  })
  if (office === undefined || known === undefined)
    return <main id="main" class="office" tabIndex={-1} aria-busy="true" />
  const metres = (one: Rows['job']) => nearestMetres(known, office.technicians, one)
  const inOrder = (jobs: readonly Rows['job'][]) =>
    jobs.filter((one) => meant(one, asked)).sort(order === 'clock' ? byDeadline(office) : byDistance(metres))
  const [waiting, timeless] = [inOrder(office.queue), inOrder(office.timeless)]
  const rows = {
    ...{ clocks: office.clocks, money: office.money, now, metres, onHold: carrying.hold },
    chosen: carrying.carried?.job.id ?? inHand,
  }
  const board = dayBoard(office.technicians, office.jobs, office.visits, day, now)
  const takeUp = (chosen: Rows['job']) => {
    take(chosen.id)
    show('queue')
  }
  return (
    <main id="main" class="office" tabIndex={-1} onKeyDownCapture={carrying.onKeyDown}>
      <p class="visually-hidden" role="status" aria-live="assertive">
        {carrying.told}
      </p>
      <header class="officehead">
        <h1>{w.title()}</h1>
        <div class="row day">
          <button
            type="button"
            class="iconbtn"
            aria-label={w.before()}
            onClick={() => setDay(dayOf(new Date(day.getTime() - DAY / 2)))}
          >
            <Icon name="caret-left" />
          </button>
          <b>{dayName(day.toISOString())}</b>
          <button
            type="button"
            class="iconbtn"
            aria-label={w.after()}
            onClick={() => setDay(dayOf(new Date(day.getTime() + 1.5 * DAY)))}
          >
            <Icon name="caret-right" />
          </button>
        </div>
        <label class="search">
          <Icon name="barcode" />
          <input
            type="search"
            aria-label={w.search()}
            placeholder={w.search()}
            value={asked}
            onInput={(event) => ask(event.currentTarget.value)}
          />
        </label>
        <Button kind="main" icon="phone" href="/dispatch/call">
          {w.logCall()}
        </Button>
      </header>
      {!hand && (
        <div class="only-narrow">
          <Segmented
            label={w.show()}
            value={showing}
            options={[
              { value: 'queue', label: w.queue(office.queue.length) },
              { value: 'board', label: w.board() },
            ]}
            onChoose={show}
          />
        </div>
      )}
      <div class={hand ? 'dispatch assigning' : 'dispatch'} data-showing={showing}>
        <section class="side queueside">
          {hand ? (
            <JobPanel
              key={hand.id}
              job={hand}
              technicians={office.technicians}
              load={loadOf(board)}
              known={known}
              now={now}
              choosing={choosing}
              onChoose={choose}
              onSent={() => {
                drop()
                take(null)
              }}
              onClose={() => take(null)}
            />
          ) : (
            <>
              <div class="h">
                <h2>{w.queue(office.queue.length)}</h2>
              </div>
              <Segmented
                label={w.order()}
                value={order}
                options={[
                  { value: 'clock', label: w.byClock() },
                  { value: 'distance', label: w.byDistance() },
                ]}
                onChoose={sortBy}
              />
              <p class="meta keys">{w.keys()}</p>
              <Queue jobs={waiting} {...rows} onChoose={takeUp} />
              {waiting.length === 0 && (
                <Empty icon="tray" title={asked.trim() ? w.notFound(asked.trim()) : w.empty()}>
                  {w.emptyWhy()}
                </Empty>
              )}
              {timeless.length > 0 && (
                <>
                  <div class="h">
                    <h2>{w.timeless(timeless.length)}</h2>
                  </div>
                  <Queue jobs={timeless} {...rows} onChoose={takeUp} people={office.technicians} />
                </>
              )}
            </>
          )}
        </section>
        <Board
          board={board}
          day={day}
          now={now}
          draft={held(carrying.carried, office.technicians) ?? (hand ? ghost(hand, choosing, day) : null)}
          chosen={inHand}
          onChoose={takeUp}
          heard={known.heard}
          onHold={carrying.hold}
          onDrop={carrying.dropOn}
        />
      </div>
    </main>
  )
}

/** The job whose card or block has the focus. */
function jobUnder(element: EventTarget | null, office: DayAtOffice | undefined): Rows['job'] | undefined {
  const id = element instanceof HTMLElement ? element.closest<HTMLElement>('[data-job]')?.dataset.job : undefined
  return (
    office &&
    [...office.queue, ...office.timeless, ...office.jobs].find((one) => one.id === id && !CLOSED.has(one.state))
  )
}

/** Where a job that nobody has planned begins: the next half hour of today, or nine on another day. */
function nextHalfHour(day: Date, now: Date): Date {
  if (dayOf(now).getTime() !== day.getTime()) return new Date(day.getTime() + 9 * 3_600_000)
  return new Date(Math.ceil(now.getTime() / 1_800_000) * 1_800_000)
}

/** Where a job that is carried by keyboard would stand. */
function held(carried: Carried | null, people: readonly Rows['person'][]) {
  const person = carried === null ? undefined : people[carried.lane]
  if (carried === null || person === undefined) return null
  return { people: new Set([person.id]), from: carried.at, title: titleOf(carried.job) }
}

function loadOf({ lanes }: DayBoard): ReadonlyMap<Id, number> {
  return new Map(lanes.map((lane) => [lane.technician.id, lane.blocks.length]))
}

/** Where the job in hand would stand on the board; nothing while that is unknown or in force already. */
function ghost(job: Rows['job'], choosing: Choosing, day: Date) {
  const planned = instantTyped(choosing.planned)
  if (planned === null || dayOf(new Date(planned)).getTime() !== day.getTime()) return null
  const already = job.planned_at === planned ? job.technicians.map((one) => one.user_id) : []
  const people = new Set(choosing.people.filter((person) => !already.includes(person)))
  return { people, from: new Date(planned), title: job.plate ?? job.customer_name ?? '' }
}
