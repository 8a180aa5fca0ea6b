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
  /** Needs a person. Only exceptions may be hot. */
  hot?: boolean
  current: boolean
}

const w = words({ places: ['去哪儿', 'Places'] })

/** Five places; the third is the raised key. */
export function Tabs({ places }: { places: readonly Place[] }) {
  return (
    <nav class="tabs" aria-label={w.places()}>
      {places.map((place, index) => (
        <a
          key={place.href}
          href={place.href}
          class={index === 2 ? 'scan' : ''}
          aria-current={place.current ? 'page' : undefined}
        >
          {index === 2 ? (
            <span>
              <Icon name={place.icon} />
            </span>
          ) : (
            <Icon name={place.icon} />
          )}
          {Boolean(place.count) && <b class="count">{place.count}</b>}
          {place.name}
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
