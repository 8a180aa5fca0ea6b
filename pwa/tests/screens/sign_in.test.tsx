/** Signing in says what to do when it does not work, and forgets nothing that was typed. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { SignIn } from '../../src/screens/sign_in/sign_in'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** The server, as the network shows it. */
const answers = (status: number, body: object) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(body), { status })))

function fill(login: string, password: string): void {
  fireEvent.input(screen.getByLabelText('账号'), { target: { value: login } })
  fireEvent.input(screen.getByLabelText('密码'), { target: { value: password } })
  fireEvent.click(screen.getByRole('button', { name: '登录' }))
}

test('what is missing is named beside its field', () => {
  render(<SignIn />)
  fireEvent.click(screen.getByRole('button', { name: '登录' }))
  expect(screen.getByText('写上账号')).toBeTruthy()
  expect(screen.getByText('写上密码')).toBeTruthy()
})

test('a wrong password is said as that, and the account stays typed', async () => {
  answers(401, { code: 'wrong_credentials', message: 'no' })
  render(<SignIn />)
  fill('zhou.hai', 'not-this-one')
  expect(await screen.findByText('账号或密码不对，再看一眼')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('账号').value).toBe('zhou.hai')
})

test('without a network it says that the first time needs one', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
  render(<SignIn />)
  fill('zhou.hai', 'whatever-it-is')
  expect(await screen.findByText('没有信号，登录要连一次网')).toBeTruthy()
})

test('the language changes without a reload', async () => {
  render(<SignIn />)
  fireEvent.click(screen.getByRole('button', { name: 'English' }))
  expect(await screen.findByRole('button', { name: 'Sign in' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '中文' }))
  expect(await screen.findByRole('button', { name: '登录' })).toBeTruthy()
})
