/** The six steps: three marks to listen, look and check, and three rows for the rest. Their order is free. */
import type { ComponentChildren } from 'preact'
import { Icon } from '../../parts/icon'
import { Mark, type MarkName, markState, type Segment } from '../../parts/mark'
import { to } from '../../parts/route'
import { Sheet } from '../../parts/sheet'
import { clock } from '../../parts/times'
import { words } from '../../parts/words'
import { type Lack, lacking } from '../../rules/lacking'
import { maySign } from '../../rules/team'
import { holder } from '../../store/holder'
import type { JobInFull } from '../../store/jobs'
import { findingsOf } from '../visit/findings'
import { lackingSteps } from '../visit/lack_list'
import { type StepState, stepStates, stepWords, swapSegments, untagged } from './next_step'

const w = words({
  steps: ['上门的步骤', 'Steps of the visit'],
  notStarted: ['还没开始', 'Not started'],
  done: [(n: number) => `${n} / ${n} 完成`, (n: number) => `${n} of ${n}`],
  some: [(n: number, all: number) => `${n} / ${all}`, (n: number, all: number) => `${n} of ${all}`],
  differs: [(n: number) => ` · ${n} 处不同`, (n: number) => `, ${n} differs`],
  handleWhat: ['责任、措施、用户意见', 'Cause, action, customer agrees?'],
  stillOpen: [(what: string) => `还差：${what}`, (what: string) => `Still open: ${what}`],
  and: ['、', ', '],
  noSwap: ['换了件再记', 'Only when a part was changed'],
  swapped: [(n: number) => `${n} 件已换`, (n: number) => `${n} swapped`],
  untagged: [(n: number) => `${n} 件已换，旧件未挂标签`, (n: number) => `${n} swapped, old part has no tag`],
  leadSigns: ['签字找负责人', 'The lead asks for the signature'],
  signLocked: ['前面做完就能签', 'Opens when the rest is done'],
  signOpen: ['可以签了', 'Ready to sign'],
  signed: [(time: string) => `${time} 签字，已封存`, (time: string) => `Signed ${time}, sealed`],
  unsigned: [(time: string) => `${time} 没签，交给主管`, (time: string) => `Closed unsigned ${time}`],
})

export function Steps({ known }: { known: JobInFull }) {
  const { job, visit, report } = known
  const states = stepStates(known)
  const marks = states.filter(({ name }) => name !== 'handle')
  const handle = states.find(({ name }) => name === 'handle') as StepState
  const lacks = beforeSigning(known)
  const leads = maySign(job, holder.value?.user_id ?? '')
  const locked = !visit || lacks.length > 0 || !leads
  // Nothing can be recorded before the visit has begun: the steps are shown, but lead nowhere.
  const at = (step: string) => (visit ? `/job/${job.id}/${step}` : undefined)
  const now = visit && !report ? marks.find(({ missing }) => missing.length > 0)?.name : undefined
  const untaggedCount = untagged(known)
  return (
    <>
      <nav class="marks" aria-label={w.steps()}>
        {marks.map((state) => (
          <a key={state.name} {...to(at(state.name))} aria-current={state.name === now ? 'step' : undefined}>
            <Mark name={state.name} segments={state.segments} />
            <b>{stepWords[state.name]()}</b>
            <StepCount segments={state.segments} />
          </a>
        ))}
      </nav>
      <Sheet flush class="list rest">
        <Row
          name="handle"
          segments={handle.segments}
          href={at('handle')}
          note={
            handle.segments.includes('done') && handle.missing.length > 0
              ? w.stillOpen(listed(handle.missing))
              : w.handleWhat()
          }
        />
        <Row
          name="swap"
          segments={swapSegments(known)}
          href={at('swap')}
          doubt={untaggedCount > 0}
          note={
            known.swaps.length === 0
              ? w.noSwap()
              : untaggedCount > 0
                ? w.untagged(known.swaps.length)
                : w.swapped(known.swaps.length)
          }
        />
        <Row
          name="sign"
          segments={report ? Array(5).fill('done') : Array(5).fill('todo')}
          href={leads || report ? at('sign') : undefined}
          end={locked && !report ? <Icon name="lock-simple" tone="quiet" /> : undefined}
          note={signNote()}
        />
      </Sheet>
    </>
  )

  function signNote(): string {
    if (report) return (report.state === 'unsigned' ? w.unsigned : w.signed)(clock(report.closed_at))
    if (!visit) return w.signLocked()
    if (!leads) return w.leadSigns()
    return locked ? w.stillOpen(listed(lackingSteps(lacks))) : w.signOpen()
  }
}

/** What must be recorded before the customer is asked to sign; the service itself ends with the hand-over. */
function beforeSigning({ visit, photos, swaps, checklists, safety }: JobInFull): Lack[] {
  if (visit === null) return []
  const found = { ...findingsOf(visit, photos, swaps, checklists), unacknowledged: safety?.unacknowledged ?? false }
  return lacking(found).filter(({ code }) => code !== 'visit.not_ended')
}

function listed(names: readonly string[]): string {
  return names.join(w.and())
}

function StepCount({ segments }: { segments: readonly Segment[] }) {
  const recorded = segments.filter((segment) => segment !== 'todo').length
  const doubts = segments.filter((segment) => segment === 'doubt').length
  const state = markState(segments)
  if (state === 'todo') return <span>{w.notStarted()}</span>
  if (state === 'done') return <span>{w.done(segments.length)}</span>
  return (
    <span class={doubts > 0 ? 'warn' : ''}>
      {w.some(recorded, segments.length)}
      {doubts > 0 && w.differs(doubts)}
    </span>
  )
}

interface RowProps {
  name: MarkName & keyof typeof stepWords
  segments: readonly Segment[]
  href: string | undefined
  note: string
  doubt?: boolean
  /** Instead of the arrow. */
  end?: ComponentChildren
}

function Row({ name, segments, href, note, doubt, end }: RowProps) {
  return (
    <a {...to(href)}>
      <Mark name={name} segments={segments} size="sm" />
      <div class="grow">
        <b>{stepWords[name]()}</b>
        <p class={doubt ? 'meta warn' : 'meta'}>{note}</p>
      </div>
      {end ?? <Icon name="caret-right" tone="quiet" />}
    </a>
  )
}
