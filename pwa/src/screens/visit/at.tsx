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
import { checklistsOf } from '../../store/checklists'
import { handOver } from '../../store/hand_over'
import { useLive } from '../../store/live'
import { photosOfVisit } from '../../store/photos'
import { presets } from '../../store/presets'
import { siteSafety } from '../../store/safety'
import { swapsOf } from '../../store/swaps'
import { visitAt, visitOf } from '../../store/visits'
import { arrive } from '../arrive'
import { SafetyNotice } from '../safety/notice'
import { Docket } from './docket'
import { VisitFrame } from './frame'
import type { StepProps } from './step'
import { Stranded } from './stranded'

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
    const hands = handOver.value?.job_id === id ? handOver.value : null
    const known = useLive(() => everythingAbout(id, hands?.visit_id), [id, hands?.visit_id])
    if (known === undefined) return <main tabIndex={-1} aria-busy="true" />
    const { job, visit, safety, ...rest } = known
    if (hands && (job === null || visit === null)) return <Stranded hands={hands} />
    if (job === null) return <Gone />
    if (visit === null) return <NotYet job={job} />
    const closed = visit.state === 'signed' || visit.state === 'unsigned'
    if (safety?.unacknowledged && !closed && !hands) return <SafetyNotice job={job} visit={visit} safety={safety} />
    const Shown = closed && !hands ? Docket : Step
    return <Shown key={visit.id} job={job} visit={visit} {...rest} />
  }
}

async function everythingAbout(job_id: Id, visit_id: Id | undefined) {
  const newest = await visitAt(job_id)
  // The customer goes on with what they began to read, whatever other visit has come meanwhile.
  const known = visit_id === undefined ? newest : { ...newest, visit: await visitOf(visit_id) }
  const [photos, swaps, checklists] = known.visit
    ? await Promise.all([
        photosOfVisit(known.visit.id),
        swapsOf(known.visit.id),
        checklistsOf(known.visit, known.equipment),
      ])
    : [[], [], {}]
  const safety = known.job === null ? null : await siteSafety(known.job, known.visit)
  return { ...known, photos, swaps, checklists, safety, presets: await presets() }
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
    arrive(job).catch(() => setGoing(false))
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
