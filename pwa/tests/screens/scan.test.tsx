/** Whatever is scanned lands in one box and leads to what carries it on this device. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import Scan from '../../src/screens/scan/scan'
import { goldenJob, seed } from '../device'
import { asABrowser, holds, row } from './asked'

beforeEach(async () => {
  asABrowser()
  await holds()
  await seed({ job: [{ ...goldenJob(), id: 'j' }], old_part: [row('old_part')], part: [row('part')] })
})
afterEach(cleanup)

function scan(text: string): void {
  render(<Scan params={{}} />)
  const box = screen.getByRole('textbox')
  fireEvent.input(box, { target: { value: text } })
  fireEvent.keyDown(box, { key: 'Enter' })
}

test('a tag leads to its old part, with dashes or without (OLD-1)', async () => {
  scan('7k4-m92-g')
  expect(await screen.findByRole('link', { name: /旧件.*空压机总成/ })).toBeTruthy()
})

test('a part number leads to the part', async () => {
  scan('3509-00417')
  expect(await screen.findByRole('link', { name: /备件.*空压机总成/ })).toBeTruthy()
})

test('a number plate leads to the job, with the dot or without', async () => {
  scan('浙BD2186')
  expect((await screen.findByRole('link', { name: /任务/ })).getAttribute('href')).toBe('/job/j')
})

test('a tag with a wrong check character stays in the box and says so', async () => {
  scan('7K4M920')
  expect(await screen.findByText('末位不对，再看一眼标签')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('7K4M920')
})

test('what nothing carries is said as that', async () => {
  scan('浙B·00000')
  expect((await screen.findAllByText('这台设备上没有“浙B·00000”')).length).toBeGreaterThan(0)
})
