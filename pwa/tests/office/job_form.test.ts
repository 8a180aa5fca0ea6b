import { expect, test } from 'vitest'
import { changesOf, NOTHING_TYPED, openBody, stillMissing, typedOf } from '../../src/screens/office/job_form'
import { NOBODY, toggled } from '../../src/screens/office/job_panel'
import { goldenJob } from '../device'

test('a call with nothing but a fault can be saved and names what is missing (JOB-2)', () => {
  const typed = { ...NOTHING_TYPED, fault_reported: '制动报警' }
  expect(openBody('j', typed)).toMatchObject({ fault_reported: '制动报警', phone: null, customer_id: null })
  expect(stillMissing(typed)).toEqual([
    'customer_id',
    'equipment_id',
    'site_address',
    'contact',
    'phone',
    'fault_class',
    'urgency',
    'distance_km',
  ])
})

test('a distance that is no whole number is still missing', () => {
  expect(openBody('j', { ...NOTHING_TYPED, distance_km: '4,2' }).distance_km).toBeNull()
  expect(openBody('j', { ...NOTHING_TYPED, distance_km: '42' }).distance_km).toBe(42)
})

test('a correction names the value that it replaces, and only what was changed', () => {
  const job = goldenJob()
  const typed = { ...typedOf(job), phone: '138 0574 2216' }
  expect(changesOf(job, typed)).toEqual({ phone: { from: job.phone, to: '138 0574 2216' } })
})

test('whoever is chosen first leads, and there is exactly one lead however people come and go (JOB-4)', () => {
  const both = toggled(toggled(NOBODY, 'zhou'), 'wu')
  expect(both).toMatchObject({ people: ['zhou', 'wu'], lead: 'zhou' })
  expect(toggled(both, 'zhou')).toMatchObject({ people: ['wu'], lead: 'wu' })
  expect(toggled(toggled(both, 'zhou'), 'wu')).toMatchObject({ people: [], lead: null })
})
