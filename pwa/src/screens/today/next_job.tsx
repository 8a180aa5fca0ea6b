/** The next job: when, who, what, how long is left, and the way there. */
import { Button } from '../../parts/button'
import { go } from '../../parts/route'
import { Sheet } from '../../parts/sheet'
import { clock, dayName, startOfDay } from '../../parts/times'
import { words } from '../../parts/words'
import type { OnAgenda } from '../../store/jobs'
import { arrive } from '../arrive'
import { CardChip } from '../card_chip'
import { Directions } from '../directions'
import { RunningClocks } from '../running_clocks'
import { UnitPlate } from '../unit'
import { DiskFullNotice } from '../visit/frame'
import { diskFull, useSaving } from '../visit/saving'

const w = words({
  next: ['下一单', 'Next'],
  onSite: ['正在做', 'On site'],
  noTime: ['时间没定', 'No time set'],
  arrived: ['我到了', 'I am here'],
  goOn: ['接着做', 'Go on'],
  call: ['打电话', 'Call'],
  open: ['看任务', 'Open the job'],
})

export function NextJob({ job, visit, clocks, now }: OnAgenda & { now: number }) {
  const at = job.planned_at
  const here = visit !== null && visit.departed_at === null
  const otherDay = at !== null && startOfDay(Date.parse(at)) !== startOfDay(now)
  const [busy, save] = useSaving()
  const begin = () =>
    save(async () => {
      await arrive(job)
      go(`/job/${job.id}`)
    })
  return (
    <Sheet class="next" label={w.next()}>
      <div class="row between">
        <span class="meta">
          <b>{here ? w.onSite() : w.next()}</b>
          {job.distance_km !== null && ` · ${job.distance_km} km`}
        </span>
        <CardChip ids={[job.id]} />
      </div>
      <a class="whole" href={`/job/${job.id}`}>
        <span class="row first">
          <span class="dial">{at ? clock(at) : w.noTime()}</span>
          <span class="lead">{job.customer_name}</span>
        </span>
        {at && otherDay && <span class="meta">{dayName(at)}</span>}
        <p class="unit">
          {job.model} <UnitPlate job={job} />
          <br />
          {job.fault_reported}
        </p>
      </a>
      <RunningClocks clocks={clocks} now={now} />
      {diskFull.value && <DiskFullNotice />}
      <div class="act">
        {here ? (
          <Button kind="main" icon="wrench" href={`/job/${job.id}`}>
            {w.goOn()}
          </Button>
        ) : (
          <Button kind="main" icon="map-pin" off={busy} onTap={begin}>
            {w.arrived()}
          </Button>
        )}
        {job.site_address && <Directions address={job.site_address} />}
        {job.phone && <Button size="sq" icon="phone" label={w.call()} href={`tel:${job.phone.replace(/\s/g, '')}`} />}
      </div>
    </Sheet>
  )
}
