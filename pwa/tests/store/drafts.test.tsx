import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { outbox } from '../../src/store/db'
import { loadDrafts, openDrafts, useDraft } from '../../src/store/drafts'
import { newDevice } from '../device'

function Form() {
  const [typed, type, drop] = useDraft('listen:1', { account: '' })
  return (
    <>
      <input
        aria-label="account"
        value={typed.account}
        onInput={(event) => type({ account: event.currentTarget.value })}
      />
      <button type="button" onClick={drop}>
        drop
      </button>
    </>
  )
}
const input = () => screen.getByRole<HTMLInputElement>('textbox')
const stored = async () => (await outbox().drafts()).map((draft) => draft.value)

afterEach(cleanup)
beforeEach(async () => {
  await newDevice()
  await loadDrafts()
})

it('what is typed survives a reload, keystroke by keystroke', async () => {
  const { unmount } = render(<Form />)
  fireEvent.input(input(), { target: { value: 'oil' } })
  expect(input().value).toBe('oil')
  await expect.poll(stored).toEqual([{ account: 'oil' }])
  unmount()
  await loadDrafts()
  expect(openDrafts.value).toBe(1)
  render(<Form />)
  expect(input().value).toBe('oil')
})

it('a dropped draft is gone from the screen and the disk', async () => {
  render(<Form />)
  fireEvent.input(input(), { target: { value: 'oil' } })
  await act(() => void fireEvent.click(screen.getByRole('button')))
  expect(input().value).toBe('')
  await expect.poll(stored).toEqual([])
})
