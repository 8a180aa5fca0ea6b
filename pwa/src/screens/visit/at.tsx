/** Brings a step and the visit together: arriving first, then the step, and the docket once the visit is closed. */
import type { ComponentType } from 'preact'
import { useState } from 'preact/hooks'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { words } from '../../parts/words'
import type { Id, Job } from '../../rules/wire'
import { useLive } from '../../store/live'
import { photosOfVisit } from '../../store/photos'
import { swapsOf } from '../../store/swaps'
import { visitAt } from '../../store/visits'
import { arrive } from '../arrive'
import { Docket } from './docket'
import { VisitFrame } from './frame'
import type { StepProps } from './step'

const w = words({
  title: ['上门', 'Visit'],
  gone: ['这张单子不在这台设备上', 'This job is not on this device'],
  goneWhat: [
    '可能改派给了别人。你记下的都还在，会照样发出去。',
    'It may be with somebody else now. What you recorded is still sent.',
  ],
  notYet: ['还没到场', 'Not on site yet'],
  notYetWhat: ['先记到场，再听、看、查。', 'Record the arrival first, then listen, look and check.'],
  arrive: ['我到了', 'I have arrived'],
})

/** The screen of one step for the router. */
export function at(Step: ComponentType<StepProps>): ComponentType<ScreenProps> {
  return function AtVisit({ params }: ScreenProps) {
    const id = params.id as Id
    const known = useLive(() => everythingAbout(id), [id])
    if (known === undefined) return <main tabIndex={-1} aria-busy="true" />
    const { job, visit, ...rest } = known
    if (job === null) return <Gone />
    if (visit === null) return <NotYet job={job} />
    const Shown = visit.state === 'signed' || visit.state === 'unsigned' ? Docket : Step
    return <Shown key={visit.id} job={job} visit={visit} {...rest} />
  }
}

async function everythingAbout(job_id: Id) {
  const known = await visitAt(job_id)
  const [photos, swaps] = known.visit
    ? await Promise.all([photosOfVisit(known.visit.id), swapsOf(known.visit.id)])
    : [[], []]
  return { ...known, photos, swaps }
}

function Gone() {
  return (
    <Screen head={<Bar title={w.title()} back="/" />}>
      <Empty icon="clipboard-text" title={w.gone()}>
        {w.goneWhat()}
      </Empty>
    </Screen>
  )
}

function NotYet({ job }: { job: Job }) {
  const [going, setGoing] = useState(false)
  const tap = () => {
    setGoing(true)
    arrive(job.id).catch(() => setGoing(false))
  }
  return (
    <VisitFrame
      job={job}
      title={w.title()}
      dock={
        <Button kind="main" wide icon="map-pin" off={going} onTap={tap}>
          {w.arrive()}
        </Button>
      }
    >
      <Empty icon="map-pin" title={w.notYet()}>
        {w.notYetWhat()}
      </Empty>
    </VisitFrame>
  )
}
