/** The technicians' day: a lane each, and never more than the server knows (dashed is guessed from the plan). */
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Icon, type IconName } from '../../parts/icon'
import { Plate } from '../../parts/sheet'
import { clock, shortDay } from '../../parts/times'
import { words } from '../../parts/words'
import type { Rows } from '../../rules/wire'
import { type Block, type BlockKind, type DayBoard, place } from './day_board'
import './board.css'

const w = words({
  done: ['做完了', 'Done'],
  now: ['在现场', 'On site'],
  planned: ['已派', 'Planned'],
  look: ['要你看', 'Needs a look'],
  guess: ['没消息，按计划推的', 'No news, guessed from the plan'],
  steps: ['完成、有疑问、没做', 'done, partly, open'],
  since: [(time: string) => `${time} 到场`, (time: string) => `since ${time}`],
  until: [(time: string) => `${time} 完`, (time: string) => `until ${time}`],
  waiting: ['等消息', 'no news'],
  unsigned: ['未签字', 'unsigned'],
  lead: [' 负责', ', lead'],
  jobs: [(count: number) => `${count} 个任务`, (count: number) => (count === 1 ? '1 job' : `${count} jobs`)],
  free: ['今天没排', 'Nothing planned'],
  news: [(at: string) => `消息到 ${at}`, (at: string) => `news up to ${at}`],
  here: ['这一件', 'this job'],
  board: ['当天的安排', 'The day'],
  listen: ['听', 'listen'],
  looked: ['看', 'look'],
  check: ['查', 'check'],
  step: [(name: string, state: string) => `${name}${state}`, (name: string, state: string) => `${name} ${state}`],
  stepDone: ['完成', 'done'],
  stepPart: ['有缺', 'partly'],
  stepOpen: ['没做', 'open'],
})

const MARK: Record<BlockKind, IconName | null> = {
  done: 'seal-check',
  now: null,
  planned: null,
  look: 'warning',
  guess: 'cell-signal-slash',
}

interface Props {
  board: DayBoard
  day: Date
  now: Date
  /** The job in hand: whose lanes it would stand in, and when. */
  draft: { people: ReadonlySet<string>; from: Date; title: string } | null
  chosen: string | null
  onChoose: (job: Rows['job']) => void
  /** The newest thing that has arrived from each technician. */
  heard: ReadonlyMap<string, string>
  onHold: (job: Rows['job'] | null) => void
  onDrop: (person: string, at: Date) => void
}

export function Board({ board: { lanes, window }, day, now, draft, chosen, onChoose, heard, onHold, onDrop }: Props) {
  const current = place(now, day, window)
  const hours = Array.from({ length: window.last - window.first }, (_, hour) => window.first + hour)
  const today = current >= 0 && current <= 1
  const across = useNowInSight(today ? current : 0, day)
  return (
    <section class="board sheet flush" aria-label={w.board()}>
      <div ref={across} class="across" style={{ '--hours': hours.length }}>
        <div class="hours" aria-hidden="true">
          <span />
          <div>
            {hours.map((hour) => (
              <i key={hour} style={{ '--at': (hour - window.first) / hours.length }}>
                {String(hour).padStart(2, '0')}
              </i>
            ))}
            {today && <b style={{ '--at': current }}>{clock(now.toISOString())}</b>}
          </div>
        </div>
        <div class="lanes">
          <div class="rules" aria-hidden="true">
            {hours.slice(1).map((hour) => (
              <i key={hour} style={{ '--at': (hour - window.first) / hours.length }} />
            ))}
            {today && <u style={{ '--at': current }} />}
          </div>
          {lanes.map((lane) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by keyboard on the job itself
            <div
              key={lane.technician.id}
              class="lane"
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault()
                onDrop(lane.technician.id, timeUnder(event, day, window))
              }}
            >
              <div class={draft?.people.has(lane.technician.id) ? 'lanehead meantfor' : 'lanehead'}>
                <b>
                  {lane.technician.name}
                  {lane.leads && w.lead()}
                </b>
                <span class="meta quiet">{lane.blocks.length > 0 ? w.jobs(lane.blocks.length) : w.free()}</span>
                <span class="meta quiet">{newsOf(heard.get(lane.technician.id), day)}</span>
              </div>
              <div class="track">
                {lane.blocks.map((block) => (
                  <BlockFace
                    key={block.visit?.id ?? block.job.id}
                    block={block}
                    chosen={block.job.id === chosen}
                    onChoose={onChoose}
                    onHold={onHold}
                  />
                ))}
                {draft?.people.has(lane.technician.id) && (
                  <div
                    class="block draft"
                    style={{ '--at': clamp(place(draft.from, day, window)), '--long': 2 / hours.length }}
                  >
                    <b>{draft.title}</b>
                    <span>{w.here()}</span>
                    <em>{clock(draft.from.toISOString())}</em>
                  </div>
                )}
              </div>
            </div>
          ))}
        </div>
      </div>
      <Legend />
    </section>
  )
}

/** A long day is wider than the board: it begins with what is going on. */
function useNowInSight(current: number, day: Date) {
  const across = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = across.current
    if (element) element.scrollLeft = current * element.scrollWidth - element.clientWidth / 2
  }, [day.getTime()])
  return across
}

function BlockFace({
  block,
  chosen,
  onChoose,
  onHold,
}: {
  block: Block
  chosen: boolean
} & Pick<Props, 'onChoose' | 'onHold'>) {
  const mark = MARK[block.kind]
  return (
    <button
      type="button"
      class={`block ${block.kind}`}
      style={{ '--at': block.at, '--long': block.long }}
      draggable={block.kind === 'planned' || block.kind === 'guess'}
      data-job={block.job.id}
      aria-keyshortcuts="M"
      aria-pressed={chosen}
      onDragStart={() => onHold(block.job)}
      onDragEnd={() => onHold(null)}
      onClick={() => onChoose(block.job)}
    >
      <b>{block.job.plate ? <Plate>{block.job.plate}</Plate> : block.job.customer_name}</b>
      <span>{block.job.fault_reported}</span>
      {block.kind === 'now' && block.visit ? (
        <Steps visit={block.visit} />
      ) : (
        <em>
          {mark && <Icon name={mark} />}
          {foot(block)}
        </em>
      )}
    </button>
  )
}

/** The half hour under the pointer. */
function timeUnder(event: DragEvent, day: Date, { first, last }: DayBoard['window']): Date {
  const lane = event.currentTarget as HTMLElement
  const track = lane.querySelector('.track')?.getBoundingClientRect()
  const along = track?.width ? Math.min(Math.max((event.clientX - track.left) / track.width, 0), 1) : 0
  const halfHours = Math.round((first + along * (last - first)) * 2)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), 0, halfHours * 30)
}

/** News of the day itself is said by its hour, older news by its date. */
function newsOf(at: string | undefined, day: Date): string {
  if (at === undefined) return ''
  return w.news(Date.parse(at) >= day.getTime() ? clock(at) : shortDay(at))
}

function foot(block: Block): string {
  const end = block.visit?.ended_at ?? block.visit?.departed_at
  if (block.kind === 'done') return end ? w.until(clock(end)) : w.done()
  if (block.kind === 'look') return w.unsigned()
  return block.kind === 'guess' ? w.waiting() : clock(block.from.toISOString())
}

type StepState = 'done' | 'part' | 'open'

/** Listen, look and check as three dots, with their words for those who do not see them. */
function Steps({ visit }: { visit: Rows['visit'] }) {
  const steps: readonly [string, StepState][] = [
    [w.listen(), stepState([visit.listen.account])],
    [
      w.looked(),
      stepState([visit.look.in_warranty, visit.look.opened_before, visit.look.read_km ?? visit.look.read_h]),
    ],
    [w.check(), stepState([visit.check.examined, visit.check.cause ?? visit.check.fault_id])],
  ]
  const state = { done: w.stepDone(), part: w.stepPart(), open: w.stepOpen() }
  return (
    <span class="tri" role="img" aria-label={steps.map(([name, at]) => w.step(name, state[at])).join(', ')}>
      {steps.map(([name, at]) => (
        <i key={name} class={at} />
      ))}
    </span>
  )
}

function stepState(values: readonly unknown[]): StepState {
  const known = values.filter((value) => value !== null && value !== '' && value !== false).length
  return known === 0 ? 'open' : known === values.length ? 'done' : 'part'
}

function Legend() {
  return (
    <footer class="legend meta">
      {(['done', 'now', 'planned', 'look'] as const).map((kind) => (
        <span key={kind}>
          <i class={`block ${kind}`} />
          {w[kind]()}
        </span>
      ))}
      <span>
        <span class="tri">
          <i class="done" />
          <i class="part" />
          <i />
        </span>
        {w.steps()}
      </span>
      <span>
        <i class="block guess" />
        {w.guess()}
      </span>
    </footer>
  )
}

function clamp(at: number): number {
  return Math.min(Math.max(at, 0), 0.86)
}
