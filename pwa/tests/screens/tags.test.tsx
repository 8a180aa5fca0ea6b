/** Printing tags: asked for offline, downloaded once the server has given the codes (OLD-1). */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { language } from '../../src/parts/words'
import type { Person, Station, TagRoll } from '../../src/rules/wire'
import Tags from '../../src/screens/old_parts/tags'
import { cache, outbox } from '../../src/store/db'
import { newDevice, seed } from '../device'
import { golden } from '../golden'

const station = golden<{ row: Station }>('rows/station.json').row
const person = golden<{ row: Person }>('rows/person.json').row
const roll = golden<{ row: TagRoll }>('rows/tag_roll.json').row

beforeEach(async () => {
  language.value = 'en'
  const me = await newDevice()
  await seed({
    station: [station],
    person: [person, { ...person, id: me, roles: ['clerk'], station_id: station.id }],
  })
})
afterEach(cleanup)

const howMany = async (typed: string) =>
  fireEvent.input(await screen.findByLabelText('How many tags'), { target: { value: typed } })

test('OLD-1: a roll is asked for offline and waits for its codes', async () => {
  render(<Tags />)
  await howMany('18')
  expect(screen.getByText('2 sheets of A4, nine on each')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Make 18 new tags' }))
  expect(await screen.findByText('The server gives the codes once you are online')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Download/ })).toBeNull()
  const [envelope] = (await outbox().unacked('main', 9)).map((kept) => kept.envelope)
  expect(envelope?.name).toBe('tag_roll.print')
  expect(JSON.parse(envelope?.body ?? '{}')).toMatchObject({ station_id: station.id, count: 18 })
})

test('OLD-1: a roll with its codes can be downloaded in the chosen form', async () => {
  await cache().tag_roll.put(roll)
  render(<Tags />)
  expect(await screen.findByRole('button', { name: 'PDF of BQ-2611-0001 as A4 sheets' })).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Label roll' }))
  expect(screen.getByRole('button', { name: 'PDF of BQ-2611-0001 as labels' })).toBeTruthy()
  expect(screen.getByText('2PF-AF9-H to G4C-5M9-G')).toBeTruthy()
})

test.each(['', '0', '271', '-3', '1.5', 'many'])(
  '%j tags are not asked for, and it is said what fits',
  async (typed) => {
    render(<Tags />)
    await howMany(typed)
    expect(screen.getByText('A number from 1 to 270')).toBeTruthy()
    expect(screen.getByRole('button', { name: /^Make/ }).getAttribute('aria-disabled')).toBe('true')
  },
)
