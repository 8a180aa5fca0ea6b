/** The notice by its own address, to be read again during the visit. */
import { useEffect } from 'preact/hooks'
import { go } from '../../parts/route'
import { useLive } from '../../store/live'
import { siteSafety } from '../../store/safety'
import { at } from '../visit/at'
import type { StepProps } from '../visit/step'
import { SafetyNotice } from './notice'

function ReadAgain({ job, visit }: StepProps) {
  const safety = useLive(() => siteSafety(job, visit), [job.id, visit.id])
  useEffect(() => {
    if (safety === null) go(`/job/${job.id}`, { replace: true })
  }, [safety, job.id])
  if (!safety) return <main tabIndex={-1} aria-busy="true" />
  return <SafetyNotice job={job} visit={visit} safety={safety} />
}

export default at(ReadAgain)
