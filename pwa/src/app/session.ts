/** Begins the app: whoever held the device goes on at once, network or not, and new versions are watched for. */
import { askToPersist } from '../store/device'
import { restoreSession } from '../sync/session'
import { watchForUpdates } from './update'

export async function beginSession(): Promise<void> {
  const held = await restoreSession()
  watchForUpdates()
  if (held !== null) void askToPersist()
}
