/** The whole app while the device is in the customer's hands: their page, and nothing that is the technician's (VIS-6). */
import { cleanup, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Shell } from '../../src/app/shell'
import { go } from '../../src/parts/route'
import { say } from '../../src/parts/toast'
import { language } from '../../src/parts/words'
import SignScreen from '../../src/screens/visit/sign'
import { loadDrafts } from '../../src/store/drafts'
import { endHandOver } from '../../src/store/hand_over'
import { handOverToCustomer } from './customer'
import { at, readyToSign } from './on_site'

beforeEach(() => {
  language.value = 'zh'
})
afterEach(async () => {
  cleanup()
  await endHandOver()
})

/** The device is handed over, the app ends, and begins again at this address. */
async function restartedAt(address: string): Promise<void> {
  await readyToSign()
  render(<SignScreen {...at} />)
  await handOverToCustomer()
  cleanup()
  await loadDrafts()
  history.replaceState(null, '', address)
  render(<Shell />)
  await screen.findByRole('dialog', { name: '请过目，然后签字' })
}

test('no address, no way back and no restart leads anywhere else (VIS-6)', async () => {
  await restartedAt('/today')
  go('/parts')
  history.back()
  dispatchEvent(new PopStateEvent('popstate'))
  await waitFor(() => expect(location.pathname).toBe('/job/j/sign'))
  expect(screen.getByRole('dialog', { name: '请过目，然后签字' })).toBeTruthy()
  expect(screen.queryAllByRole('link')).toEqual([])
  expect(screen.queryByRole('navigation')).toBeNull()
})

test('what is said to the technician does not show on the customer’s page', async () => {
  await restartedAt('/job/j/sign')
  say('存在本机了')
  expect(screen.queryByText('存在本机了')).toBeNull()
})
