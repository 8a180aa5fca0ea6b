/** The id of a job's next visit: two technicians who arrive without a signal begin the same visit (JOB-4, JOB-7). */
import { sha256 } from './canonical'
import type { Id, Job } from './wire'

const TIME_DIGITS = 12

/**
 * Return the id that every device of this team gives to the visit after `former` (null: the first one). It is a UUIDv7
 * one millisecond after the former visit's, or the job's, so that visits stand in their order. Another team, as after a
 * reassignment, begins a visit of its own.
 */
export async function nextVisitId(job: Pick<Job, 'id' | 'technicians'>, former: Id | null): Promise<Id> {
  const team = job.technicians.map(({ user_id }) => user_id).sort()
  const hash = await sha256(['truckroll-visit-1', job.id, former ?? '', ...team].join('\n'))
  const time = (timeOf(former ?? job.id) + 1).toString(16).padStart(TIME_DIGITS, '0')
  const variant = ((Number.parseInt(hash.charAt(3), 16) & 0x3) | 0x8).toString(16)
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hash.slice(0, 3)}`,
    `${variant}${hash.slice(4, 7)}`,
    hash.slice(7, 19),
  ].join('-')
}

const timeOf = (id: Id): number => Number.parseInt(id.replaceAll('-', '').slice(0, TIME_DIGITS), 16)
