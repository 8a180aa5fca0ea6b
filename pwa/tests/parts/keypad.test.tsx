/** The glove keypad: decimals, a minus, and a number that was there before. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NumberField } from '../../src/parts/keypad'

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function Measured({
  start,
  scale = 0,
  negative = false,
}: {
  start: number | null
  scale?: number
  negative?: boolean
}) {
  const [value, setValue] = useState(start)
  return (
    <>
      <NumberField id="n" label="压力" unit="bar" value={value} scale={scale} negative={negative} onInput={setValue} />
      <output>{String(value)}</output>
    </>
  )
}

function keys(...names: string[]): void {
  for (const name of names) fireEvent.click(screen.getByRole('button', { name }))
}
const kept = () => document.querySelector('output')?.textContent
const shown = () => screen.getByLabelText<HTMLInputElement>('压力').value

function open(): void {
  fireEvent.focus(screen.getByLabelText('压力'))
}

test('a decimal is typed with its point and kept as a whole number', () => {
  render(<Measured start={null} scale={1} />)
  open()
  keys('8', '小数点')
  expect(shown()).toBe('8.')
  keys('2', '5')
  expect([shown(), kept()]).toEqual(['8.2', '82'])
})

test('below zero has its own key, and only where that can be', () => {
  render(<Measured start={null} negative />)
  open()
  keys('4', '0', '负号')
  expect(kept()).toBe('-40')
  cleanup()
  render(<Measured start={null} />)
  open()
  expect(screen.queryByRole('button', { name: '负号' })).toBeNull()
  expect(screen.queryByRole('button', { name: '小数点' })).toBeNull()
})

test('the first digit replaces a number that was there; erasing corrects it', () => {
  render(<Measured start={186430} />)
  open()
  keys('7', '5')
  expect(kept()).toBe('75')
  cleanup()
  render(<Measured start={186430} />)
  open()
  keys('删一位', '9')
  expect(kept()).toBe('186439')
})
