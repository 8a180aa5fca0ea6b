/** Begins the app: whoever held the device goes on at once, network or not, and new versions are watched for. */
import { askToPersist } from '../store/device'
import { holder, lastHolder } from '../store/holder'
import { restoreSession } from '../sync/session'
import { watchForUpdates } from './update'

export async function beginSession(): Promise<void> {
  const held = await restoreSession()
  watchForUpdates()
  // Somebody else signed in, or out, in another tab: this one must not go on as the former person.
  window.addEventListener('storage', () => {
    if (lastHolder()?.user_id !== holder.value?.user_id) location.reload()
  })
  if (held !== null) void askToPersist()
}
