/** Begins the app: whoever held the device goes on at once, network or not, and new versions are watched for. */
import { path, routeOf } from '../parts/route'
import { askToPersist } from '../store/device'
import { holder, lastHolder } from '../store/holder'
import { restoreSession } from '../sync/session'
import { load } from './loaded'
import { homeOf } from './places'
import { ROUTES } from './routes'
import { watchForUpdates } from './update'

export async function beginSession(): Promise<void> {
  const [held] = await Promise.all([restoreSession(), firstScreen()])
  watchForUpdates()
  // Somebody else signed in, or out, in another tab: this one must not go on as the former person.
  window.addEventListener('storage', () => {
    if (lastHolder()?.user_id !== holder.value?.user_id) location.reload()
  })
  if (held !== null) void askToPersist()
}

/** The screen that the person will see first is fetched while the databases open. */
async function firstScreen(): Promise<void> {
  const last = lastHolder()
  if (last === null) return
  const screen = routeOf(ROUTES, path.value === '/' ? homeOf(last.person.roles) : path.value)?.route.screen
  await (screen && load(screen).catch(() => undefined))
}
