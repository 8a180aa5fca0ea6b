/** What every screen of a visit stands in: the bar with the unit, the page, and the main button at the thumb. */
import type { ComponentChildren } from 'preact'
import { partOf } from '../../mutations/names'
import { Bar } from '../../parts/bar'
import { Mark } from '../../parts/mark'
import { Screen } from '../../parts/screen'
import { SyncChip } from '../../parts/sync_chip'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Job, Visit } from '../../rules/wire'
import { cardState } from '../../store/card'
import { CallManager } from '../escalate/on_job'
import { UnitPlate } from '../unit'
import { type Around, type StepName, segmentsOf } from './progress'
import { diskFull } from './saving'
import './visit.css'

const w = words({
  steps: ['听、看、查', 'Listen, look, check'],
  listen: ['听', 'Listen'],
  look: ['看', 'Look'],
  check: ['查', 'Check'],
  full: ['本机满了，刚才的没存进去', 'The device is full; the last change is not saved'],
  fullWhat: [
    '你写的还在。先发走几张照片，再按一次。',
    'What you typed is still here. Send some photos, then try again.',
  ],
  count: [(done: number, all: number) => `${done} / ${all}`, (done: number, all: number) => `${done} of ${all}`],
})

interface FrameProps {
  job: Job
  title: string
  /** Stands behind the plate. */
  about?: ComponentChildren
  chip?: ComponentChildren
  children: ComponentChildren
  /** The one main button. */
  dock: ComponentChildren
}

export function VisitFrame({ job, title, about, chip, children, dock }: FrameProps) {
  return (
    <Screen
      head={
        <Bar
          title={title}
          back={`/job/${job.id}`}
          meta={
            <>
              <UnitPlate job={job} /> {about}
            </>
          }
          chip={chip}
        />
      }
      dock={dock}
    >
      <div class="visit">
        {diskFull.value && <DiskFullNotice />}
        {children}
        <CallManager job_id={job.id} />
      </div>
    </Screen>
  )
}

/** No room on the device: said until something could be saved again. */
export function DiskFullNotice() {
  return (
    <div role="alert">
      <Verdict kind="doubt" icon="device-mobile" title={w.full()}>
        {w.fullWhat()}
      </Verdict>
    </div>
  )
}

/** The truth about what was recorded in this visit. */
export function VisitChip({ visit }: { visit: Visit }) {
  const { state, at } = cardState([visit.id])
  return <SyncChip state={state} at={at} />
}

interface PartChipProps {
  visit: Visit
  /** A section, or a checklist's id. */
  part: string
  /** Something is typed and not recorded yet; its draft is on this device. */
  typing: boolean
  /** Nothing was ever recorded: there is nothing to tell. */
  empty: boolean
}

/** The truth about one section, or about the checklist in it. */
export function PartChip({ visit, part, typing, empty }: PartChipProps) {
  const { state, at } = cardState([partOf(visit.id, part)])
  if (typing) return <SyncChip state="here" />
  return empty && state === 'has' && at === null ? null : <SyncChip state={state} at={at} />
}

/** The three marks: where the person is, what is done, and the way to the other two (their order is free). */
export function StepMarks({ visit, around, now }: { visit: Visit; around: Around; now: StepName }) {
  return (
    <nav class="trio" aria-label={w.steps()}>
      {(['listen', 'look', 'check'] as const).map((step) => {
        const segments = segmentsOf(step, visit, around)
        const done = segments.filter((segment) => segment !== 'todo').length
        return (
          <a
            key={step}
            href={`/job/${visit.job_id}/${step}`}
            aria-current={step === now ? 'step' : undefined}
            aria-label={`${w[step]()} ${w.count(done, segments.length)}`}
          >
            <Mark name={step} segments={segments} size={step === now ? 'md' : 'sm'} />
          </a>
        )
      })}
    </nav>
  )
}
