// @vitest-environment node
import { expect, it } from 'vitest'
import { timeLeft } from '../../src/rules/sla'

const opened = '2026-11-18T10:00:00.000Z'
const due = '2026-11-19T10:00:00.000Z'
const at = (time: string) => timeLeft(opened, due, Date.parse(time))

it('JOB-3: counts down to the deadline', () => {
  expect(at('2026-11-18T10:00:00.000Z')).toEqual({ minutes: 1440, used: 0, state: 'enough' })
  expect(at('2026-11-19T09:00:00.000Z')).toEqual({ minutes: 60, used: 958, state: 'soon' })
  expect(at('2026-11-19T10:12:00.000Z')).toEqual({ minutes: -12, used: 1000, state: 'over' })
})
