/** The ways between screens: the bar at the thumb, and the rail on the desk. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon'
import { Logo } from './logo'
import { words } from './words'

export interface Place {
  href: string
  icon: IconName
  name: string
  /** A neutral number beside it; nothing when 0. */
  count?: number
  /** The raised key in the middle of the bottom bar. */
  raised?: boolean
  /** Needs a person. Only exceptions may be hot. */
  hot?: boolean
  current: boolean
}

const w = words({ places: ['去哪儿', 'Places'], more: ['还能去', 'More places'], hot: ['，要你处理', ', needs you'] })

const WHOLE = 5

/** At the thumb: five places, one of them the raised key. */
export function Tabs({ places }: { places: readonly Place[] }) {
  return (
    <nav class={places.length < WHOLE ? 'tabs few' : 'tabs'} aria-label={w.places()}>
      {places.map((place) => (
        <a
          key={place.href}
          href={place.href}
          class={place.raised ? 'scan' : ''}
          aria-current={place.current ? 'page' : undefined}
        >
          {place.raised ? (
            <span>
              <Icon name={place.icon} />
            </span>
          ) : (
            <Icon name={place.icon} />
          )}
          {Boolean(place.count) && <b class={place.hot ? 'count hot' : 'count'}>{place.count}</b>}
          {place.name}
          {place.hot && <span class="visually-hidden">{w.hot()}</span>}
        </a>
      ))}
    </nav>
  )
}

/** What the bottom bar has no room for, when a person has several roles. */
export function MorePlaces({ places }: { places: readonly Place[] }) {
  if (places.length === 0) return null
  return (
    <nav class="sheet flush list more" aria-label={w.more()}>
      {places.map((place) => (
        <a key={place.href} href={place.href}>
          <Icon name={place.icon} size="l" />
          <b class="grow">{place.name}</b>
          {Boolean(place.count) && <span class="meta">{place.count}</span>}
          <Icon name="caret-right" tone="quiet" />
        </a>
      ))}
    </nav>
  )
}

interface RailProps {
  places: readonly Place[]
  /** Says as of when, and who is signed in. */
  children?: ComponentChildren
}

export function Rail({ places, children }: RailProps) {
  return (
    <nav class="rail" aria-label={w.places()}>
      <div class="logo">
        <Logo />
        Truckroll
      </div>
      {places.map((place) => (
        <a key={place.href} href={place.href} aria-current={place.current ? 'page' : undefined}>
          <Icon name={place.icon} />
          {place.name}
          {Boolean(place.count) && <em class={place.hot ? 'hot' : ''}>{place.count}</em>}
        </a>
      ))}
      <div class="foot">{children}</div>
    </nav>
  )
}
