import { expect, test } from 'vitest'
import type { Job, Person, Visit } from '../../src/rules/wire'
import { dayBoard, dayOf } from '../../src/screens/office/day_board'
import { goldenJob, goldenVisit } from '../device'
import { golden } from '../golden'

const technician = golden<{ row: Person }>('rows/person.json').row
const at = (hour: number) => new Date(2026, 10, 19, hour).toISOString()
const day = dayOf(new Date(2026, 10, 19, 12))
const noon = new Date(2026, 10, 19, 12)

const job = (changed: Partial<Job>): Job => ({ ...goldenJob(), planned_at: at(10), ...changed })
const visit = (changed: Partial<Visit>): Visit => ({ ...goldenVisit(), arrived_at: at(9), ended_at: null, ...changed })
const only = (jobs: Job[], visits: Visit[] = []) =>
  dayBoard([technician], jobs, visits, day, noon).lanes[0]?.blocks ?? []

test('a job that is still to come is planned', () => {
  expect(only([job({ planned_at: at(15) })]).map((block) => block.kind)).toEqual(['planned'])
})

test('a job whose time has come without news is only guessed from the plan', () => {
  expect(only([job({ planned_at: at(10) })]).map((block) => block.kind)).toEqual(['guess'])
})

test('a visit under way stands on site, a signed one is done, an unsigned one wants a look (VIS-8)', () => {
  const kinds = (['under_way', 'signed', 'unsigned'] as const).map(
    (state) => only([job({ state })], [visit({ state, ended_at: state === 'under_way' ? null : at(11) })])[0]?.kind,
  )
  expect(kinds).toEqual(['now', 'done', 'look'])
})

test('a technician who leads somebody else is named as lead (JOB-4)', () => {
  const two = [
    { user_id: technician.id, lead: true },
    { user_id: 'other', lead: false },
  ]
  expect(dayBoard([technician], [job({ technicians: two })], [], day, noon).lanes[0]?.leads).toBe(true)
  expect(dayBoard([technician], [job({})], [], day, noon).lanes[0]?.leads).toBe(false)
})

test('what lies outside of the day is not on its board', () => {
  expect(only([job({ planned_at: new Date(2026, 10, 20, 9).toISOString() })])).toEqual([])
})

test('work at night widens the board; otherwise it shows the hours of the office', () => {
  const window = (hour: number) => dayBoard([technician], [job({ planned_at: at(hour) })], [], day, noon).window
  expect(window(10)).toEqual({ first: 7, last: 19 })
  expect(window(4)).toEqual({ first: 4, last: 19 })
  expect(window(21)).toEqual({ first: 7, last: 23 })
})
