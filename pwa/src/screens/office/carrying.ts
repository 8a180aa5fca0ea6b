/** A job carried to a technician's lane, by pointer or by keyboard: M picks up, arrows move, Enter drops, Escape puts back. */
import { useState } from 'preact/hooks'
import { clock } from '../../parts/times'
import { words } from '../../parts/words'
import type { Id, Rows } from '../../rules/wire'

const w = words({
  picked: [
    (what: string, who: string, at: string) => `拿起 ${what}。现在在${who}，${at}。上下换人，左右换时间，回车放下`,
    (what: string, who: string, at: string) =>
      `Picked up ${what}. Now at ${who}, ${at}. Up and down change the person, left and right the time, Enter drops`,
  ],
  over: [(who: string, at: string) => `${who}，${at}`, (who: string, at: string) => `${who}, ${at}`],
  dropped: [
    (what: string, who: string, at: string) => `${what} 放到${who}，${at}。还要确认`,
    (what: string, who: string, at: string) => `${what} dropped at ${who}, ${at}. Confirm to dispatch`,
  ],
  back: ['放回去了', 'Put back'],
})

const HALF_HOUR = 30 * 60_000

export interface Carried {
  readonly job: Rows['job']
  /** Where it is held: the index of a lane, and the hour. */
  readonly lane: number
  readonly at: Date
}

interface Carrying {
  readonly carried: Carried | null
  /** What a screen reader is told. */
  readonly told: string
  readonly hold: (job: Rows['job'] | null) => void
  readonly dropOn: (person: Id, at: Date) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

interface About {
  readonly people: readonly Rows['person'][]
  /** The job under the keyboard's focus, if there is one. */
  readonly jobOf: (element: EventTarget | null) => Rows['job'] | undefined
  /** When a job begins that nobody has planned yet. */
  readonly begins: Date
  readonly onDrop: (job: Rows['job'], person: Id, at: Date) => void
}

export function useCarrying({ people, jobOf, begins, onDrop }: About): Carrying {
  const [carried, carry] = useState<Carried | null>(null)
  const [told, tell] = useState('')
  const nameAt = (lane: number) => people[lane]?.name ?? ''
  const hour = (at: Date) => clock(at.toISOString())
  const drop = ({ job, at }: Carried, person: Rows['person'] | undefined) => {
    carry(null)
    if (person === undefined) return
    tell(w.dropped(titleOf(job), person.name, hour(at)))
    onDrop(job, person.id, at)
  }
  const move = (from: Carried, lanes: number, halfHours: number) => {
    const lane = (from.lane + lanes + people.length) % people.length
    const at = new Date(from.at.getTime() + halfHours * HALF_HOUR)
    carry({ ...from, lane, at })
    tell(w.over(nameAt(lane), hour(at)))
  }
  const pickUp = (job: Rows['job']) => {
    const lane = Math.max(
      0,
      people.findIndex(({ id }) => job.technicians.some(({ user_id }) => user_id === id)),
    )
    const at = job.planned_at === null ? begins : new Date(job.planned_at)
    carry({ job, lane, at })
    tell(w.picked(titleOf(job), nameAt(lane), hour(at)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (carried === null) {
      const job = event.key.toLowerCase() === 'm' ? jobOf(event.target) : undefined
      if (job === undefined || people.length === 0) return
      event.preventDefault()
      return pickUp(job)
    }
    const step = STEPS[event.key]
    if (step) move(carried, ...step)
    else if (event.key === 'Enter') drop(carried, people[carried.lane])
    else if (event.key === 'Escape') {
      carry(null)
      tell(w.back())
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return {
    carried,
    told,
    onKeyDown,
    hold: (job) => carry(job && { job, lane: -1, at: begins }),
    dropOn: (id, at) => {
      const person = people.find((one) => one.id === id)
      if (carried !== null) drop({ ...carried, at }, person)
    },
  }
}

const STEPS: Record<string, readonly [lanes: number, halfHours: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

export const titleOf = (job: Rows['job']): string => job.plate ?? job.customer_name ?? job.number ?? ''
