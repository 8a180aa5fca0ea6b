/** Buttons, fields and choices, as a person finds them by role. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { Button } from '../../src/parts/button'
import { Field } from '../../src/parts/field'
import { Segmented } from '../../src/parts/segmented'
import { SyncChip } from '../../src/parts/sync_chip'

afterEach(cleanup)

test('a button that is off is still found, and does nothing', () => {
  const tapped = vi.fn()
  render(
    <Button off onTap={tapped}>
      签字
    </Button>,
  )
  const button = screen.getByRole('button', { name: '签字' })
  fireEvent.click(button)
  expect(button.getAttribute('aria-disabled')).toBe('true')
  expect(tapped).not.toHaveBeenCalled()
})

test('a button that is on carries no aria-disabled at all: the look reads its presence', () => {
  render(<Button>签字</Button>)
  expect(screen.getByRole('button').hasAttribute('aria-disabled')).toBe(false)
})

test('a button with an address is a link', () => {
  render(<Button href="/job/1">去</Button>)
  expect(screen.getByRole('link', { name: '去' }).getAttribute('href')).toBe('/job/1')
})

test('a doubt is said beside the field and does not make it invalid', () => {
  render(<Field label="里程" value="176430" onInput={() => undefined} doubt="比上次少" />)
  const field = screen.getByLabelText('里程')
  expect(field.getAttribute('aria-invalid')).toBe('false')
  expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe('比上次少')
})

test('what cannot be kept makes the field invalid and says what to do', () => {
  render(<Field label="标签" value="7K4M928" onInput={() => undefined} bad="末位不对" />)
  const field = screen.getByLabelText('标签')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe('末位不对')
})

test('one answer of a group is pressed, and another can be chosen', () => {
  const chosen = vi.fn()
  const options = [
    { value: 'yes', label: '在' },
    { value: 'no', label: '不在' },
  ] as const
  render(<Segmented label="三包" options={options} value="yes" onChoose={chosen} />)
  expect(screen.getByRole('button', { name: '在', pressed: true })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '不在', pressed: false }))
  expect(chosen).toHaveBeenCalledWith('no')
})

test('a chip says its truth in words, politely', () => {
  render(<SyncChip state="here" />)
  expect(screen.getByRole('status').textContent).toBe('存在本机')
})
