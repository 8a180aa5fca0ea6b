/** What is urgent about one job: its form, or that the job is not on this device. */
import type { ComponentChildren } from 'preact'
import { Bar } from '../../parts/bar'
import { Empty } from '../../parts/empty'
import { Screen } from '../../parts/screen'
import { words } from '../../parts/words'
import type { Id, Job } from '../../rules/wire'
import { useLive } from '../../store/live'
import { type AtHand, atHand } from '../../store/urgent'

const w = words({
  gone: ['这张单子不在这台设备上', 'This job is not on this device'],
})

interface OfJobProps {
  id: Id
  title: string
  children: (job: Job, known: AtHand) => ComponentChildren
}

export function OfJob({ id, title, children }: OfJobProps) {
  const known = useLive(() => atHand(id), [id])
  if (known === undefined) return <main tabIndex={-1} aria-busy="true" />
  if (known.job !== null) return <>{children(known.job, known)}</>
  return (
    <Screen head={<Bar title={title} back="/" />}>
      <Empty icon="clipboard-text" title={w.gone()} />
    </Screen>
  )
}
