/** Times that were typed, ways to a place, and money, each from what a person gave. */
import { expect, test } from 'vitest'
import { directionsTo } from '../../src/rules/directions'
import { arrivalsOf, momentAt, timesOf } from '../../src/rules/visit_times'
import type { VisitTime } from '../../src/rules/wire'
import { NOTHING_TAKEN, takenMinor } from '../../src/screens/departure/money'
import { goldenVisit } from '../device'

const visit = { ...goldenVisit(), arrived_at: '2026-11-19T05:22:00.000Z', technician_id: 'zhou' }
const stated = (rest: Partial<VisitTime>): VisitTime => ({
  id: 't',
  visit_id: visit.id,
  job_id: visit.job_id,
  station_id: visit.station_id,
  event: 'arrived',
  stated_at: '2026-11-19T05:10:00.000Z',
  recorded_at: '2026-11-19T06:00:00.000Z',
  recorded_by: 'zhou',
  ...rest,
})

test('a stated time stands beside the tap, and the last statement counts (VIS-15)', () => {
  const later = stated({ stated_at: '2026-11-19T05:12:00.000Z', recorded_at: '2026-11-19T06:05:00.000Z' })
  const [arrived] = timesOf(visit, [later, stated({})])
  expect(arrived).toEqual({ event: 'arrived', tapped_at: visit.arrived_at, stated_at: later.stated_at })
})

test('a colleague’s arrival is theirs and not the visit’s (JOB-4)', () => {
  const came = stated({ recorded_by: 'mu' })
  expect(timesOf(visit, [came])[0]?.stated_at).toBeNull()
  expect(arrivalsOf(visit, [came])).toEqual([{ user_id: 'mu', at: came.stated_at }])
})

test('a clock time is the last such moment that has passed (VIS-15)', () => {
  const noon = new Date(2026, 10, 19, 12, 0).getTime()
  const near = new Date(noon).toISOString()
  expect(momentAt('9:05', near, noon)).toBe(new Date(2026, 10, 19, 9, 5).toISOString())
  expect(momentAt('23：40', near, noon)).toBe(new Date(2026, 10, 18, 23, 40).toISOString())
  expect([momentAt('25:00', near, noon), momentAt('9.5', near, noon), momentAt('', near, noon)]).toEqual([
    null,
    null,
    null,
  ])
})

test('directions are a plain link that opens the map app without a network', () => {
  const q = encodeURIComponent('宁波市东港路 18 号')
  const hrefs = (agent: string, fingers = 5) =>
    directionsTo('宁波市东港路 18 号', agent, fingers).map(({ href }) => href)
  expect(hrefs('Mozilla/5.0 (Linux; Android 15)')).toEqual([`geo:0,0?q=${q}`])
  expect(hrefs('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)')).toEqual([
    `iosamap://poi?sourceApplication=truckroll&name=${q}&dev=0`,
    `maps://?q=${q}`,
    `comgooglemaps://?q=${q}`,
  ])
  expect(hrefs('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15)')).toHaveLength(3)
  expect(hrefs('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15)', 0)).toHaveLength(1)
})

test('money is minor units, and what is no amount is not taken for one (JOB-5)', () => {
  const minor = (money: string) => takenMinor({ ...NOTHING_TAKEN, money })
  expect(['', '120', '120.5', '120.50', '12,5'].map(minor)).toEqual([0, 12_000, 12_050, 12_050, 1250])
  expect(['-3', '1e3', '120元'].map(minor)).toEqual([null, null, null])
})
