/** The clock of a deadline says how much is left, and that it is over (JOB-3). */
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { SlaClock, slaState } from '../../src/parts/sla_clock'

afterEach(cleanup)

const FROM = '2026-11-18T10:00:00.000Z'
const DUE = '2026-11-19T10:00:00.000Z'
const at = (time: string) => Date.parse(time)

test('it says what is left', () => {
  render(<SlaClock from={FROM} due={DUE} now={at('2026-11-19T04:48:00.000Z')} />)
  expect(screen.getByText('还剩 5 h 12 min')).toBeTruthy()
  expect(screen.getByText('24 h 内到场')).toBeTruthy()
})

test('it says by how much the limit is passed', () => {
  render(<SlaClock from={FROM} due={DUE} now={at('2026-11-19T10:12:00.000Z')} />)
  expect(screen.getByText('超 12 min').className).toBe('bad')
})

test('once somebody has arrived it stands still, whatever the time is now', () => {
  render(<SlaClock from={FROM} due={DUE} metAt="2026-11-19T05:00:00.000Z" now={at('2027-01-01T00:00:00.000Z')} />)
  expect(screen.getByText('早到 5 h').className).toBe('acc')
})

test('less than two fifths left is soon', () => {
  const open = { whole: 100, met: false, paused: false }
  expect(slaState({ ...open, rest: 41 })).toBe('')
  expect(slaState({ ...open, rest: 39 })).toBe('soon')
  expect(slaState({ ...open, rest: -1 })).toBe('over')
  expect(slaState({ ...open, rest: 41, paused: true })).toBe('paused')
})

test('the needle is set through the style object and stays on the ruler', () => {
  const { container } = render(<SlaClock from={FROM} due={DUE} now={at('2026-12-19T00:00:00.000Z')} />)
  const scale = container.querySelector<HTMLElement>('.scale')
  expect(scale?.style.getPropertyValue('--at')).toBe('0.990')
  expect(scale?.style.getPropertyValue('--n')).toBe('24')
})
