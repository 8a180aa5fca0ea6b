/** The frame around each screen: places at the thumb or at the side, what the person must know, and the toast. */
import { useEffect } from 'preact/hooks'
import { Head } from '../parts/bar'
import { Empty } from '../parts/empty'
import { go, path, type Route, routeOf } from '../parts/route'
import { Screen } from '../parts/screen'
import { MorePlaces, Tabs } from '../parts/tabs'
import { Toast } from '../parts/toast'
import { words } from '../parts/words'
import { handOver } from '../store/hand_over'
import { holder } from '../store/holder'
import { useCounts } from './counts'
import { desk } from './desk'
import { Loaded, loadAhead } from './loaded'
import { Notices } from './notices'
import { beyondTabs, homeOf, type NamedPlace, placesOf, railOf, tabsOf } from './places'
import { ROUTES } from './routes'
import { SideRail } from './side_rail'

const OFFICE = ['clerk', 'dispatcher', 'manager'] as const

const w = words({
  nowhere: ['没有这一页', 'There is no such page'],
  what: ['换一个地方看看', 'Choose another place'],
  notYours: ['这一页不归你的岗位', 'This page belongs to another role'],
  skip: ['跳到内容', 'Skip to content'],
})

export function Shell() {
  const roles = holder.value?.person.roles ?? []
  const hands = handOver.value
  const at = hands ? `/job/${hands.job_id}/sign` : path.value === '/' ? homeOf(roles) : path.value
  const found = routeOf(ROUTES, at)
  const frame = found?.route.frame ?? 'places'
  const counts = useCounts(roles)
  useFocusOnArrival(at)
  // In the customer's hands no address leads anywhere else (VIS-6).
  useEffect(() => {
    if (hands && path.value !== at) go(at, { replace: true })
  }, [hands, at, path.value])
  useEffect(() => loadAhead(ROUTES.filter((route) => mayOpen(route, roles))), [])

  const place = placesOf(roles).find(({ href }) => href === at)
  useEffect(() => {
    if (place) document.title = `${place.name} · Truckroll`
  }, [place?.name])

  const shown = (places: NamedPlace[]) =>
    places.map((place) => ({
      ...place,
      ...counts[place.key],
      raised: place.key === 'scan',
      current: place.href === at,
    }))
  const body = (
    <>
      {!hands && <Notices />}
      {found && mayOpen(found.route, roles) ? (
        <Loaded key={at} screen={found.route.screen} params={found.params} />
      ) : (
        <Screen head={<Head title={found ? w.notYours() : w.nowhere()} />}>
          <Empty icon="magnifying-glass" title={w.what()} />
        </Screen>
      )}
    </>
  )
  const withRail = desk.value && frame !== 'alone' && OFFICE.some((role) => roles.includes(role))
  return (
    <>
      <button type="button" class="skip btn mid" onClick={focusOnMain}>
        {w.skip()}
      </button>
      {withRail ? (
        <div class="desk">
          <SideRail places={shown(railOf(roles))} />
          <div class="app">{body}</div>
        </div>
      ) : (
        <div class="app">
          {body}
          {at === '/me' && <MorePlaces places={shown(beyondTabs(roles))} />}
          {frame === 'places' && <Tabs places={shown(tabsOf(roles))} />}
        </div>
      )}
      {!hands && <Toast />}
    </>
  )
}

function mayOpen(route: Route, roles: readonly string[]): boolean {
  return route.roles?.some((role) => roles.includes(role)) ?? true
}

/** A screen reader begins at the new screen; a screen that took the focus itself (scanning) keeps it. */
function useFocusOnArrival(at: string): void {
  useEffect(() => {
    if (!document.querySelector('main')?.contains(document.activeElement)) focusOnMain()
    window.scrollTo(0, 0)
  }, [at])
}

function focusOnMain(): void {
  document.querySelector('main')?.focus({ preventScroll: true })
}
