/** A step mark shows one segment for each thing to record, and its state by shape. */
import { cleanup, render } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { Mark, markState } from '../../src/parts/mark'
import { language } from '../../src/parts/words'

afterEach(() => {
  cleanup()
  language.value = 'zh'
})

const segmentsOf = (container: Element) =>
  [...container.querySelectorAll('.seg')].map((one) => one.getAttribute('class'))

test('there is one segment for each thing to record: open, done or doubtful', () => {
  const { container } = render(<Mark name="look" segments={['done', 'doubt', 'todo']} />)
  expect(segmentsOf(container)).toEqual(['seg d', 'seg q', 'seg o'])
})

test('a doubt never counts as done, though everything is recorded', () => {
  expect(markState(['done', 'doubt'])).toBe('now')
  expect(markState(['done', 'done'])).toBe('done')
  expect(markState(['todo', 'todo'])).toBe('todo')
})

test('the mark says nothing to a screen reader: the words beside it do', () => {
  const { container } = render(<Mark name="listen" segments={['todo']} />)
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
})

test('the Chinese character gives way to the icon when the language changes', () => {
  const { container, rerender } = render(<Mark name="check" segments={['todo']} />)
  const chinese = container.querySelector('.g')?.getAttribute('d')
  language.value = 'en'
  rerender(<Mark name="check" segments={['todo']} />)
  const english = container.querySelector('.g')?.getAttribute('d')
  expect(chinese).toBeTruthy()
  expect(english).toBeTruthy()
  expect(english).not.toBe(chinese)
})
