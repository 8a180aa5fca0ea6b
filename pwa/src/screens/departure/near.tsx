/** Anything else near? Open jobs of the station; asking for one is a request to the dispatcher (VIS-12). */
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Heading, Plate, Sheet } from '../../parts/sheet'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Job } from '../../rules/wire'
import { type Nearby, nearby } from '../../store/leaving'
import { useLive } from '../../store/live'
import { CardChip } from '../card_chip'
import { useSaving } from '../visit/saving'

const w = words({
  title: ['附近还有活吗？', 'Anything else near?'],
  none: ['站里没有没人接的单子', 'The station has no job without a technician'],
  same: ['就在这里', 'at this very place'],
  away: [(km: number) => `离站 ${km} km`, (km: number) => `${km} km from the station`],
  urgent: ['急', 'urgent'],
  ask: ['我能去', 'I can go'],
  waiting: ['问过了，等办公室', 'Asked; the office decides'],
  given: ['给你了', 'It is yours'],
  passed: ['给了别人', 'Somebody else has it'],
})

export function AnythingNear({ job }: { job: Pick<Job, 'site_address' | 'customer_id' | 'distance_km'> }) {
  const found = useLive(() => nearby(job), [job])
  if (found === undefined) return null
  return (
    <>
      <Heading>{w.title()}</Heading>
      <Sheet flush>
        <ul class="list near">
          {found.length === 0 && <li class="meta">{w.none()}</li>}
          {found.map((one) => (
            <NearbyRow key={one.job.id} {...one} />
          ))}
        </ul>
      </Sheet>
    </>
  )
}

function NearbyRow({ job, samePlace, offer }: Nearby) {
  const [saving, save] = useSaving()
  const ask = () => save(() => mutate('job.offer_self', { offer_id: uuid7(), job_id: job.id }))
  return (
    <li>
      <div class="grow">
        <b>{job.customer_name}</b> {job.urgency === 'urgent' && <span class="tagline doubt">{w.urgent()}</span>}
        <p class="meta">
          {job.plate && <Plate>{job.plate}</Plate>} {job.fault_reported}
        </p>
        <p class="meta">
          {[
            samePlace ? w.same() : job.distance_km !== null && w.away(job.distance_km),
            job.planned_at && dayAndClock(job.planned_at),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {offer && <CardChip ids={[offer.id]} />}
      </div>
      {offer ? (
        <span class="tagline">{w[offer.state]()}</span>
      ) : (
        <Button size="mid" icon="hand-palm" off={saving} onTap={ask}>
          {w.ask()}
        </Button>
      )}
    </li>
  )
}
